// @ts-check
// The link of the chapter as it stands, and its code for the class.

import { element, uniqueId, words } from "../../controls/dom.js";
import { language } from "../../i18n/index.js";
import { createCode } from "./code.js";
import { createCopyField } from "./copy-field.js";
import { linksOf } from "./links.js";

export const title = "share.link";

/** @param {import("./share.js").ShareContext} context */
export function createPanel({ address }) {
  const field = createCopyField({ label: "share.link.field", copy: "share.link.copy" });
  const code = createCode();
  const large = element("input", "");
  large.type = "checkbox";
  large.id = uniqueId();
  const name = words("label", "", "share.link.projector");
  name.htmlFor = large.id;
  const note = element("p", "share-note");

  function show() {
    const page = { lang: language(), ...(large.checked ? { projector: "1" } : {}) };
    const whole = address.link({ page });
    const {
      link,
      code: short,
      local,
    } = linksOf(location.href, {
      whole,
      short: address.link({ page, short: true }),
    });
    // A file has no address that others could open: what can be passed on is what stands behind it.
    field.set(local === "file" ? whole : link);
    if (local) note.replaceChildren(words("span", "", `share.link.${local}`));
    code.element.hidden = local === "file";
    if (local !== "file") code.set(short);
  }
  large.addEventListener("change", show);
  show();
  return [...field.elements, element("div", "share-check", large, name), note, code.element];
}
