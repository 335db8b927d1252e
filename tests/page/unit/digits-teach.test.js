import assert from "node:assert/strict";
import test from "node:test";
import { Collection } from "../../../www/chapters/digits/teach/collection.js";
import { Teach } from "../../../www/chapters/digits/teach/session.js";
import { Trial } from "../../../www/chapters/digits/teach/trial.js";
import { Emitter } from "../../../www/chapters/digits/training/events.js";

const line = (...points) => points;
const SEVEN = [line([0.2, 0.2], [0.8, 0.2], [0.4, 0.9])];
const ONE = [line([0.5, 0.1], [0.5, 0.9])];

class Training extends Emitter {
  t = 10;
  asked = [];
  refuses = false;
  state = () => ({ t: this.t });
  async change(method, image, label) {
    this.asked.push([method, [...image], label]);
    if (this.refuses) throw Object.assign(new Error("no-training"), { code: "no-training", details: {} });
    return {
      changed: Uint32Array.of(4, 2, 0, 1, 3, 5, 6, 7),
      norms: Float32Array.of(8, 7, 6, 5, 4, 3, 2, 1),
    };
  }
  async ask(method, _image, label, unit) {
    this.asked.push([method, label, unit]);
    return { weights: Float64Array.of(unit) };
  }
  back() {
    this.stand(this.t - 1);
  }
  stand(t) {
    this.t = t;
    this.emit("snapshot", { status: { t } });
  }
}

function setUp({ kind = "own" } = {}) {
  const pad = { content: { kind }, image: Uint8Array.of(1, 2) };
  const session = new Training();
  const teach = new Teach({ content: () => pad.content, image: () => pad.image, session });
  return { pad, session, teach };
}

test("only a drawing of one's own is taught", async () => {
  const { teach, session, pad } = setUp({ kind: "sample" });
  assert.equal(teach.hindrance, "sample");
  await teach.teach(7);
  assert.deepEqual(session.asked, []);
  pad.content = { kind: "picture" };
  assert.equal(teach.hindrance, null);
  pad.image = null;
  assert.equal(teach.hindrance, "empty");
});

test("a lesson is told with the rows that changed most, and where the training stands after it", async () => {
  const { teach, session } = setUp();
  const lesson = teach.teach(7);
  assert.ok(teach.isBusy);
  await lesson;
  assert.ok(!teach.isBusy);
  assert.deepEqual(session.asked[0], ["teach", [1, 2], 7]);
  assert.deepEqual(
    teach.taught.rows.map(({ unit, norm, weights }) => [unit, norm, weights[0]]),
    [4, 2, 0, 1, 3, 5].map((unit, i) => [unit, 8 - i, unit]),
  );
  assert.ok(!teach.canTakeBack, "it is not told yet where it led");
  session.stand(11);
  assert.ok(teach.canTakeBack);
});

test("a lesson is taken back; one that others followed is not", async () => {
  const { teach, session } = setUp();
  await teach.teach(7);
  session.stand(11);
  session.stand(12);
  assert.ok(!teach.canTakeBack);
  teach.takeBack();
  assert.equal(session.t, 12);
  session.stand(11);
  teach.takeBack();
  assert.equal(session.t, 10);
  assert.equal(teach.taught, null);
});

test("what the core refuses is told, and another try may follow", async () => {
  const { teach, session } = setUp();
  const refused = [];
  teach.on("refused", (error) => refused.push(error.code));
  session.refuses = true;
  await teach.teach(7);
  assert.deepEqual([refused, teach.taught, teach.isBusy], [["no-training"], null, false]);
  session.refuses = false;
  await teach.teach(7);
  assert.ok(teach.taught);
});

/** A file that is its own lists. */
const FILES = {
  write_strokes: (points, lengths, counts, labels) =>
    JSON.stringify({ points: [...points], lengths: [...lengths], counts: [...counts], labels: [...labels] }),
  read_strokes: (text) => ({ bad: [], left_out: 0, ...JSON.parse(text) }),
};

