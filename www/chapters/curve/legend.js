// @ts-check
// The signs of chapter 1's picture, in words.

import { element, words } from "../../controls/dom.js";

/** In the order in which they are read. */
const SIGNS = ["train", "test", "square", "curve", "outside", "earlier"];

export function createCurveLegend() {
  const items = SIGNS.map((id) => {
    const mark = element("span", `legend-mark legend-${id}`);
    const item = element("li", "legend-item", mark, words("span", "", `curve.legend.${id}`));
    item.dataset.legend = id;
    return item;
  });
  return {
    element: element("ul", "legend", ...items),
    /** @param {boolean} some whether points are held back */
    setTest(some) {
      items[SIGNS.indexOf("test")].hidden = !some;
    },
  };
}
