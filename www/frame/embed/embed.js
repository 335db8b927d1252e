// @ts-check
// One chapter's picture within a page of a course: the page around it hears how high it is, and a link leads to the whole.

import { element, words } from "../../controls/dom.js";
import { linksOf } from "../share/links.js";
import { loadStyle } from "../styles.js";

/**
 * Before the chapter is opened.
 * @param {Pick<ReturnType<typeof import("../address.js").createAddress>, "link" | "flush">} address
 */
export async function begin(address) {
  await loadStyle("frame/embed/style.css");
  const link = words("a", "embed-link", "page.name");
  link.target = "_blank";
  link.rel = "noopener";
  link.href = location.pathname;
  // As the reader sees it here.
  const follow = () => {
    const whole = address.link();
    link.href = linksOf(location.href, { whole, short: whole }).link;
  };
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, follow);
  document.body.append(element("footer", "embed-foot", link));
  announceHeight();
}

/** Tells the page around it, now and at each change: { descent: { height } }, in CSS pixels. */
function announceHeight() {
  let told = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    if (parent !== window) parent.postMessage({ descent: { height } }, "*");
  });
  observer.observe(document.body);
}
