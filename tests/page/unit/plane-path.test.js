import assert from "node:assert/strict";
import test from "node:test";
import { edgeTowards } from "../../../www/chapters/descent/plane-path.js";

const FRAME = { left: 40, right: 240, top: 20, bottom: 120 };

test("a point outside is pointed at from the edge, one inside is not", () => {
  assert.equal(edgeTowards(FRAME, 140, 70), null);
  assert.equal(edgeTowards(FRAME, 240, 120), null, "on the edge it is seen");
  assert.equal(edgeTowards(FRAME, Number.NaN, 70), null, "nobody knows where");
  assert.deepEqual(edgeTowards(FRAME, 900, 60), { at: [240, 60], from: [214, 60] });
  assert.deepEqual(edgeTowards(FRAME, 140, -1e200), { at: [140, 20], from: [140, 46] });
});

test("wherever the point is, the arrow ends at the nearest point of the edge and points away from the frame", () => {
  for (let i = 0; i < 360; i++) {
    const [px, py] = [140 + 1e3 * Math.cos((i * Math.PI) / 180), 70 + 1e3 * Math.sin((i * Math.PI) / 180)];
    const { at, from } = edgeTowards(FRAME, px, py);
    const away = (x, y) => Math.hypot(px - x, py - y);
    for (let share = 0; share <= 1; share += 0.05) {
      const [x, y] = [40 + 200 * share, 20 + 100 * share];
      for (const other of [
        [x, 20],
        [x, 120],
        [40, y],
        [240, y],
      ])
        assert.ok(away(...at) <= away(...other) + 1e-9, `${i}°: ${at}, not ${other}`);
    }
    assert.ok(Math.abs(away(...from) - away(...at) - 26) < 1e-6, `${i}°: straight towards it`);
  }
});
