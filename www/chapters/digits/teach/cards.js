// @ts-check
// The collected drawings, one a card: its image, its digit, what both networks say, and a way to drop it.

import { mountPlot } from "../../../chart/canvas.js";
import { button, element } from "../../../controls/dom.js";
import { icon } from "../../../controls/icons.js";
import { sayAttribute } from "../../../i18n/index.js";
import { drawImage } from "../image.js";

/** @typedef {import("./collection.js").Collected} Collected */
/** @typedef {import("./trial.js").Answered} Answered */
/** @typedef {(z: import("../recognition.js").Outputs) => number | null} DigitOf */

/**
 * @param {{ onLabel: (id: number, label: number) => void, onRemove: (id: number) => void, digitOf: DigitOf }} options
 */
export function createCards({ onLabel, onRemove, digitOf }) {
  /** By the drawing's id. @type {Map<number, ReturnType<typeof createCard>>} */
  const cards = new Map();
  const root = element("ol", "collected");
  return {
    element: root,
    /** @param {readonly Collected[]} list @param {(id: number) => Answered | null} answerOf */
    show(list, answerOf) {
      const ids = new Set(list.map(({ id }) => id));
      for (const [id, card] of cards) {
        if (ids.has(id)) continue;
        card.destroy();
        card.element.remove();
        cards.delete(id);
      }
      for (const [place, { id, label }] of list.entries()) {
        let card = cards.get(id);
        if (!card) {
          card = createCard(id, { onLabel, onRemove, digitOf });
          cards.set(id, card);
        }
        if (root.children[place] !== card.element)
          root.insertBefore(card.element, root.children[place] ?? null);
        card.show(label, answerOf(id));
      }
    },
    destroy() {
      for (const card of cards.values()) card.destroy();
    },
  };
}

/**
 * @param {number} id
 * @param {Parameters<typeof createCards>[0]} options
 */
function createCard(id, { onLabel, onRemove, digitOf }) {
  /** @type {Uint8Array | null} */
  let image = null;
  const canvas = element("canvas", "collected-picture");
  canvas.setAttribute("aria-hidden", "true");
  const plot = mountPlot(canvas, (ctx, { width, ratio, colours }) => {
    drawImage(ctx, image, { left: 0, top: 0, side: width, ratio, colours });
  });
  const label = element("select", "select collected-label");
  sayAttribute(label, "aria-label", "digits.collected.label");
  for (let digit = 0; digit < 10; digit++) label.append(new Option(String(digit), String(digit)));
  label.addEventListener("change", () => onLabel(id, Number(label.value)));
  const [ready, training] = [createVerdict("ready"), createVerdict("training")];
  const remove = button({
    label: "digits.collected.remove",
    icon: icon("clear"),
    className: "button-quiet collected-remove",
    onPress: () => onRemove(id),
  });

  return {
    element: element("li", "collected-card", canvas, label, ready.element, training.element, remove),
    /** @param {number} digit @param {Answered | null} answered */
    show(digit, answered) {
      label.value = String(digit);
      if (image !== (answered?.image ?? null)) {
        image = answered?.image ?? null;
        plot.redraw();
      }
      ready.show(answered && digitOf(answered.ready), digit);
      training.show(answered && digitOf(answered.training), digit);
    },
    destroy: plot.destroy,
  };
}

/** What a network says to it. @param {"ready" | "training"} which */
function createVerdict(which) {
  const said = element("span", "verdict-digit");
  const root = element("span", "verdict", element("span", `answer-mark answer-mark-${which}`), said);
  return {
    element: root,
    /** @param {number | null} answer @param {number} label */
    show(answer, label) {
      root.hidden = answer === null;
      if (answer === null) return;
      said.textContent = String(answer);
      root.classList.toggle("verdict-wrong", answer !== label);
      const key = answer === label ? "right" : "wrong";
      sayAttribute(root, "title", `digits.collected.${which}.${key}`, { digit: String(answer) });
    },
  };
}
