// @ts-check
// Chapter 1: approximating unknown functions.

import { Desk } from "./desk.js";
import { createCurveFormulas } from "./formulas.js";
import { WHAT_TO_NOTICE } from "./notices.js";
import { curve as texts } from "./texts.js";

/** @type {import("../../frame/lab.js").Lab} */
export const lab = {
  texts,
  title: "curve.title",
  next: { to: "descent", text: "curve.next", link: "curve.next.link" },
  sentence: "curve.sentence",
  formula: createCurveFormulas,
  notices: WHAT_TO_NOTICE,
  until: { ε: "error" },
  build: (frame) => new Desk(frame),
};
