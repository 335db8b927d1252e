// @ts-check
// Says what to do when index.html was opened from a disk, where no browser loads the page's modules. A classic script: it runs
// there, too.

if (location.protocol === "file:") document.getElementById("from-file")?.removeAttribute("hidden");
