// @ts-check
// The dialog in which a reader takes something of the chapter along: its link, a code of it for a class, pictures, numbers.
// A panel is a file of its own, so that each can grow by itself.

import { createDialog } from "../../controls/dialog.js";
import { element, words } from "../../controls/dom.js";
import { addTexts } from "../../i18n/index.js";
import { share } from "./texts.js";

/**
 * @typedef {import("../tools.js").ToolContext & { close: () => void }} ShareContext `close`: closes the dialog
 *
 * @typedef {Object} Panel
 * @property {string} title key of its heading
 * @property {(context: ShareContext) => readonly HTMLElement[]} createPanel what stands under the heading; none: no panel
 */

/** In the order in which they stand. @type {readonly { id: string, load: () => Promise<Panel> }[]} */
export const PANELS = [
  { id: "link", load: () => import("./link.js") },
  { id: "export", load: () => import("./export/panel.js") },
  { id: "embed", load: () => import("./embed.js") },
];

addTexts(share);

/** @type {HTMLDialogElement | null} */
let shown = null;

/** @param {import("../tools.js").ToolContext} context */
export async function open(context) {
  const panels = await Promise.all(PANELS.map(async ({ id, load }) => ({ id, ...(await load()) })));
  if (shown) return;
  const dialog = createDialog({ title: "share.title", close: "share.close", className: "share" });
  shown = dialog;
  const close = () => dialog.close();
  for (const { id, title: heading, createPanel } of panels) {
    const parts = createPanel({ ...context, close });
    if (parts.length === 0) continue;
    const panel = element("section", "share-panel", words("h3", "share-heading", heading), ...parts);
    panel.dataset.panel = id;
    dialog.append(panel);
  }
  dialog.addEventListener("close", () => {
    dialog.remove();
    shown = null;
  });
  document.body.append(dialog);
  dialog.showModal();
}
