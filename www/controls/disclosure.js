// @ts-check
// What can be opened: the rest of the controls, a check, a remark.

import { element, words } from "./dom.js";

/**
 * @param {{ text: string, open?: boolean, onToggle?: (open: boolean) => void }} options
 * @param {...Node} children
 */
export function createDisclosure({ text, open = false, onToggle }, ...children) {
  const root = element("details", "disclosure");
  root.open = open;
  const aside = element("span", "disclosure-aside");
  const summary = element("summary", "disclosure-summary", words("span", "disclosure-text", text), aside);
  const body = element("div", "disclosure-body");
  body.append(...children);
  root.append(summary, body);
  root.addEventListener("toggle", () => onToggle?.(root.open));
  return {
    element: root,
    /** A place in the summary line for what stands inside, said briefly. */
    aside,
    body,
  };
}
