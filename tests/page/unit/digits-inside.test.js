import assert from "node:assert/strict";
import test from "node:test";
import { LINES, lineBeside, needsMatrices } from "../../../www/chapters/digits/inside/lines.js";
import { changesWith } from "../../../www/chapters/digits/inside/looking.js";
import { Inside } from "../../../www/chapters/digits/inside/session.js";

const IMAGE = new Uint8Array(784).fill(7);
const flush = () => new Promise(setImmediate);

/** A world that notes what it is asked and answers with what the test says. */
function setUp({ hidden = 30, z = [0.1, 0, 0, 0.9, 0, 0.4, 0, 0, 0, 0], order = [11, 4] } = {}) {
  const asked = [];
  const here = {
    asked,
    hidden,
    z,
    order,
    image: IMAGE,
    label: null,
    count: 1,
    hold: null,
    take: () => asked.splice(0).join(" "),
  };
  const network = (which, _image, label) => ({
    hidden: here.hidden,
    trace: async (matrices) => {
      asked.push(`${which} trace ${label} ${matrices}`);
      await here.hold;
      return { z: here.z, d_p: here.d_p ?? null };
    },
    unit: async (i) => {
      asked.push(`unit ${i}`);
      return { i };
    },
    output: async (k) => {
      asked.push(`output ${k}`);
      return { k, order: here.order };
    },
  });
  const judge = (z) => {
    const [first, second] = [...z.keys()].sort((a, b) => z[b] - z[a]);
    return { digit: first, first, second };
  };
  const world = {
    network,
    judge,
    batch: async () => ({ t: 0, indices: new Uint32Array([5, 9]) }),
    image: async () => ({ image: here.image, label: here.label, count: here.count }),
  };
  return { inside: new Inside(world), here };
}

test("what nobody sees is not asked for", async () => {
  const { inside, here } = setUp();
  inside.refresh();
  await flush();
  assert.equal(here.take(), "");
  inside.setVisible(true);
  await flush();
  assert.match(here.take(), /trace/);
});

test("the output is the answer, the unit the one that weighs most in it, and the rival the runner-up", async () => {
  const { inside, here } = setUp();
  inside.setVisible(true);
  await flush();
  assert.deepEqual([inside.output, inside.rival, inside.unit], [3, 5, 11]);
  assert.equal(here.take(), "training trace undefined true output 3 output 5 unit 11");
  // What was chosen last is asked along with the way through the network.
  inside.refresh();
  await flush();
  assert.equal(here.take(), "unit 11 output 3 output 5 training trace undefined true");
  here.z = [0, 0, 0, 0.4, 0, 0.9, 0, 0, 0, 0];
  here.order = [2];
  inside.refresh();
  await flush();
  assert.deepEqual([inside.output, inside.rival, inside.unit], [5, 3, 2]);
});

test("where the answer is wrong, the digit that it should be stands beside it", async () => {
  const { inside, here } = setUp();
  here.label = 8;
  inside.setVisible(true);
  await flush();
  assert.deepEqual([inside.output, inside.rival], [3, 8]);
  inside.setOutput(8);
  await flush();
  assert.deepEqual([inside.output, inside.rival], [8, 3]);
});

test("on the way back the unit is the one that has most to change", async () => {
  const { inside, here } = setUp();
  here.d_p = [0.1, -0.4, 0.2];
  inside.setVisible(true);
  inside.setWay("back");
  await flush();
  assert.equal(inside.unit, 1);
  inside.setWay("forward");
  await flush();
  assert.equal(inside.unit, 11);
});

test("what the reader has chosen stays, and what the pointer passes does not", async () => {
  const { inside } = setUp();
  inside.setVisible(true);
  inside.setUnit(7);
  await flush();
  assert.equal(inside.unit, 7);
  inside.pass({ unit: 9, output: 1 });
  await flush();
  assert.deepEqual([inside.unit, inside.output, inside.rival], [9, 1, 3]);
  inside.pass({});
  await flush();
  assert.deepEqual([inside.unit, inside.output], [7, 3]);
});

test("a unit that a smaller network has not is none that was chosen", async () => {
  const { inside, here } = setUp();
  inside.setVisible(true);
  inside.setUnit(29);
  await flush();
  here.hidden = 10;
  here.order = [3];
  inside.refresh();
  await flush();
  assert.equal(inside.unit, 3);
});

