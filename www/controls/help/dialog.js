// @ts-check
// The dialog that lists the keys, and the switch for those that are single letters.

import { addTexts } from "../../i18n/index.js";
import { createDialog } from "../dialog.js";
import { element, words } from "../dom.js";
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
const note = words("p", "dialog-note", "help.note");
const dialog = createDialog({ title: "help.title", close: "help.close" }, createKeys(), createSwitch(), note);
document.body.append(dialog);

export function showHelp() {
  if (!dialog.open) dialog.showModal();
}

function createKeys() {
  const list = element("dl", "keys");
  for (const [key, text] of KEYS) {
    const cap = key.startsWith("help.") ? words("kbd", "", key) : element("kbd", "", key);
    list.append(element("dt", "", cap), words("dd", "", text));
  }
  return list;
}

function createSwitch() {
  const box = element("input");
  box.type = "checkbox";
  box.checked = lettersOn();
  box.addEventListener("change", () => setLetters(box.checked));
  box.dataset.letters = "";
  return element("label", "dialog-switch", box, words("span", "", "help.letters"));
}
