// @ts-check
// The dialog that lists the keys.

import { sayAttribute } from "../i18n/index.js";
import { button, element, uniqueId, words } from "./dom.js";
import { icon } from "./icons.js";

/** @type {readonly (readonly [string, string])[]} */
const KEYS = [
  ["help.space", "help.toggle"],
  ["→", "help.step"],
  ["←", "help.back"],
  ["R", "help.reset"],
  ["P", "help.projector"],
  ["?", "help.help"],
];

export function createHelp() {
  const dialog = element("dialog", "dialog");
  const title = words("h2", "dialog-title", "help.title");
  title.id = uniqueId();
  dialog.setAttribute("aria-labelledby", title.id);

  const list = element("dl", "keys");
  for (const [key, text] of KEYS) {
    const cap = key.startsWith("help.") ? words("kbd", "", key) : element("kbd", "", key);
    list.append(element("dt", "", cap), words("dd", "", text));
  }
  const close = button({
    icon: icon("clear"),
    label: "help.close",
    className: "button-quiet dialog-close",
    onPress: () => dialog.close(),
  });
  dialog.append(element("div", "dialog-head", title, close), list, words("p", "dialog-note", "help.note"));
  // A press on the backdrop falls on the dialog itself.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  sayAttribute(dialog, "aria-label", "help.title");
  document.body.append(dialog);

  return {
    show() {
      if (!dialog.open) dialog.showModal();
    },
  };
}
