// @ts-check
// Pictures and numbers of the open chapter as files: each plot as PNG, SVG and CSV, the run as CSV, and the hand-out.

import { pictureOf, svgOf } from "../../../chart/redraw.js";
import { seeAll } from "../../../chart/visible.js";
import { button, element, words } from "../../../controls/dom.js";
import { saveFile } from "../../../controls/save.js";
import { addTexts, language, sayAttribute, t } from "../../../i18n/index.js";
import { loadStyle } from "../../styles.js";
import { linksOf } from "../links.js";
import { csvOf, WAYS } from "./csv.js";
import { takeable } from "./plots.js";
import { exporting } from "./texts.js";

/** @typedef {import("./plots.js").Taken} Taken */

export const title = "export.title";

/** Pixels of a picture's file in one of the page's. */
const PNG = 2;
/** The same of the small pictures in the list. */
const SMALL = 0.5;
/** Milliseconds after which pictures that had not been computed have been. */
const COMPUTED = 500;

addTexts(exporting);

/** @param {import("../share.js").ShareContext} context */
export function createPanel({ chapter, lab, main, announce, close }) {
  // Without it all is there, only less neat.
  loadStyle("frame/share/export/style.css").catch(() => {});
  const number = String(chapter()?.number ?? "");
  const rest = seeAll();
  const plots = takeable(main, number);
  const list = element("ul", "export-list", ...plots.map((plot) => createRow(plot, announce)));
  const note = words("p", "share-note", plots.length > 0 ? "export.note" : "export.none");
  requestAnimationFrame(() => list.closest("dialog")?.addEventListener("close", rest, { once: true }));

  const table = lab()?.view.run?.() ?? [];
  const run = saving("export.run", () => saveTable(table, `descent-${number}-run`), announce);
  run.dataset.export = "run";
  run.disabled = isNothing(table);
  const print = button({
    text: "export.print",
    async onPress() {
      const { printHandout } = await import("../../print/print.js");
      const way = wayIn(list.closest("dialog"));
      close();
      await printHandout(way);
    },
  });
  print.dataset.export = "print";
  return [
    element("div", "share-row", print, run),
    list,
    note,
    words("p", "share-note", "export.note.csv"),
    words("p", "share-note", "export.note.print"),
  ];
}

/** The link of the panel beside, with its code, where others can follow it. @param {Element | null} dialog */
function wayIn(dialog) {
  if (linksOf(location.href, { whole: "", short: "" }).local) return null;
  const place = /** @type {HTMLElement | null} */ (
    dialog?.querySelector(".share-code:not([hidden])") ?? null
  );
  const picture = place?.querySelector("svg");
  const link = place?.dataset.text;
  return picture && link ? { link, code: /** @type {Element} */ (picture.cloneNode(true)) } : null;
}

/** @param {Taken} plot @param {(text: string) => void} announce */
function createRow({ canvas, name, file, numbers }, announce) {
  const small = element("span", "export-small");
  small.setAttribute("aria-hidden", "true");
  const png = saving(
    "export.png",
    async () => {
      const blob = await pngOf(canvas);
      saveFile(blob, `${file}.png`, blob.type);
    },
    announce,
  );
  const svg = saving(
    "export.svg",
    () => saveFile(svgOf(canvas, name), `${file}.svg`, "image/svg+xml"),
    announce,
  );
  const csv = saving("export.csv", () => saveTable(numbers?.() ?? [], file), announce);
  const copy = saving(
    "export.copy",
    async () => {
      // The promise goes along: some browsers allow it only within the press itself.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(canvas) })]);
      announce(t("export.copied"));
    },
    announce,
  );
  copy.hidden = typeof ClipboardItem === "undefined" || !navigator.clipboard?.write;
  for (const [what, press] of Object.entries({ png, svg, csv, copy })) {
    press.dataset.export = what;
    sayAttribute(press, "aria-label", `export.${what}.label`, { name });
  }
  const show = () => {
    small.replaceChildren(pictureOf(canvas, SMALL));
    csv.hidden = !numbers || isNothing(numbers());
  };
  requestAnimationFrame(show);
  setTimeout(() => small.isConnected && show(), COMPUTED);
  const row = element(
    "li",
    "export-row",
    small,
    element("span", "export-name", name),
    element("span", "export-ways", png, svg, csv, copy),
  );
  row.dataset.plot = file;
  return row;
}

/**
 * A button that does something which may fail: then it says so in place of its word.
 * @param {string} text key
 * @param {() => unknown} act
 * @param {(text: string) => void} announce
 */
function saving(text, act, announce) {
  const made = button({
    text,
    async onPress() {
      try {
        await act();
      } catch (error) {
        console.error(error);
        made.replaceChildren(words("span", "button-text", "export.failed"));
        announce(t("export.failed"));
      }
    },
  });
  return made;
}

/** @param {HTMLElement} canvas @returns {Promise<Blob>} */
function pngOf(canvas) {
  return new Promise((resolve, reject) => {
    pictureOf(canvas, PNG).toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("no picture could be made"))),
      "image/png",
    );
  });
}

/** @param {import("../../../chart/table.js").Table} table @param {string} file without its ending */
function saveTable(table, file) {
  saveFile(csvOf(table, WAYS[language()]), `${file}.csv`, "text/csv;charset=utf-8");
}

/** @param {import("../../../chart/table.js").Table} table */
function isNothing(table) {
  return table.every(({ values }) => values.length === 0);
}
