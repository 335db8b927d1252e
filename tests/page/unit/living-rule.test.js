// The rule with the numbers of the next step, as it stands under every picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStep } from "../../../www/chapters/descent/rule.js";
import { createRowQuestion } from "../../../www/chapters/digits/rule/asking.js";
import { setNumberLanguage } from "../../../www/i18n/numbers.js";
import { createLivingRule } from "../../../www/lecture/living-rule.js";
import { installElements } from "./elements.js";

/** The numbers of each line, and the letters under them. */
function written(rule) {
  const [lines] = rule.element.children.at(-1).children;
  return lines.children.map((line) => {
    const terms = line.children.map((part) => part.children);
    return [
      terms.map(([first]) => (typeof first === "string" ? first : first.text)).join(" "),
      terms.flatMap(([, symbol]) => (symbol ? [symbol.text] : [])).join(" "),
    ];
  });
}

test("each number of the step stands over its letter", (context) => {
  installElements(context);
  setNumberLanguage("en");
  const rule = createLivingRule();
  rule.set([{ name: "a", now: 4.4, rate: 1, derivative: 1.4544, next: 2.9456, total: true }]);
  assert.deepEqual(written(rule), [["2.9456 = 4.4000 − 1 · 1.4544", "at+1 at α dε/da"]]);
  rule.set([{ name: "U", index: "3", now: -0.2, rate: 0.5, derivative: -0.004, next: -0.198 }]);
  assert.deepEqual(written(rule), [["−0.19800 = −0.20000 − 0.5 · (−0.00400)", "U3t+1 U3t α ∂ε/∂U3"]]);
});

test("a step is seen in its number, however small it is", (context) => {
  installElements(context);
  setNumberLanguage("en");
  const rule = createLivingRule();
  const line = { name: "a", now: 1, rate: 1, derivative: 2.5e-7, next: 1 - 2.5e-7 };
  rule.set([line]);
  assert.equal(written(rule)[0][0], "0.999999750 = 1.000000000 − 1 · 2.5·10⁻⁷");
  // A step of nothing, and one beyond all digits.
  rule.set([{ ...line, derivative: 0, next: 1 }]);
  assert.equal(written(rule)[0][0], "1.0000 = 1.0000 − 1 · 0");
  rule.set([{ ...line, derivative: 3e200, now: 1e100, next: -3e200 }]);
  assert.equal(written(rule)[0][0], "−3·10²⁰⁰ = 10¹⁰⁰ − 1 · 3·10²⁰⁰");
});

test("as many lines as numbers, and dashes where nothing is known", (context) => {
  installElements(context);
  setNumberLanguage("en");
  const rule = createLivingRule();
  rule.set([]);
  assert.deepEqual(written(rule), [["— = — − — · —", "at+1 at α ∂ε/∂a"]]);
  const line = { now: 1, rate: 0.1, derivative: 2, next: 0.8 };
  rule.set([
    { name: "a", ...line },
    { name: "b", ...line },
  ]);
  assert.deepEqual(
    written(rule).map(([, letters]) => letters),
    ["at+1 at α ∂ε/∂a", "bt+1 bt α ∂ε/∂b"],
  );
});

test("the next step of a run is told from where it stands", () => {
  const one = Float64Array.of(4, 8, 6, -3, 1, 0.5, 2, -1);
  assert.deepEqual(nextStep(one, 0.5, false), [
    { name: "a", now: 1, rate: 0.5, derivative: 2, next: 0, total: true },
  ]);
  const two = Float64Array.of(1, 2, 9, 4, 8, -0.4, -0.8);
  assert.deepEqual(
    nextStep(two, 0.1, true).map(({ name, next }) => [name, next]),
    [
      ["a", 0.6],
      ["b", 1.2],
    ],
  );
  assert.deepEqual(nextStep(new Float64Array(0), 1, false), []);
});

/** A worker that answers when the test says so, and a clock that the test owns. */
function questionOf(answers) {
  const asked = [];
  let [time, timer] = [0, null];
  const question = createRowQuestion({
    ask: (row) => new Promise((resolve, reject) => asked.push({ row, resolve, reject })),
    onAnswer: (step, row) => answers.push([step, row]),
    now: () => time,
    later(action, milliseconds) {
      timer = { action, milliseconds };
      return timer;
    },
    cancel() {
      timer = null;
    },
  });
  return {
    asked,
    question,
    timer: () => timer,
    pass(milliseconds) {
      time += milliseconds;
      timer?.action();
    },
  };
}

test("a row is asked about once at a time, and of a training that runs not too often", async () => {
  const answers = [];
  const { asked, question, timer, pass } = questionOf(answers);
  question.want(3);
  question.changed();
  assert.deepEqual(
    asked.map(({ row }) => row),
    [3],
    "one question at a time",
  );
  asked[0].resolve("step");
  await new Promise(setImmediate);
  assert.deepEqual(answers, [["step", 3]]);
  assert.equal(timer().milliseconds, 250, "it has changed meanwhile");
  pass(250);
  assert.equal(asked.length, 2);
  asked[1].resolve("next");
  await new Promise(setImmediate);
  assert.equal(answers.length, 2);
  assert.equal(timer(), null, "nothing has changed since");
});

test("another row is asked about at once, and the answer about the former one is not shown", async () => {
  const answers = [];
  const { asked, question } = questionOf(answers);
  question.want(0);
  question.want(1);
  asked[0].resolve("of 0");
  await new Promise(setImmediate);
  assert.deepEqual(answers, []);
  assert.equal(asked[1].row, 1);
  // A run that was begun anew refuses; the next change asks again.
  asked[1].reject(new Error("begun anew"));
  await new Promise(setImmediate);
  question.end();
  question.changed();
  assert.equal(asked.length, 2, "nobody looks any more");
});