test("one look at a time: what changed meanwhile is looked at once, afterwards", async () => {
  const { inside, here } = setUp();
  let answer = () => {};
  here.hold = new Promise((resolve) => {
    answer = resolve;
  });
  inside.setVisible(true);
  await flush();
  for (let i = 0; i < 5; i++) inside.refresh();
  await flush();
  assert.equal(here.take(), "training trace undefined true");
  answer();
  await flush();
  assert.equal(here.take().match(/trace/g)?.length, 1);
});

test("an answer about what is not looked at any more is dropped", async () => {
  const { inside, here } = setUp();
  let answer = () => {};
  here.hold = new Promise((resolve) => {
    answer = resolve;
  });
  inside.setVisible(true);
  await flush();
  inside.setNetwork("ready");
  here.hold = null;
  here.z = [0.9, 0.1, 0, 0, 0, 0, 0, 0, 0, 0];
  answer();
  await flush();
  assert.equal(inside.output, 0);
  assert.match(here.take(), /ready trace/);
});

test("the label is the image's own until another one is chosen, and goes with its image", async () => {
  const { inside, here } = setUp();
  here.label = 8;
  inside.setVisible(true);
  await flush();
  assert.equal(inside.label, 8);
  inside.setLabel(3);
  await flush();
  assert.match(here.take(), /trace 3/);
  inside.setSubject("test", 12);
  await flush();
  assert.equal(inside.label, 8);
});

test("an empty pad, a network that has not come, and a refusal are told apart", async () => {
  const { inside, here } = setUp();
  here.image = null;
  inside.setVisible(true);
  await flush();
  assert.equal(inside.status, "empty");
  inside.setSubject("test", 3);
  await flush();
  assert.equal(inside.status, "waiting");
  here.image = IMAGE;
  here.hold = Promise.reject(Object.assign(new Error("no"), { code: "label" }));
  inside.refresh();
  await flush();
  assert.equal(inside.status, "failed");
  assert.equal(inside.error.code, "label");
});

test("the lines are the lecture's: five forward, eight back", () => {
  assert.equal(LINES.join(" "), "p y q z error d_z d_q d_u d_U d_y d_p d_v d_V");
  assert.equal(lineBeside(null, 1), "p");
  assert.equal(lineBeside("p", -1), null);
  assert.equal(lineBeside("d_V", 1), "d_V");
});

test("a line says which way the picture is seen; matrices of a large network come where a line needs them", () => {
  const { inside } = setUp();
  inside.setLine("d_q");
  assert.equal(inside.way, "back");
  inside.previous();
  inside.previous();
  assert.deepEqual([inside.line, inside.way], ["error", "forward"]);
  assert.equal(needsMatrices(700, "d_q"), false);
  assert.equal(needsMatrices(700, "d_V"), true);
  assert.equal(needsMatrices(30, null), true);
});

test("from a number to its factors, and back by the trail", () => {
  const { inside } = setUp();
  inside.pick({ name: "d_V", i: 4, j: 300 });
  assert.equal(inside.pixel, 300);
  inside.follow({ name: "d_p", i: 4 });
  inside.follow({ name: "d_y", i: 4 });
  inside.returnTo(0);
  assert.deepEqual(inside.picked, { name: "d_V", i: 4, j: 300 });
  inside.setSubject("batch", 2);
  assert.deepEqual(inside.picked, { name: "d_V", i: 4, j: 300 }, "of the other image, too");
  inside.returnTo(-1);
  assert.equal(inside.picked, null);
});

test("what the run tells is followed where it changes what is seen", async () => {
  const { inside, here } = setUp();
  const nothing = { arrived: 0, test_arrived: 0 };
  assert.equal(changesWith(inside, nothing), true, "the network in training");
  inside.setNetwork("ready");
  assert.equal(changesWith(inside, nothing), false, "a drawing, before a network that stays as it is");
  inside.setSubject("batch");
  assert.equal(changesWith(inside, nothing), true, "the next mini-batch is another one");
  // An image of a set that has not come is looked at when it comes.
  here.image = null;
  here.count = 0;
  inside.setVisible(true);
  for (const [set, come] of [
    ["test", { arrived: 0, test_arrived: 40 }],
    ["train", { arrived: 40, test_arrived: 0 }],
  ]) {
    inside.setSubject(set);
    await flush();
    assert.equal(inside.status, "waiting");
    assert.equal(changesWith(inside, nothing), false, set);
    assert.equal(changesWith(inside, come), true, set);
  }
});
