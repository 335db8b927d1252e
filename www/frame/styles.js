// @ts-check
// A chapter's own style sheet: it comes with the chapter, which is shown only once it is in force.

/** @type {Map<string, Promise<void>>} */
const sheets = new Map();

/**
 * Loads a style sheet, once. One that failed may be tried again by asking again.
 * @param {string} path from this file
 * @returns {Promise<void>}
 */
export function loadStyle(path) {
  const begun = sheets.get(path);
  if (begun) return begun;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(path, import.meta.url).href;
  const now = new Promise((resolve, reject) => {
    link.onload = () => resolve(undefined);
    link.onerror = () => {
      link.remove();
      sheets.delete(path);
      reject(new Error(`${link.href} could not be loaded`));
    };
  });
  sheets.set(path, now);
  document.head.append(link);
  return now;
}
