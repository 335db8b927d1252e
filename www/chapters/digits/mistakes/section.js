// @ts-check
// stub
/** @type {import("../sections.js").CreateSection} */
export function createSection() {
  return { title: "digits.confusion.title", element: document.createElement("div"), open() {}, destroy() {} };
}
