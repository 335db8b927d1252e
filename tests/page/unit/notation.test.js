// The lecture's formulas as each chapter writes them, and a quantity's line with an example's numbers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createQuantityLine } from "../../../www/lecture/cards.js";
import { FORWARD, STAGES } from "../../../www/lecture/graph.js";
import { math } from "../../../www/lecture/math.js";
import { equalsOf, ruleOf, symbolOf } from "../../../www/lecture/notation.js";
import { installElements } from "./elements.js";

const written = (parts) => math(parts).text;
const lines = (names, manner) =>
  names.map((name) => `${written([symbolOf(name, manner)])}=${written(equalsOf(name, manner))}`);

test("chapter 3 writes numbers", (context) => {
  installElements(context);
  assert.deepEqual(lines(STAGES), [
    "p=Vx+v",
    "y=σ(p)",
    "q=Uy+u",
    "z=σ(q)",
    "ε=½(z−l)^{2}",
    "[∂ε]/[∂z]=z−l",
    "[∂ε]/[∂q]=[∂ε]/[∂z]·σ′(q)",
    "[∂ε]/[∂U]=[∂ε]/[∂q]·y",
    "[∂ε]/[∂y]=[∂ε]/[∂q]·U",
    "[∂ε]/[∂p]=[∂ε]/[∂y]·σ′(p)",
    "[∂ε]/[∂V]=[∂ε]/[∂p]·x",
  ]);
  assert.equal(written(ruleOf()), "a←a−α·[∂ε]/[∂a]");
});

test("chapter 1 counts its hidden units and sums over its measurements", (context) => {
  installElements(context);
  const manner = { indices: { hidden: "i" }, examples: true };
  assert.deepEqual(lines(FORWARD, manner), [
    "p_{i}=V_{i}x+v_{i}",
    "y_{i}=σ(p_{i})",
    "q=∑U_{i}y_{i}+u",
    "z=σ(q)",
    "ε=½∑(z−l)^{2}",
  ]);
  assert.equal(written(ruleOf(manner)), "a←a−α·[1]/[N][∂ε]/[∂a]");
});

test("chapter 4 writes vectors and names their products", (context) => {
  installElements(context);
  assert.deepEqual(lines(STAGES, { vectors: true }), [
    "p→=𝐕x→+v→",
    "y→=σ(p→)",
    "q→=𝐔y→+u→",
    "z→=σ(q→)",
    "ε=½(z→−l→)^{2}",
    "[∂ε]/[∂z→]=z→−l→",
    "[∂ε]/[∂q→]=[∂ε]/[∂z→]⊙σ′(q→)",
    "[∂ε]/[∂𝐔]=[∂ε]/[∂q→]⊗y→",
    "[∂ε]/[∂y→]=𝐔^{T}[∂ε]/[∂q→]",
    "[∂ε]/[∂p→]=[∂ε]/[∂y→]⊙σ′(p→)",
    "[∂ε]/[∂𝐕]=[∂ε]/[∂p→]⊗x→",
  ]);
});

test("one element is counted by letters, or is a chosen one while sums keep theirs", (context) => {
  installElements(context);
  const letters = { indices: { input: "j", hidden: "i", output: "k" } };
  assert.deepEqual(lines(["p", "error", "d_q", "d_U", "d_y"], letters), [
    "p_{i}=∑_{j}V_{ij}x_{j}+v_{i}",
    "ε=½∑_{k}(z_{k}−l_{k})^{2}",
    "[∂ε]/[∂q_{k}]=[∂ε]/[∂z_{k}]·σ′(q_{k})",
    "[∂ε]/[∂U_{ki}]=[∂ε]/[∂q_{k}]·y_{i}",
    "[∂ε]/[∂y_{i}]=∑_{k}[∂ε]/[∂q_{k}]·U_{ki}",
  ]);
  const chosen = { indices: { input: "400", hidden: "7", output: "3" } };
  assert.deepEqual(lines(["p", "d_U", "d_y"], chosen), [
    "p_{7}=∑_{j}V_{7,j}x_{j}+v_{7}",
    "[∂ε]/[∂U_{3,7}]=[∂ε]/[∂q_{3}]·y_{7}",
    "[∂ε]/[∂y_{7}]=∑_{k}[∂ε]/[∂q_{k}]·U_{k,7}",
  ]);
});

/** A number that does not come first is in brackets when it is negative. */
const write = (_, value, first) => (first || value >= 0 ? `${value}` : `(${value})`);

test("a line says symbol, product, numbers and result", (context) => {
  installElements(context);
  const line = createQuantityLine("d_q", { write });
  line.set({ d_z: -0.5, dz_dq: 0.25, d_q: -0.125 });
  assert.equal(line.element.dataset.stage, "d_q");
  assert.deepEqual(
    line.element.children.map((part) => part.text),
    ["[∂ε]/[∂u]=[∂ε]/[∂q]", "=[∂ε]/[∂z]·σ′(q)", "=-0.5·0.25", "=-0.125"],
  );
  const layer = createQuantityLine("p", { write });
  layer.set({ V: -1, x: -2, v: -3, p: -1 });
  assert.equal(layer.element.children[2].text, "=-1·(-2)+(-3)");
  const error = createQuantityLine("error", { write });
  error.set({ z: 1, l: -1, error: 2 });
  assert.equal(error.element.children[2].text, "=½(1−(-1))^{2}");
});

test("in an element's line a sum is one number, and a line in vectors has none", (context) => {
  installElements(context);
  const manner = { indices: { input: "j", hidden: "i", output: "k" } };
  const texts = (name, values) => {
    const line = createQuantityLine(name, { manner, write });
    line.set(values);
    return line.element.children.map((part) => part.text).slice(2);
  };
  assert.deepEqual(texts("q", { sum: -2, u: 1, q: -1 }), ["=-2+1", "=-1"]);
  assert.deepEqual(texts("error", { sum: 3, error: 1.5 }), ["=½·3", "=1.5"]);
  assert.deepEqual(texts("d_y", { d_y: 4 }), ["=4"]);
  assert.deepEqual(texts("d_V", { d_p: 2, x: 3, d_V: 6 }), ["=2·3", "=6"]);
  const vectors = createQuantityLine("d_V", { manner: { vectors: true }, write });
  vectors.set({});
  assert.equal(vectors.element.children.length, 2);
});
