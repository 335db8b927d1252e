import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { mnistSources } from "../../../www/chapters/digits/training/sources.js";

test("the sizes that the progress expects are those of the files", () => {
  const folder = new URL("../../../www/data/", import.meta.url);
  for (const { part, url, compressed, size } of mnistSources((file) => new URL(file, folder).href)) {
    const bytes = readFileSync(new URL(url ?? ""));
    assert.equal(bytes.length, compressed, part);
    assert.equal(gunzipSync(bytes).length, size, part);
  }
});
