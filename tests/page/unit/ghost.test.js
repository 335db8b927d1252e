// The run before stays on the plot of ε until the next has come as far.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ghost } from "../../../www/frame/ghost.js";

const seen = (run, last, data = 1) => ({ run, data, curve: `${run} to ${last}`, last });

test("what a reset has ended is seen until the next run covers it", () => {
  const ghost = new Ghost();
  assert.equal(ghost.show(seen(1, 0)), null);
  assert.equal(ghost.show(seen(1, 300)), null);
  assert.equal(ghost.show(seen(2, 0)), "1 to 300");
  assert.equal(ghost.show(seen(2, 299)), "1 to 300");
  assert.equal(ghost.show(seen(2, 300)), null);
  assert.equal(ghost.show(seen(2, 100)), null, "covered is covered");
});

test("a run that has made no step leaves the one before it, and other data leave nothing", () => {
  const ghost = new Ghost();
  ghost.show(seen(1, 40));
  assert.equal(ghost.show(seen(2, 0)), "1 to 40");
  assert.equal(ghost.show(seen(3, 0)), "1 to 40", "a second press of reset");
  assert.equal(ghost.show(seen(3, 7)), "1 to 40");
  assert.equal(ghost.show(seen(4, 0)), "3 to 7");
  assert.equal(ghost.show(seen(4, 0, 2)), null);
  assert.equal(ghost.show(seen(5, 0, 2)), null);
});
