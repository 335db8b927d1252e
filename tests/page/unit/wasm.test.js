import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

// wasm.js imports the built glue; only its probe is wanted here, and that must not depend on a build.
const source = readFileSync(new URL("../../../www/frame/wasm.js", import.meta.url), "utf8");
const probe = /const SIMD_PROBE = new Uint8Array\(\[([^\]]*)\]\)/.exec(source);

test("the probe is a module with a vector instruction, and valid where there are vectors", () => {
  assert.ok(probe);
  const bytes = Uint8Array.from(
    probe[1]
      .split(",")
      .filter((text) => text.trim())
      .map(Number),
  );
  assert.ok(WebAssembly.validate(bytes));
  const at = bytes.indexOf(0xfd);
  assert.ok(at > 0, "the prefix of vector instructions");
  // With an instruction in its place that wants a vector, not a number, the module is not valid: it is really checked.
  const foreign = bytes.slice();
  foreign[at + 1] = 0x7f;
  assert.ok(!WebAssembly.validate(foreign));
});
