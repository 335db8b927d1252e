// @ts-check
// What stands below the pad and the training: the rows of V and the confusion matrix, and what opens from them.

import { loadStyle } from "../../../frame/styles.js";
import { addTexts } from "../../../i18n/index.js";
import { createPace } from "../pace.js";
import { createConfusion } from "./confusion.js";
import { createRows } from "./rows.js";
import { RowsOrder } from "./rows-order.js";
import { below as texts } from "./texts.js";

addTexts(texts);

/**
 * @param {import("../../../frame/lab.js").Frame} frame
 * @param {{ names: import("../class-names.js").ClassNames, session: () => import("../session.js").Session | null, onVisible: (rows: boolean) => void,
 *   ask: import("../sections.js").Context["ask"] }} options
 */
export function createBelow({ announce, onEnd }, { names, session, onVisible, ask }) {
  // Without it all is there, only less neat.
  loadStyle("chapters/digits/below/style.css").catch(() => {});
  const order = new RowsOrder(
    async (digit) => (await session()?.ask("weights_of_output", digit)) ?? new Float32Array(0),
  );
  const rows = createRows({ order, onVisible, onOpen: (unit) => ask("inside", { unit }), announce });
  const confusion = createConfusion({ names, announce, onOpen: (subject) => ask("mistakes", subject) });
  /** At full speed an evaluation comes with each epoch, several in a second. */
  let showConfusion = () => {};
  const pace = createPace(() => showConfusion());
  onEnd(rows.destroy);
  onEnd(confusion.destroy);
  onEnd(pace.stop);
  return {
    elements: [rows.element, confusion.element],
    setHidden: rows.setHidden,
    setAskable: confusion.setAskable,
    /**
     * @param {import("../training/types.js").Snapshot} snapshot
     * @param {Parameters<typeof confusion.set>[1]} summarise
     */
    show(snapshot, summarise) {
      if (snapshot.rows) {
        rows.set(snapshot.rows);
        order.note(snapshot);
      }
      showConfusion = () => confusion.set(snapshot.confusion, summarise);
      pace.tell(snapshot.playing);
    },
  };
}
