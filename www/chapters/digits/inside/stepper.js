// @ts-check
// A number that is typed, or taken one by one: which image, which unit. It counts from 1, as a reader does.

import { button, element, words } from "../../../controls/dom.js";
import { icon } from "../../../controls/icons.js";
import { createNumberField } from "../../../controls/number-field.js";
import { say, sayAttribute } from "../../../i18n/index.js";

/**
 * @param {{ label: string, previous: string, next: string, onChange: (index: number) => void }} options keys; `onChange` is
 *   told an index from 0
 */
export function createStepper({ label, previous, next, onChange }) {
  let count = 1;
  let index = 0;
  const typed = createNumberField({
    min: 1,
    max: 60_000,
    integer: true,
    value: 1,
    onCommit: (number) => go(Math.min(count, number) - 1),
  });
  sayAttribute(typed.field, "aria-label", label);
  const back = button({ label: previous, icon: icon("back"), onPress: () => go(index - 1) });
  const on = button({ label: next, icon: icon("step"), onPress: () => go(index + 1) });
  const of = words("span", "inside-of", "digits.inside.of", { count });

  /** @param {number} to */
  function go(to) {
    const inside = Math.min(count - 1, Math.max(0, to));
    show(inside, count);
    onChange(inside);
  }
  /** @param {number} nextIndex @param {number} nextCount */
  function show(nextIndex, nextCount) {
    if (nextIndex !== index || typed.field.value === "") typed.set(nextIndex + 1);
    index = nextIndex;
    count = Math.max(1, nextCount);
    back.disabled = index <= 0;
    on.disabled = index >= count - 1;
    of.hidden = nextCount === 0;
    say(of, "digits.inside.of", { count });
  }
  return {
    element: element("div", "inside-stepper", back, typed.field, on, of),
    set: show,
    destroy: typed.destroy,
  };
}
