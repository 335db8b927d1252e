// @ts-check
// A dialog: a title, a way to close it, and what stands under both.

import { button, element, uniqueId, words } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @param {{ title: string, close: string, className?: string }} options keys of the title and of the closing button's name
 * @param {...Node} children
 * @returns {HTMLDialogElement} to be put into the page and shown
 */
export function createDialog({ title: key, close, className = "" }, ...children) {
  const dialog = element("dialog", `dialog ${className}`.trim());
  const title = words("h2", "dialog-title", key);
  title.id = uniqueId();
  dialog.setAttribute("aria-labelledby", title.id);
  const shut = button({
    icon: icon("clear"),
    label: close,
    className: "button-quiet dialog-close",
    onPress: () => dialog.close(),
  });
  dialog.append(element("div", "dialog-head", title, shut), ...children);
  // A press on the backdrop falls on the dialog itself.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