test("collected drawings come out of their file as they went in", () => {
  const collection = new Collection();
  collection.add(SEVEN, 7);
  collection.add([...ONE, ...SEVEN], 1);
  const text = collection.toText(FILES);
  const other = new Collection();
  let changes = 0;
  other.on("change", () => changes++);
  other.add(ONE, 3);
  other.addText(FILES, text);
  assert.equal(changes, 2);
  assert.deepEqual(
    other.list.map(({ strokes, label }) => ({ strokes, label })),
    [
      { strokes: ONE, label: 3 },
      { strokes: SEVEN, label: 7 },
      { strokes: [...ONE, ...SEVEN], label: 1 },
    ],
  );
  assert.equal(new Set(other.list.map(({ id }) => id)).size, 3);
});

test("a file without a good line changes nothing", () => {
  const collection = new Collection();
  collection.on("change", () => assert.fail());
  const nothing = JSON.stringify({ points: [], lengths: [], counts: [], labels: [], left_out: 2 });
  assert.equal(collection.addText(FILES, nothing).left_out, 2);
  collection.add([], 7);
});

test("a drawing's digit may be changed, and the drawing dropped", () => {
  const collection = new Collection();
  collection.add(SEVEN, 7);
  collection.add(ONE, 1);
  const [seven, one] = collection.list;
  collection.setLabel(seven.id, 2);
  collection.remove(one.id);
  assert.deepEqual(collection.list, [{ ...seven, label: 2 }]);
  collection.clear();
  assert.equal(collection.list.length, 0);
});

/** Networks that answer with the number of points: the ready one of the upright image. */
function createTrial({ straightens = true } = {}) {
  const collection = new Collection();
  const log = { rasterised: 0, classified: 0, network: 0 };
  const trial = new Trial({
    collection,
    api: {
      rasterise(points, _lengths, upright) {
        log.rasterised += 1;
        return Uint8Array.of(points.length / 2, upright ? 1 : 0);
      },
    },
    classifier: {
      straightens,
      classify([points, upright]) {
        log.classified += 1;
        return Float32Array.of(points, upright);
      },
    },
    ask: async (_method, [points]) => Float32Array.of(points + log.network),
    rest: async () => {},
  });
  return { collection, trial, log };
}
const digitOf = ([points]) => points;

test("both networks are tried: the ready one on the image without slant", async () => {
  const { collection, trial, log } = createTrial();
  collection.add(SEVEN, 3);
  collection.add(ONE, 5);
  assert.equal(trial.right("ready", digitOf), null, "nobody was asked");
  await trial.run(20);
  assert.deepEqual([...trial.of(collection.list[0].id).ready], [3, 1]);
  assert.deepEqual([...trial.of(collection.list[0].id).image], [3, 0]);
  assert.deepEqual([trial.right("ready", digitOf), trial.right("training", digitOf), trial.t], [1, 1, 20]);
  // A label is no matter of the networks.
  collection.setLabel(collection.list[1].id, 2);
  assert.equal(trial.right("ready", digitOf), 2);
  // Another network is asked about all, the ready one about nothing that it was asked before.
  const before = log.classified;
  log.network = 1;
  await trial.run(21);
  assert.deepEqual([log.classified, trial.right("training", digitOf), trial.t], [before, 0, 21]);
});

test("a large collection leaves the page time, and a later run ends an earlier one", async () => {
  const { collection, trial } = createTrial();
  for (let i = 0; i < 100; i++) collection.add(SEVEN, 3);
  let changes = 0;
  trial.on("change", () => changes++);
  const first = trial.run(1);
  const second = trial.run(2);
  await Promise.all([first, second]);
  assert.equal(trial.t, 2);
  assert.ok(changes > 5, "what is known is shown as it comes");
  assert.equal(trial.right("ready", digitOf), 100);
});

test("a network that cannot answer leaves the score open", async () => {
  const collection = new Collection();
  collection.add(SEVEN, 3);
  const silent = new Trial({
    collection,
    api: { rasterise: () => Uint8Array.of(1) },
    classifier: null,
    ask: () => Promise.reject(new Error("crashed")),
    rest: async () => {},
  });
  await silent.run(1);
  assert.deepEqual(
    [silent.right("training", digitOf), silent.right("ready", digitOf), silent.t],
    [null, null, null],
  );
});
