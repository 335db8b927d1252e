// @ts-check
// "What to notice" in chapter 4: what each of them sets up.

import { createWhatToNotice } from "../../controls/what-to-notice.js";

/**
 * The rest as it begins; slow enough to be watched.
 * @type {Readonly<Record<string, { speed: string, values: Partial<import("./schema.js").DigitsValues> }>>}
 */
export const NOTICES = {
  first: { speed: "fast", values: {} },
  large: { speed: "fast", values: { rate: 100 } },
  small: { speed: "fast", values: { rate: 0.01 } },
  batch: { speed: "fast", values: { batch: 1, rate: 0.3 } },
  narrow: { speed: "full", values: { hidden: 3 } },
  seed: { speed: "fast", values: {} },
};

/** @param {(id: string) => void} onPress */
export function createNotices(onPress) {
  return createWhatToNotice({
    title: "digits.notice.title",
    items: Object.keys(NOTICES).map((id) => ({
      id,
      text: `digits.notice.${id}`,
      action: `digits.notice.${id}.do`,
      onPress: () => onPress(id),
    })),
  });
}
