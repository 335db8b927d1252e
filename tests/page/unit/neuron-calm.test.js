// Chapter 3's calm: what is said on the walk, when numbers wait, and the whole product of a derivative.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isHurried } from "../../../www/chapters/neuron/driver.js";
import { neuron } from "../../../www/chapters/neuron/texts.js";
import { setNumberLanguage } from "../../../www/i18n/numbers.js";
import { BACKWARD, backOf, FORWARD, factorsFrom, STAGES } from "../../../www/lecture/graph.js";
import { createLivingChain } from "../../../www/lecture/living-chain.js";
import { installElements } from "./elements.js";

test("numbers wait only while steps are made faster than they are read", () => {
  const at = (playing, speed) => isHurried({ playing, speed });
  assert.deepEqual(
    ["slow", "medium", "fast", "full"].map((speed) => at(true, speed)),
    [false, true, true, true],
  );
  assert.equal(at(false, "full"), false);
});

test("every line of the walk has its sentence, and every derivative says since what it is so", () => {
  for (const [language, since] of [
    ["ru", "так как"],
    ["en", "since"],
  ]) {
    const texts = neuron[language];
    for (const stage of STAGES) assert.ok(texts[`neuron.walk.${stage}`], `${language} ${stage}`);
    for (const stage of BACKWARD)
      assert.ok(texts[`neuron.walk.${stage}`].includes(since), `${language} ${stage}`);
    // The lecture's middle factors.
    const all = BACKWARD.map((stage) => texts[`neuron.walk.${stage}`].replaceAll("~", "")).join(" ");
    for (const factor of ["∂q/∂U=y", "∂q/∂y=U", "∂q/∂u=1", "∂p/∂V=x", "∂p/∂v=1"])
      assert.ok(all.includes(factor), factor);
  }
  assert.equal(FORWARD.length + BACKWARD.length, STAGES.length);
});

test("a derivative is the product of all factors on the way back to its parameter", () => {
  assert.deepEqual(factorsFrom(backOf("u")), ["d_z", "dz_dq"]);
  assert.deepEqual(factorsFrom(backOf("U")), ["d_z", "dz_dq", "y"]);
  assert.deepEqual(factorsFrom(backOf("v")), ["d_z", "dz_dq", "U", "dy_dp"]);
  assert.deepEqual(factorsFrom(backOf("V")), ["d_z", "dz_dq", "U", "dy_dp", "x"]);
});

test("the product stands there in numbers, each over its letter", (context) => {
  installElements(context);
  setNumberLanguage("en");
  const chain = createLivingChain();
  const values = { d_z: 0.8, dz_dq: 0.16, U: -4, dy_dp: 0.1, x: 2, y: 0.5, d_V: -0.1024, d_U: 0.064 };
  const seen = () => chain.element.children.map((part) => part.children.map((one) => one.text ?? one));
  chain.set("d_V", values);
  assert.deepEqual(seen(), [
    ["−0.1024", "∂ε/∂V"],
    ["="],
    ["0.8000", "z − l"],
    ["·"],
    ["0.1600", "σ′(q)"],
    ["·"],
    ["(−4.0000)", "U"],
    ["·"],
    ["0.1000", "σ′(p)"],
    ["·"],
    ["2.0000", "x"],
  ]);
  const factors = factorsFrom("d_V").map((name) => values[name]);
  assert.ok(Math.abs(factors.reduce((product, factor) => product * factor, 1) - values.d_V) < 1e-12);
  chain.set("d_U", values);
  assert.deepEqual(
    seen().map(([first]) => first),
    ["0.0640", "=", "0.8000", "·", "0.1600", "·", "0.5000"],
  );
});
