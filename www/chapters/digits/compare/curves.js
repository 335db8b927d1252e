// @ts-check
// The two curves of a training, ε over steps and right answers over epochs, with the runs that are kept beside it.

import { createAccuracyPlot } from "../accuracy.js";
import { createDigitsErrorPlot } from "../error.js";
import { runOf } from "./comparison.js";
import { dashOf, nameOf } from "./looks.js";

/** @typedef {import("./comparison.js").Comparison} Comparison */

const NOTHING = new Float64Array(0);

/**
 * @param {Pick<import("../../../frame/lab.js").Frame, "announce" | "onEnd">} frame
 * @param {{ logarithmic: boolean, onScale: (logarithmic: boolean) => void,
 *   names: import("../class-names.js").ClassNames }} options
 */
export function createCurves({ announce, onEnd }, { names, ...options }) {
  const error = createDigitsErrorPlot({ announce, ...options });
  const accuracy = createAccuracyPlot({ announce, names });
  const others = createOthers();
  onEnd(error.destroy);
  onEnd(accuracy.destroy);

  /**
   * @param {import("../session.js").Snapshot | null} snapshot
   * @param {{ t: number, last: number, reached: import("../clock.js").Reached | null }} place where the reader is
   * @param {Comparison | null} comparison
   */
  function show(snapshot, { t, last, reached }, comparison) {
    const { errors, accuracies, runs } = others(comparison?.others() ?? []);
    const name = () => (snapshot ? nameOf(runOf(snapshot), runs) : "");
    const { curve, accuracies: pairs, early, marks, changes: rates, status } = snapshot ?? UNBORN;
    error.set({ bins: curve, t, last, marks, rates, others: errors, name });
    const { steps_per_epoch: stepsPerEpoch, early_images: images, test_total: total } = status;
    accuracy.set({ pairs, early, images, total, stepsPerEpoch, t, last, marks, others: accuracies, reached });
  }
  show(null, { t: 0, last: 0, reached: null }, null);
  return { elements: [error.element, accuracy.element], setLogarithmic: error.setLogarithmic, show };
}

/** Before there is a training. */
const UNBORN = {
  curve: NOTHING,
  accuracies: NOTHING,
  early: NOTHING,
  marks: NOTHING,
  changes: NOTHING,
  status: { steps_per_epoch: 0, early_images: 0, test_total: 0 },
};

/** Kept runs as the plots take them; the same ones as long as the runs are the same. */
function createOthers() {
  let known = "";
  let made = asCurves([]);
  return (/** @type {readonly import("./comparison.js").Kept[]} */ runs) => {
    const ids = runs.map(({ id }) => id).join();
    if (ids !== known) made = asCurves(runs);
    known = ids;
    return made;
  };
}

/** @param {readonly import("./comparison.js").Kept[]} runs */
function asCurves(runs) {
  return {
    runs,
    errors: runs.map((run) => ({
      dash: dashOf(run.look),
      name: () => nameOf(run, runs),
      bins: run.curve,
    })),
    accuracies: runs.map((run) => {
      const { accuracies: pairs, early, stepsPerEpoch } = run;
      return { dash: dashOf(run.look), name: () => nameOf(run, runs), pairs, early, stepsPerEpoch };
    }),
  };
}
