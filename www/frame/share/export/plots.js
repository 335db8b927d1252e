// @ts-check
// The pictures of the open chapter that can be taken along, with their names for the reader and for files.

import { plotsIn } from "../../../chart/redraw.js";

/**
 * @typedef {Object} Taken a picture that can be taken along
 * @property {HTMLElement} canvas
 * @property {string} name in the reader's language
 * @property {string} file its file's name without an ending, the same in every language
 * @property {import("../../../chart/canvas.js").Numbers | undefined} numbers
 */

/** What is less wide or high, in CSS pixels, is a mark beside something. */
const LEAST = 60;

/** What every figure's class begins with says nothing about it. */
const COMMON = /^(?:plot|course|curve|descent|neuron|digits)-/;

/**
 * The pictures that are seen, in the order of the page; one without a name belongs to something else.
 * @param {ParentNode} root
 * @param {string} chapter begins the files' names
 * @returns {Taken[]}
 */
export function takeable(root, chapter) {
  const named = plotsIn(root).flatMap(({ canvas, name: label, numbers }) => {
    const isPicture = Math.min(canvas.clientWidth, canvas.clientHeight) >= LEAST && !isEmpty(canvas);
    return label && isPicture ? [{ canvas, numbers, name: nameIn(label), id: idOf(canvas) }] : [];
  });
  const files = fileNames(
    named.map(({ id }) => id),
    chapter,
  );
  return named.map(({ canvas, numbers, name }, i) => ({ canvas, numbers, name, file: String(files[i]) }));
}

/** Words stand in the picture's place. @param {HTMLElement} canvas */
function isEmpty(canvas) {
  const words = canvas.parentElement?.querySelector(":scope > .figure-empty");
  return words instanceof HTMLElement && !words.hidden;
}

/** What a description begins with: the rest of it tells values and keys. @param {string} label */
export function nameIn(label) {
  return label.split(/[.;](?=\s|$)/)[0]?.trim() ?? label;
}

/** @param {HTMLElement} canvas */
function idOf(canvas) {
  const own = [...canvas.classList, ...(canvas.parentElement?.classList ?? [])];
  return own.findLast((name) => !name.startsWith("figure") && name !== "plot") ?? "plot";
}

/**
 * Short names of files; where several would be the same they are numbered.
 * @param {readonly string[]} ids of the figures, as the style sheet calls them
 * @param {string} chapter "2"
 */
export function fileNames(ids, chapter) {
  const short = ids.map((id) => id.replace(COMMON, "").replace(/[^a-z0-9-]/gi, "") || "plot");
  return short.map((name, i) => {
    const alike = short.filter((other) => other === name).length;
    const place = short.slice(0, i + 1).filter((other) => other === name).length;
    return `descent-${chapter}-${name}${alike > 1 ? `-${place}` : ""}`;
  });
}
