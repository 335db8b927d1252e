// @ts-check
// The dialog that lists the keys, the switch for those that are single letters, and what a hand can do in the pictures.

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

/** Where, and what. @type {readonly (readonly [string, string])[]} */
const HAND = [
  ["help.hand.plot", "help.hand.plot.do"],
  ["help.hand.scrub", "help.hand.scrub.do"],
  ["help.hand.curve", "help.hand.curve.do"],
  ["help.hand.descent", "help.hand.descent.do"],
  ["help.hand.neuron", "help.hand.neuron.do"],
  ["help.hand.digits", "help.hand.digits.do"],
];

addTexts(help);
const note = words("p", "dialog-note", "help.note");
const dialog = createDialog(
  { title: "help.title", close: "help.close" },
  createKeys(),
  createSwitch(),
  note,
  words("h3", "dialog-part", "help.hand"),
  createHand(),
);
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

function createHand() {
  const list = element("dl", "gestures");
  for (const [where, what] of HAND) list.append(words("dt", "", where), words("dd", "", what));
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
