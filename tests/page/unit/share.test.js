// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { linksOf, snippetOf } from "../../../www/frame/share/links.js";

const HASHES = { whole: "#descent?a=1&t=3", short: "#descent?t=3" };

test("a link is that of the page, without what makes it a part of another", () => {
  assert.deepEqual(linksOf("https://example.org/d/?embed=descent#curve", HASHES), {
    link: "https://example.org/d/#descent?a=1&t=3",
    code: "https://example.org/d/#descent?t=3",
    local: null,
  });
});

test("an address that reaches nobody else is known", () => {
  const local = (/** @type {string} */ href) => linksOf(href, HASHES).local;
  assert.equal(local("file:///home/teacher/descent.html#curve"), "file");
  for (const host of ["localhost:8000", "127.0.0.1:80", "127.1.2.3", "[::1]:8000"])
    assert.equal(local(`http://${host}/`), "computer", host);
  for (const host of ["localhost.example", "192.168.0.4", "example.org"])
    assert.equal(local(`http://${host}/`), null, host);
});

test("the lines for a course page hold whatever the chapter and its name are", () => {
  const snippet = snippetOf("https://example.org/d/#descent", {
    chapter: "descent",
    hash: '#descent?formula=a&b="<',
    title: 'A "title" & more',
  });
  assert.equal(
    snippet,
    '<iframe src="https://example.org/d/?embed=descent#descent?formula=a&amp;b=%22%3C" ' +
      'title="A &quot;title&quot; &amp; more" width="100%" height="560" style="border: 0"></iframe>',
  );
});
