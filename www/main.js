// @ts-check
// Boot: the chapters in the lecture's order, and the way between them.

import { SCHEMA as CURVE } from "./chapters/curve/schema.js";
import { SCHEMA as DESCENT } from "./chapters/descent/schema.js";
import { lab as digits } from "./chapters/digits/chapter.js";
import { SCHEMA as DIGITS } from "./chapters/digits/schema.js";
import { SCHEMA as NEURON } from "./chapters/neuron/schema.js";
import { element } from "./controls/dom.js";
import { createAddress } from "./frame/address.js";
import { createAnnouncer } from "./frame/announce.js";
import { listenToKeys } from "./frame/keys.js";
import { openLab } from "./frame/lab.js";
import { createFailure, createPage } from "./frame/page.js";
import { createPlayer } from "./frame/player.js";
import { loadStyle } from "./frame/styles.js";
import { initTheme } from "./frame/theme.js";
import { initLanguage, onLanguage, setLanguage } from "./i18n/index.js";

/** The chapters that are built, in the lecture's order. @type {readonly import("./frame/lab.js").Entry[]} */
const CHAPTERS = [
  {
    id: "curve",
    number: 1,
    name: "curve.name",
    schema: CURVE,
    load: () => import("./chapters/curve/chapter.js"),
  },
  {
    id: "descent",
    number: 2,
    name: "descent.name",
    schema: DESCENT,
    load: () => import("./chapters/descent/chapter.js"),
  },
  {
    id: "neuron",
    number: 3,
    name: "neuron.name",
    schema: NEURON,
    load: () => import("./chapters/neuron/chapter.js"),
  },
  // The one that an address without a chapter opens comes with the page.
  { id: "digits", number: 4, name: "digits.name", schema: DIGITS, load: async () => ({ lab: digits }) },
];

/** What an address without a chapter opens: the pad that answers at once. */
const HOME = "digits";

const { dataset } = document.documentElement;
/** The one chapter of a page within another page. */
const embedded = CHAPTERS.find(({ id }) => id === dataset.embed);
if (!embedded) delete dataset.embed;

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const player = createPlayer();
const failure = createFailure(main);

/** @type {ReturnType<typeof openLab> | null} */
let mounted = null;

/** The chapter that the address names. */
async function openChapter() {
  const entry = CHAPTERS.find(({ id }) => id === address.chapter());
  if (!entry) throw new RangeError(`no chapter ${address.chapter()}`);
  close();
  const root = element("article", `chapter chapter-${entry.id}`);
  main.replaceChildren(root);
  page.setChapter(entry);
  const settings = address.open();
  try {
    const styles = [`chapters/${entry.id}/style.css`, ...(entry.id === HOME ? [] : ["lecture/style.css"])];
    const [{ lab }] = await Promise.all([entry.load(), ...styles.map(loadStyle)]);
    // The reader may have gone on meanwhile.
    if (!root.isConnected) return;
    mounted = openLab(root, { entry, lab, settings, player, announce, onStanding: bringAccess });
    tellRepairs();
  } catch (error) {
    if (root.isConnected) failure.show(error);
  }
}

let isAccessible = false;

/** What the pad must not wait for: once, when a chapter stands. */
async function bringAccess() {
  if (isAccessible) return;
  isAccessible = true;
  const { keepFocus, takeSystemColours } = await import("./frame/access.js");
  keepFocus(main);
  takeSystemColours();
}

/** What the address says of the page itself. @param {import("./frame/address.js").PageSettings} said */
function followPage({ lang, projector }) {
  if (lang) setLanguage(/** @type {import("./i18n/index.js").Language} */ (lang), false);
  const on = document.documentElement.hasAttribute("data-projector");
  if (projector && (projector === "1") !== on) page.use("projector");
}

async function tellRepairs() {
  const repairs = mounted ? address.takeRepairs() : [];
  if (repairs.length > 0) (await import("./frame/repairs/repairs.js")).tell(main, repairs, CHAPTERS);
}

function close() {
  try {
    mounted?.destroy();
  } catch (error) {
    console.error(error);
  }
  mounted = null;
}

addEventListener("error", (event) => {
  // No fault: sizes that changed while sizes were told are told with the next frame. Of a page from a disk WebKit says no more
  // than that there was something, and then it is this.
  const isMasked = location.protocol === "file:" && event.message === "Script error.";
  if (isMasked || /^ResizeObserver loop/.test(event.message)) return;
  failure.show(event.error ?? event.message);
});
addEventListener("unhandledrejection", (event) => failure.show(event.reason));
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return;
  player.pause();
  address.flush();
});

initTheme();
await initLanguage();
// The browser finishes with the document first: two short tasks in place of a long one.
await new Promise((resolve) => setTimeout(resolve));
const { announce } = createAnnouncer();
const address = createAddress({
  schemas: Object.fromEntries((embedded ? [embedded] : CHAPTERS).map(({ id, schema }) => [id, schema])),
  home: embedded?.id ?? HOME,
  onChapter: openChapter,
  onPage: followPage,
  onRepair: tellRepairs,
});
const page = createPage({
  chapters: CHAPTERS,
  main,
  onLeave: address.flush,
  tools: { player, address, main, announce, lab: () => mounted },
});
listenToKeys(player, { help: page.showHelp, projector: () => page.use("projector") });
onLanguage((lang) => address.page().lang && address.setPage({ lang }));
if (embedded) await (await import("./frame/embed/embed.js")).begin(address);
openChapter();
followPage(address.page());
