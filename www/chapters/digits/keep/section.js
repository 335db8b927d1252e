// @ts-check
// Chapter 4: what is kept. The network as a file, what the browser keeps until the next time, and data of one's own.

import { element } from "../../../controls/dom.js";
import { addTexts } from "../../../i18n/index.js";
import { createKeptView } from "./kept-view.js";
import { createNetworkFile } from "./network-file.js";
import { createOwnView } from "./own-view.js";
import { keep } from "./texts.js";

addTexts(keep);

/** @type {import("../sections.js").CreateSection} */
export function createSection(context) {
  const network = createNetworkFile(context.session);
  /** It comes on its own, a moment after the training. @type {import("./keeper.js").Keeper | undefined} */
  const keeper = context.frame.kept.keeper;
  const kept = keeper ? createKeptView(keeper) : null;
  const own = createOwnView(context);
  const stop = context.names.on("change", () => kept?.show());
  return {
    title: "digits.ask.keep",
    element: element("div", "keep", network.element, kept?.element, own.element),
    open() {},
    destroy() {
      stop();
      kept?.destroy();
      own.destroy();
    },
  };
}
