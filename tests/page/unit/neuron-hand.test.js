// Four numbers by hand: attempts, the rule from the same start, and who was lower when.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Game, MOST } from "../../../www/chapters/neuron/hand/game.js";
import { taskOf, XS } from "../../../www/chapters/neuron/hand/tasks.js";

/** ε is the sum of the four numbers' squares, and a step of the rule halves each. */
function createApi() {
  const alive = new Set();
  class ScalarRun {
    constructor(V, v, U, u, rate, pairs) {
      Object.assign(this, { network: [V, v, U, u], rate, pairs });
      alive.add(this);
    }
    restart(...network) {
      this.network = network;
    }
    step() {
      this.network = this.network.map((number) => number / 2);
      return true;
    }
    state() {
      const { network, pairs } = this;
      const answers = XS.map((x, i) => ({ x: pairs[2 * i], z: network[0] + x }));
      return { network, error: network.reduce((sum, number) => sum + number ** 2, 0), answers };
    }
    free() {
      alive.delete(this);
    }
  }
  return { api: { ScalarRun }, alive };
}

function play(...networks) {
  const { api, alive } = createApi();
  const game = new Game(api, { start: [2, 0, 0, 0], pairs: new Float64Array(10), rate: 20 });
  const made = networks.map((network) => game.try(network));
  return { game, made, alive };
}

test("an attempt is a change; there are so many and no more", () => {
  const { game, made, alive } = play([2, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [1, 1, 0, 0]);
  assert.deepEqual(made, [false, true, false, true]);
  assert.deepEqual(
    game.seen.map(({ error }) => error),
    [4, 1, 2],
  );
  assert.deepEqual(game.best, { network: [1, 0, 0, 0], error: 1 });
  for (let i = 0; i < MOST; i++) game.try([i + 5, 0, 0, 0]);
  assert.deepEqual([game.attempts, game.canTry], [MOST, false]);
  game.free();
  assert.equal(alive.size, 0);
});

test("the rule goes from the start, all of its steps, and is compared after as many as there were attempts", () => {
  const { game } = play([1.5, 0, 0, 0], [1.2, 0, 0, 0]);
  assert.equal(game.verdict(), null);
  game.reveal();
  assert.equal(game.rule.length, MOST + 1);
  assert.equal(game.canTry, false);
  const { yours, rules, last, level } = game.verdict();
  // 2 → 1 → ½: below 1.44 after one step, ¼ after two.
  assert.deepEqual([yours.error, rules.error, level], [1.44, 0.25, 1]);
  assert.equal(last.error, (2 / 2 ** MOST) ** 2);
});

test("who comes to 0 is passed by nobody", () => {
  const { game } = play([0, 0, 0, 0]);
  game.reveal();
  assert.equal(game.verdict().level, null);
});

test("without an attempt there is nothing to compare with", () => {
  const { game } = play();
  game.reveal();
  assert.equal(game.rule, null);
});

test("pairs are what a network with other numbers answers, and tasks go round", () => {
  const { api, alive } = createApi();
  const { start, pairs } = taskOf(api, 0);
  assert.deepEqual([...pairs], [-2, 1, -1, 2, 0, 3, 1, 4, 2, 5]);
  assert.equal(alive.size, 0);
  assert.deepEqual(taskOf(api, 5), taskOf(api, 0));
  assert.notDeepEqual(taskOf(api, 1).start, start);
});
