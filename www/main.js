// @ts-check
// Boot: language, theme, the chapters in the lecture's order, and the way between them.

import { SCHEMA as CURVE } from "./chapters/curve/schema.js";
import { SCHEMA as DESCENT } from "./chapters/descent/schema.js";
import { digits } from "./chapters/digits/chapter.js";
import { SCHEMA as NEURON } from "./chapters/neuron/schema.js";
import { createChoice } from "./controls/choice.js";
import { button, element, words } from "./controls/dom.js";
import { createHelp } from "./controls/help.js";
import { icon } from "./controls/icons.js";
import { createNotice } from "./controls/notice.js";
import { createAddress } from "./frame/address.js";
import { listenToKeys } from "./frame/keys.js";
import { createPlayer } from "./frame/player.js";
import { loadStyle } from "./frame/styles.js";
import { initTheme, setTheme, theme } from "./frame/theme.js";
import { initLanguage, LANGUAGES, language, onLanguage, setLanguage, t } from "./i18n/index.js";

/**
 * @typedef {{ settings: import("./frame/address.js").Settings, player: import("./frame/player.js").Player, showHelp: () => void }} Tools
 *
 * @typedef {Object} Chapter
 * @property {string} id its name in the address
 * @property {number} number its place in the lecture
 * @property {string} name key of its short name
 * @property {string} title key of its full title
 * @property {import("./frame/address.js").Schema} schema
 * @property {Mount} [mount]
 * @property {() => Promise<{ mount: Mount }>} [load] in place of `mount`, for a chapter that is loaded when it is opened,
 *   with its style sheet `chapters/<id>/style.css`
 *
 * @typedef {(root: HTMLElement, tools: Tools) => { destroy: () => void }} Mount
 */

/** The chapters that are built, in the lecture's order. @type {readonly Chapter[]} */
const CHAPTERS = [
  {
    id: "curve",
    number: 1,
    name: "curve.name",
    title: "curve.title",
    schema: CURVE,
    load: () => import("./chapters/curve/chapter.js"),
  },
  {
    id: "descent",
    number: 2,
    name: "descent.name",
    title: "descent.title",
    schema: DESCENT,
    load: () => import("./chapters/descent/chapter.js"),
  },
  {
    id: "neuron",
    number: 3,
    name: "neuron.name",
    title: "neuron.title",
    schema: NEURON,
    load: () => import("./chapters/neuron/chapter.js"),
  },
  digits,
];

/** What an address without a chapter opens: the pad that answers at once. */
const HOME = "digits";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const player = createPlayer();

/** @type {{ destroy: () => void } | null} */
let mounted = null;
/** @type {HTMLElement | null} */
let failure = null;

/**
 * A readable message in place of a blank page. The chapter stays under it: the drawing is not lost.
 * @param {unknown} error
 */
function showFailure(error) {
  console.error(error);
  failure?.remove();
  const notice = createNotice();
  notice.showError(error, { text: "page.reload", onPress: () => location.reload() });
  failure = notice.element;
  main.prepend(failure);
}

function openChapter() {
  const chapter = CHAPTERS.find(({ id }) => id === address.chapter());
  if (!chapter) throw new RangeError(`no chapter ${address.chapter()}`);
  try {
    mounted?.destroy();
  } catch (error) {
    console.error(error);
  }
  mounted = null;
  failure = null;
  const root = element("article", `chapter chapter-${chapter.id}`);
  main.replaceChildren(root);
  markChapter(chapter.id);
  showTitle();
  const tools = { settings: address.open(), player, showHelp: help.show };
  if (chapter.mount) mount(chapter.mount, root, tools);
  else {
    Promise.all([chapter.load?.(), loadStyle(`../chapters/${chapter.id}/style.css`)]).then(
      ([loaded]) => loaded && mount(loaded.mount, root, tools),
      (error) => {
        if (root.isConnected) showFailure(error);
      },
    );
  }
}

/**
 * @param {Mount} how
 * @param {HTMLElement} root no longer in the page when the reader has gone on meanwhile
 * @param {Tools} tools
 */
function mount(how, root, tools) {
  if (!root.isConnected) return;
  try {
    mounted = how(root, tools);
  } catch (error) {
    showFailure(error);
  }
}

/** @param {string} id of the open chapter */
function markChapter(id) {
  const bar = /** @type {HTMLElement} */ (document.querySelector(".chapters"));
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (bar.querySelectorAll("a"))) {
    if (link.dataset.chapter !== id) {
      link.removeAttribute("aria-current");
      continue;
    }
    link.setAttribute("aria-current", "page");
    // On a phone the bar is wider than the screen: bring the open chapter into it, without moving the page. Asked for
    // in the frame, when the chapter is there too, the places cost no layout of their own.
    requestAnimationFrame(() => {
      bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
    });
  }
}

function showTitle() {
  const chapter = CHAPTERS.find(({ id }) => id === address.chapter());
  document.title = chapter ? `${t("page.name")} · ${t(chapter.name)}` : t("page.name");
}

function buildHeader() {
  const skip = words("a", "skip-link", "page.skip");
  skip.href = "#main";
  // The address after # is the chapter's, so the link moves the focus by itself.
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  document.body.prepend(skip);

  const list = /** @type {HTMLElement} */ (document.querySelector("#chapters"));
  for (const { id, number, name } of CHAPTERS) {
    const link = element(
      "a",
      "chapter-link",
      element("span", "chapter-number", String(number)),
      words("span", "", name),
    );
    link.href = `#${id}`;
    link.dataset.chapter = id;
    list.append(element("li", "", link));
  }

  const languages = createChoice({
    label: "page.language",
    options: LANGUAGES.map(({ id, short }) => ({ value: id, plain: short })),
    value: language(),
    onChange: setLanguage,
  });
  onLanguage((next) => languages.set(next));

  const themes = createChoice({
    label: "page.theme",
    options: [
      { value: /** @type {const} */ ("light"), text: "page.theme.light", icon: icon("light") },
      { value: /** @type {const} */ ("auto"), text: "page.theme.auto", icon: icon("auto") },
      { value: /** @type {const} */ ("dark"), text: "page.theme.dark", icon: icon("dark") },
    ],
    value: theme(),
    onChange: setTheme,
  });
  document.querySelector("#choices")?.append(
    languages.element,
    themes.element,
    button({
      label: "help.open",
      icon: icon("help"),
      className: "button-quiet",
      onPress: () => help.show(),
    }),
  );
}

addEventListener("error", (event) => showFailure(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => showFailure(event.reason));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) player.pause();
});

initTheme();
await initLanguage();
// The browser finishes with the document first: two short tasks in place of a long one.
await new Promise((resolve) => setTimeout(resolve));
const help = createHelp();
const address = createAddress({
  schemas: Object.fromEntries(CHAPTERS.map(({ id, schema }) => [id, schema])),
  home: HOME,
  onChapter: openChapter,
});
buildHeader();
listenToKeys(player, help.show);
onLanguage(showTitle);
openChapter();
