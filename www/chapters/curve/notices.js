// @ts-check
// What "what to notice" sets up in chapter 1.

import { initialValues } from "../../frame/address.js";
import { SCHEMA } from "./schema.js";

/** @typedef {import("./schema.js").CurveValues} CurveValues */

/** The rest is as it begins. @type {readonly { id: string, values: Partial<CurveValues> }[]} */
const NOTICES = [
  { id: "maximum", values: { source: "water-maximum" } },
  { id: "parts", values: { source: "day-length", hidden: 6, rate: 4, units: true } },
  { id: "under", values: { source: "day-length", hidden: 1, pace: 50 } },
  {
    id: "over",
    values: { source: "day-length", hidden: 64, rate: 1, noise: 0.1, share: 0.6, seed: 4, pace: 50 },
  },
  {
    id: "right",
    values: { source: "day-length", hidden: 4, rate: 1, noise: 0.1, share: 0.6, seed: 4, pace: 50 },
  },
  { id: "outside", values: { source: "vapour-pressure", share: 0.4, where: "end", pace: 50 } },
];

export const WHAT_TO_NOTICE = {
  title: "curve.notice.title",
  items: NOTICES.map(({ id }) => ({ id, text: `curve.notice.${id}`, action: `curve.notice.${id}.do` })),
};

/**
 * The settings that show it. The reader's own points stay where they are, and so does the scale of ε.
 * @param {string} id
 * @param {CurveValues} now
 * @returns {CurveValues}
 */
export function noticeValues(id, { log, axes, names, frame, points }) {
  const found = NOTICES.find((notice) => notice.id === id);
  const initial = /** @type {CurveValues} */ (/** @type {unknown} */ (initialValues(SCHEMA)));
  return { ...initial, log, axes, names, frame, points, ...found?.values };
}
