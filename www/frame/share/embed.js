// @ts-check
// The lines by which a page of a course shows the chapter's picture.

import { words } from "../../controls/dom.js";
import { language, t } from "../../i18n/index.js";
import { createCopyField } from "./copy-field.js";
import { snippetOf } from "./links.js";

export const title = "share.embed";

/** @param {import("./share.js").ShareContext} context */
export function createPanel({ address, chapter }) {
  const open = chapter();
  // A file cannot be shown by a page that lies elsewhere.
  if (!open || location.protocol === "file:") return [];
  const field = createCopyField({ label: "share.embed.field", copy: "share.embed.copy", lines: 4 });
  field.set(
    snippetOf(location.href, {
      chapter: open.id,
      hash: address.link({ page: { lang: language() }, short: true }),
      title: `${t("page.name")} · ${t(open.name)}`,
    }),
  );
  return [words("p", "share-note", "share.embed.note"), ...field.elements];
}
