// @ts-check
// The page around the chapters: the way between them, language and theme, the keys, and a message when something breaks.

import { createChoice } from "../controls/choice.js";
import { button, element, words } from "../controls/dom.js";
import { createHelp } from "../controls/help.js";
import { icon } from "../controls/icons.js";
import { createNotice } from "../controls/notice.js";
import { LANGUAGES, language, onLanguage, sayAttribute, setLanguage, t } from "../i18n/index.js";
import { setTheme, theme } from "./theme.js";
import { createTools } from "./tools.js";

/** @typedef {import("./lab.js").Entry} Entry */

/**
 * Fills the page's header.
 * @param {{
 *   chapters: readonly Entry[], main: HTMLElement, onLeave: () => void,
 *   tools: Omit<import("./tools.js").ToolContext, "chapter">,
 * }} options `onLeave`: the reader has pressed on a chapter, and the address still is the old one
 */
export function createPage({ chapters, main, onLeave, tools }) {
  const help = createHelp();
  document.body.prepend(createSkipLink(main));
  const list = /** @type {HTMLElement} */ (document.querySelector("#chapters"));
  list.append(...chapters.map((chapter) => element("li", "", createLink(chapter))));
  list.addEventListener("click", onLeave);
  /** @type {Entry | null} */
  let open = null;
  const tooled = createTools(() => ({ ...tools, chapter: () => open }));
  document.querySelector("#choices")?.append(...createChoices(help.show, tooled));

  function showTitle() {
    document.title = open ? `${t("page.name")} · ${t(open.name)}` : t("page.name");
  }
  onLanguage(showTitle);

  return {
    showHelp: help.show,
    /** As if its button had been pressed. @param {string} id of a tool */
    use: (id) => tooled.find(({ dataset }) => dataset.tool === id)?.click(),
    /** @param {Entry} chapter that is open now */
    setChapter(chapter) {
      open = chapter;
      markLink(chapter.id);
      showTitle();
    },
  };
}

/** @param {HTMLElement} main */
function createSkipLink(main) {
  const skip = words("a", "skip-link", "page.skip");
  skip.href = "#main";
  // The address after # is the chapter's, so the link moves the focus by itself.
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  return skip;
}

/** @param {Entry} chapter */
function createLink({ id, number, name }) {
  const link = element(
    "a",
    "chapter-link",
    element("span", "chapter-number", String(number)),
    words("span", "", name),
  );
  link.href = `#${id}`;
  link.dataset.chapter = id;
  return link;
}

/** @param {string} id of the open chapter */
function markLink(id) {
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

/** Language, theme, tools, help. @param {() => void} showHelp @param {readonly HTMLElement[]} tools */
function createChoices(showHelp, tools) {
  const languages = createChoice({
    label: "page.language",
    options: LANGUAGES.map(({ id, short }) => ({ value: id, plain: short, lang: id })),
    value: language(),
    onChange: (next) => setLanguage(next),
  });
  onLanguage((next) => languages.set(next));
  const help = button({
    label: "help.open",
    icon: icon("help"),
    className: "button-quiet",
    onPress: showHelp,
  });
  return [languages.element, createThemeButton(), ...tools, help];
}

/** What follows each choice of colours at a press. */
const AFTER = /** @type {const} */ ({ auto: "light", light: "dark", dark: "auto" });

function createThemeButton() {
  const made = button({
    icon: icon(theme()),
    label: `page.theme.${theme()}`,
    className: "button-quiet",
    onPress() {
      const next = AFTER[theme()];
      setTheme(next);
      made.replaceChildren(icon(next));
      sayAttribute(made, "aria-label", `page.theme.${next}`);
      sayAttribute(made, "title", `page.theme.${next}`);
    },
  });
  made.dataset.tool = "theme";
  return made;
}

/**
 * A readable message in place of a blank page. The chapter stays under it: the drawing is not lost.
 * @param {HTMLElement} main
 */
export function createFailure(main) {
  /** @type {HTMLElement | null} */
  let shown = null;
  return {
    /** @param {unknown} error */
    show(error) {
      shown?.remove();
      const notice = createNotice();
      notice.showError(error, { text: "page.reload", onPress: () => location.reload() });
      shown = notice.element;
      main.prepend(shown);
    },
  };
}
