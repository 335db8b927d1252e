// @ts-check
// What is shared of a page: its link, a shorter one for the code, and where they do not reach.

/**
 * @param {string} href of the page as it is open here
 * @param {{ whole: string, short: string }} hashes of the chapter, with their #
 * @returns {{ link: string, code: string, local: "file" | "computer" | null }} `local`: the link is true for this file or
 *   this computer only
 */
export function linksOf(href, { whole, short }) {
  const place = new URL(href);
  place.searchParams.delete("embed");
  const at = (/** @type {string} */ hash) => {
    place.hash = hash;
    return place.href;
  };
  const local =
    place.protocol === "file:"
      ? "file"
      : /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(place.hostname)
        ? "computer"
        : null;
  return { link: at(whole), code: at(short), local };
}

/**
 * A page of a course shows the chapter by this.
 * @param {string} href of the page as it is open here
 * @param {{ chapter: string, hash: string, title: string }} shown `hash` with its #
 */
export function snippetOf(href, { chapter, hash, title }) {
  const place = new URL(href);
  place.searchParams.set("embed", chapter);
  place.hash = hash;
  const plain = (/** @type {string} */ text) =>
    text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${plain(place.href)}" title="${plain(title)}" width="100%" height="560" style="border: 0"></iframe>`;
}
