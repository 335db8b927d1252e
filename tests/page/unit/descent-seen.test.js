// Chapter 2's runs on their way: what is seen between one step and the next.

import assert from "node:assert/strict";
import test from "node:test";
import { OneRuns } from "../../../www/chapters/descent/one-runs.js";
import { seenRuns, stepText } from "../../../www/chapters/descent/seen.js";
import { setLanguage } from "../../../www/i18n/index.js";
import { createCore } from "./descent-core.js";
import "./texts.js";

function runs({ rates = [0.5], active = 0, start = -2, t = 0 } = {}) {
  const one = new OneRuns(createCore().api);
  one.set({ formula: "bowl", window: null, start, rates, active });
  one.go(t);
  return one;
}

test("at rest a run stands where its last step has led", () => {
  const [run] = seenRuns(runs({ t: 2 }), null);
  assert.deepEqual([run.now, run.last, run.row], [[0.25, 0.75 ** 2 / 2], 2, 2]);
});

test("while a step is made its arrow stays, and the point goes along it over the curve", () => {
  const [run] = seenRuns(runs({ t: 1 }), { share: 0.5, back: false });
  // From −2 a step of 1.5: half of it leads to −1.25.
  assert.deepEqual([run.now, run.last, run.row], [[-1.25, 2.25 ** 2 / 2], 0, 0.5]);
});

test("a step that is taken back shows the arrow that led away", () => {
  const [run] = seenRuns(runs({ t: 0 }), { share: 0.25, back: true });
  assert.deepEqual([run.now[0], run.last, run.row], [-1.625, 0, 0.25]);
});

test("the run that is looked at comes last, and one that has ended stands still", () => {
  const one = runs({ rates: [0.5, 4, 0.2], active: 0, t: 10 });
  const seen = seenRuns(one, { share: 0.5, back: false });
  assert.deepEqual(
    seen.map(({ name, active, mark }) => [name.slice(4), active, mark]),
    [
      ["4", false, "open"],
      ["0.2", false, "square"],
      ["0.5", true, "dot"],
    ],
  );
  const [wild, , looked] = seen;
  assert.equal(looked.row, 9.5);
  assert.equal(wild.row, one.runs[1].run.t);
});

test("beside the arrow stands the step; beside a point that has left, where it is", async () => {
  await setLanguage("en");
  const one = runs();
  assert.equal(stepText(seenRuns(one, null)[0], one.window), "−α·ε′ = 1.5000");
  assert.equal(stepText(seenRuns(one, null)[0], [0, 5]), "a = −2.0000");
});
