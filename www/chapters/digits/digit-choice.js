// @ts-check
// A digit or all of them: one row of radio buttons, two rows on a phone.

import { createChoice } from "../../controls/choice.js";

const DIGITS = 10;

/** What stands for no digit among the radio buttons. */
const ALL = "all";

/**
 * @param {{ label: string, showLabel?: boolean, all: string, value?: number | null,
 *   onChange: (digit: number | null) => void }} options `label` and `all` are keys: of the group's name and of the choice of
 *   no digit, which is null
 */
export function createDigitChoice({ label, showLabel = true, all, value = null, onChange }) {
  const digits = Array.from({ length: DIGITS }, (_, digit) => ({
    value: String(digit),
    plain: String(digit),
  }));
  const choice = createChoice({
    label,
    showLabel,
    options: [{ value: ALL, text: all }, ...digits],
    value: write(value),
    onChange: (chosen) => onChange(chosen === ALL ? null : Number(chosen)),
  });
  choice.element.classList.add("digit-choice");
  return {
    element: choice.element,
    /** @param {number | null} digit */
    set: (digit) => choice.set(write(digit)),
  };
}

/** @param {number | null} digit */
const write = (digit) => (digit === null ? ALL : String(digit));
