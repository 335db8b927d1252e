import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { mnistSources } from "../../../www/chapters/digits/training/protocol.js";

test("the sizes that the progress expects are those of the files", () => {
  for (const { part, url, compressed, size } of mnistSources(
    new URL("../../../www/data/", import.meta.url),
  )) {
    const bytes = readFileSync(new URL(url ?? ""));
    assert.equal(bytes.length, compressed, part);
    assert.equal(gunzipSync(bytes).length, size, part);
  }
});
