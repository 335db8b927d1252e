// @ts-check
// The dialog that lists the keys, and the switch for those that are single letters.

import { addTexts } from "../../i18n/index.js";
import { button, element, uniqueId, words } from "../dom.js";
import { icon } from "../icons.js";
import { lettersOn, setLetters } from "../letters.js";
import { help } from "./texts.js";

/** @type {readonly (readonly [string, string])[]} */
const KEYS = [
  ["help.space", "help.toggle"],
  ["→", "help.step"],
  ["←", "help.back"],
  ["R", "help.reset"],
  ["P", "help.projector"],
  ["?", "help.help"],
];

addTexts(help);
const dialog = createDialog();
document.body.append(dialog);

export function showHelp() {
  if (!dialog.open) dialog.showModal();
}

function createDialog() {
  const made = element("dialog", "dialog");
  const title = words("h2", "dialog-title", "help.title");
  title.id = uniqueId();
  made.setAttribute("aria-labelledby", title.id);

  const list = element("dl", "keys");
  for (const [key, text] of KEYS) {
    const cap = key.startsWith("help.") ? words("kbd", "", key) : element("kbd", "", key);
    list.append(element("dt", "", cap), words("dd", "", text));
  }
  const close = button({
    icon: icon("clear"),
    label: "help.close",
    className: "button-quiet dialog-close",
    onPress: () => made.close(),
  });
  const note = words("p", "dialog-note", "help.note");
  made.append(element("div", "dialog-head", title, close), list, createSwitch(), note);
  // A press on the backdrop falls on the dialog itself.
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close();
  });
  return made;
}

function createSwitch() {
  const box = element("input");
  box.type = "checkbox";
  box.checked = lettersOn();
  box.addEventListener("change", () => setLetters(box.checked));
  box.dataset.letters = "";
  return element("label", "dialog-switch", box, words("span", "", "help.letters"));
}
