// @ts-check
// Chapter 1's picture as numbers: the measurements, the curve, and what it is made of.

import { t } from "../../i18n/index.js";

/**
 * @param {import("./scene.js").Scene} scene
 * @param {{ x: string, l: string, xLetter: string }} names of the axes
 * @param {ReturnType<import("./scene.js").Scene["parts"]>} parts what the curve is made of, where it is shown
 * @returns {import("../../chart/table.js").Column[]}
 */
export function pictureTable({ points, held, xs, curve }, names, parts) {
  const isTested = held.includes(1);
  const count = xs.length;
  const units = parts && count > 0 ? Math.floor(parts.contributions.length / count) : 0;
  return [
    { name: names.x, values: points.filter((_, i) => i % 2 === 0) },
    { name: names.l, values: points.filter((_, i) => i % 2 === 1) },
    ...(isTested ? [{ name: t("export.held"), values: held }] : []),
    { name: `${names.xLetter} (z)`, values: xs },
    { name: "z", values: curve },
    ...(parts ? [{ name: "q", values: parts.sum }] : []),
    ...Array.from({ length: units }, (_, unit) => ({
      name: `U${unit + 1}·y${unit + 1}`,
      values: Array.prototype.slice.call(parts?.contributions, unit * count, (unit + 1) * count),
    })),
  ];
}
