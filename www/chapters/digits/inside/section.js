// @ts-check
// stub
/** @type {import("../sections.js").CreateSection} */
export function createSection() {
  return { title: "digits.ask.inside", element: document.createElement("div"), open() {}, destroy() {} };
}
