import assert from "node:assert/strict";
import { test } from "node:test";
import { treeToMath } from "../../../www/lecture/formula-tree.js";
import { installElements } from "./elements.js";

test("a formula is written as it was understood, with brackets only where they matter", (context) => {
  installElements(context);
  const a = ["letter", "a"];
  const n = (value) => ["number", value];
  const cases = [
    [["*", ["^", ["-", a, n(1)], n(2)], ["+", a, n(2)]], "(a−1)^{2}·(a+2)"],
    [["negative", ["^", a, n(2)]], "−a^{2}"],
    [["^", ["negative", a], n(2)], "(−a)^{2}"],
    [["*", n(2), a], "2a"],
    [["*", a, n(2)], "a·2"],
    [["*", n(2), ["^", n(3), a]], "2·3^{a}"],
    [["/", ["+", a, n(1)], n(2)], "[a+1]/[2]"],
    [["^", ["/", a, n(2)], n(2)], "([a]/[2])^{2}"],
    [["-", a, ["-", n(1), a]], "a−(1−a)"],
    [["-", a, ["negative", a]], "a−(−a)"],
    [["+", a, ["negative", a]], "a+(−a)"],
    [["call", "exp", ["negative", a]], "e^{−a}"],
    [["call", "abs", ["-", a, n(1)]], "|a−1|"],
    [["call", "sqrt", ["+", n(1), a]], "√(1+a)"],
    [["call", "log2", a], "log_{2}(a)"],
    [["^", ["call", "sin", a], n(2)], "(sin(a))^{2}"],
    [["^", ["^", a, n(2)], n(3)], "(a^{2})^{3}"],
    [["constant", "π"], "π"],
  ];
  for (const [tree, expected] of cases) assert.equal(treeToMath(tree, String).text, expected);
});
