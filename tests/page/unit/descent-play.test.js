// Being the descent: curves that are not known, attempts, and who has come lower.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Game, MOST } from "../../../www/chapters/descent/play/game.js";
import { hiddenCurve } from "../../../www/chapters/descent/play/hidden.js";
import { createCore } from "./descent-core.js";

const KNOWN = { formula: "exp(-a)+a^2/6", window: [-2, 6], start: 4.4, rate: 1 };

test("a hidden curve is an example, moved or mirrored with its window and its start", () => {
  const asked = [];
  const curve = (number) =>
    hiddenCurve(number, (id) => {
      asked.push(id);
      return KNOWN;
    });
  // Number 0 is moved by (3 − 5)/5, number 1 mirrored about half of (10 − 5)/5.
  assert.deepEqual(curve(0), {
    formula: "exp(-(a-0.4))+(a-0.4)^2/6",
    window: [-1.6, 6.4],
    start: 4.8,
    rate: 1,
  });
  assert.deepEqual(curve(1), { formula: "exp(-(1-a))+(1-a)^2/6", window: [-5, 3], start: -3.4, rate: 1 });
  const many = Array.from({ length: 24 }, (_, number) => curve(number));
  assert.ok(new Set(many.map(({ formula }) => formula)).size >= 12, "hardly one comes twice in a row");
  for (const { window, start } of many) assert.ok(window[0] <= start && start <= window[1]);
  assert.equal(new Set(asked).size, 6);
  assert.equal(
    hiddenCurve(0, () => undefined),
    null,
  );
});

test("a letter is replaced where it is the number a, and nowhere else", () => {
  const of = (formula) => hiddenCurve(1, () => ({ ...KNOWN, formula })).formula;
  assert.equal(of("tan(3a)+|a-1|+σ(a)·exp(-a)"), "tan(3(1-a))+|(1-a)-1|+σ((1-a))·exp(-(1-a))");
});

/** ε = 5a², so that a step with α goes to a − 10αa. */
function play(attempts, rate = 0.05) {
  const core = createCore();
  const game = new Game(core.api, { formula: "steep", window: [-2, 2], start: 1, rate });
  return { core, game, made: attempts.map((a) => game.try(a)) };
}

test("attempts are counted, held inside the window, and end", () => {
  const { core, game, made } = play(Array.from({ length: MOST + 1 }, (_, i) => 5 - i));
  assert.deepEqual(made, [...Array(MOST).fill(true), false]);
  assert.deepEqual(game.seen[0], { a: 1, error: 5, slope: 10 });
  assert.deepEqual(game.seen[1], { a: 2, error: 20, slope: 20 });
  assert.deepEqual([game.attempts, game.canTry, game.verdict()], [MOST, false, null]);
  game.free();
  assert.equal(core.alive.size, 0);
});

test("the rule goes from the same start with as many steps, and who is lower is said", () => {
  const told = (...attempts) => {
    const { game } = play(attempts);
    game.reveal();
    assert.equal(game.canTry, false, "it is over");
    return { rule: game.rule.map(({ a }) => a), ...game.verdict() };
  };
  // a ← a − 0.05 · 10a = a/2, by hand.
  const two = told(0.9, 0.8);
  assert.deepEqual(two.rule, [1, 0.5, 0.25]);
  assert.deepEqual([two.winner, two.steps, two.yours.a, two.rules.a], ["rule", 2, 0.8, 0.25]);
  assert.equal(told(0, 1.5).winner, "you", "the best attempt counts, and not the last");
  assert.equal(told(0.5).winner, "both");
});
