// @ts-check
// The tour's card: the station's words, the prediction, what the page answered and why, and the way on.

import { button, element, uniqueId, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { say, sayAttribute } from "../../i18n/index.js";
import { createAnswer } from "./answers.js";
import { createList } from "./list.js";
import { tell, verdictWords } from "./words.js";

/** @typedef {import("./session.js").TourSession} Session */

/**
 * @param {{
 *   onGive: (given: number | null) => void, onShow: () => void, onNext: () => void, onBack: () => void,
 *   onAgain: () => void, onClose: () => void,
 * } & Parameters<typeof createList>[0]} options
 */
export function createCard(options) {
  const { onGive, onClose, onStart } = options;
  const parts = createParts();
  const { root, title, text, question, answers, told, list: listPlace } = parts;
  const list = createList({
    ...options,
    onStart(index) {
      menu.open(false);
      onStart(index);
    },
  });
  listPlace.append(list.element);
  const way = createWay(options);
  parts.way.append(...way.elements);
  const menu = createTop(root, listPlace, onClose);
  parts.top.append(...menu.elements);
  /** @type {import("./answers.js").Field | null} */
  let field = null;
  /** @type {unknown} */
  let shown = null;

  listen(root, onClose, (file) => {
    menu.open(true);
    list.take(file);
  });

  /** @param {Session} session */
  function showEnd({ score }) {
    say(title, "tour.end");
    say(text, "tour.end.score", score);
    question.replaceChildren();
    question.removeAttribute("data-i18n");
    answers.replaceChildren();
    told.replaceChildren();
    field?.destroy();
    field = null;
    shown = null;
  }

  return {
    element: root,
    /** @param {Session} session */
    render(session) {
      const { station, phase, index, stations } = session;
      root.dataset.phase = phase;
      const isEnd = phase === "end";
      list.show(session);
      way.render(session);
      if (isEnd) return showEnd(session);
      say(title, "tour.place", { n: index + 1, count: stations.length });
      tell(text, station.text);
      tell(question, station.question);
      if (shown !== station || phase === "ask") {
        field?.destroy();
        field = createAnswer(station, onGive);
        answers.replaceChildren(field.element);
        shown = station;
      }
      field?.show(session);
      showTold(told, session);
    },
    /** @param {Session} session */
    showGiven: (session) => field?.show(session),
    /** @param {readonly [number, number]} range of a place that may be pointed at */
    setRange: (range) => field?.setRange?.(range),
    setBusy: way.setBusy,
    focus: () => title.focus({ preventScroll: true }),
    focusNext: way.focusNext,
    /** What is said of the prediction, and why. */
    told: () =>
      Array.from(
        told.querySelectorAll("strong, .tour-verdict > span:not(.tour-sign), .tour-reason"),
        (it) => it.textContent,
      ).join(" "),
  };
}

/** The buttons under a station. @param {{ onShow: () => void, onNext: () => void, onBack: () => void, onAgain: () => void }} options */
function createWay({ onShow, onNext, onBack, onAgain }) {
  const show = button({ text: "tour.show", className: "button-main", onPress: onShow });
  const next = button({ text: "tour.next", className: "button-main", onPress: onNext });
  const skip = button({ text: "tour.skip", onPress: onNext });
  const again = button({ text: "tour.again", onPress: onAgain });
  const back = button({ text: "tour.back", onPress: onBack });
  for (const [name, made] of Object.entries({ show, next, skip, again, back })) made.dataset.tour = name;
  const busy = element("p", "tour-busy caption");
  /** The page is at work. @param {string | null} key */
  function setBusy(key) {
    busy.hidden = key === null;
    if (key) say(busy, key);
    show.disabled = key !== null;
  }
  return {
    elements: [back, again, skip, show, next, busy],
    setBusy,
    focusNext: () => next.focus({ preventScroll: true }),
    /** @param {Session} session */
    render({ phase, canBack, index, stations }) {
      show.hidden = phase === "told" || phase === "end";
      skip.hidden = phase !== "ask";
      next.hidden = phase !== "told";
      again.hidden = phase !== "told";
      back.disabled = !canBack;
      const label = next.querySelector("span");
      if (label) say(label, index + 1 < stations.length ? "tour.next" : "tour.finish");
      setBusy(null);
    },
  };
}

/**
 * The buttons beside the title: the list, folding, leaving.
 * @param {HTMLElement} root
 * @param {HTMLElement} list
 * @param {() => void} onClose
 */
function createTop(root, list, onClose) {
  let folded = false;
  const all = button({
    text: "tour.list",
    className: "button-quiet",
    onPress: () => open(list.hidden !== false),
  });
  const fold = button({ text: "tour.fold", className: "button-quiet", onPress: () => setFolded(!folded) });
  const leave = button({
    label: "tour.close",
    icon: icon("clear"),
    className: "button-quiet",
    onPress: onClose,
  });
  for (const [name, made] of Object.entries({ all, fold, leave })) made.dataset.tour = name;

  /** @param {boolean} next */
  function open(next) {
    list.hidden = !next;
    all.setAttribute("aria-expanded", String(next));
    if (next) setFolded(false);
  }
  /** @param {boolean} next */
  function setFolded(next) {
    folded = next;
    root.classList.toggle("tour-folded", folded);
    const label = fold.querySelector("span");
    if (label) say(label, folded ? "tour.unfold" : "tour.fold");
    fold.setAttribute("aria-expanded", String(!folded));
  }
  open(false);
  setFolded(false);
  return { elements: [all, fold, leave], open };
}

/** Escape leaves, and a file may be dropped. @param {HTMLElement} root @param {() => void} onClose @param {(file: File) => void} onFile */
function listen(root, onClose, onFile) {
  root.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (event.key !== "Escape" || typing) return;
    event.stopPropagation();
    onClose();
  });
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) onFile(file);
  });
}

/** Where everything stands. */
function createParts() {
  const title = element("h2", "tour-title");
  title.tabIndex = -1;
  title.id = uniqueId();
  const text = element("p", "tour-text");
  const question = element("p", "tour-question");
  text.id = uniqueId();
  question.id = uniqueId();
  title.setAttribute("aria-describedby", `${text.id} ${question.id}`);
  const top = element("div", "tour-top", title);
  const answers = element("div", "tour-answers");
  const told = element("div", "tour-told");
  const way = element("div", "tour-way");
  const list = element("div", "tour-menu");
  const root = element(
    "section",
    "tour",
    top,
    list,
    element(
      "div",
      "tour-body",
      element("div", "tour-words", text, question),
      element("div", "tour-side", answers, told, way),
    ),
  );
  sayAttribute(root, "aria-label", "tour.name");
  return { root, title, text, question, top, answers, told, way, list };
}

/** @param {HTMLElement} place @param {Session} session */
function showTold(place, { station, verdict }) {
  place.replaceChildren();
  if (!verdict) return;
  const { mark, read } = verdictWords(station, verdict);
  const sign = element("span", "tour-sign", verdict.right === null ? "→" : verdict.right ? "✓" : "×");
  sign.setAttribute("aria-hidden", "true");
  const head = element("p", "tour-verdict", sign, words("strong", "", mark.key), " ");
  head.dataset.right = String(verdict.right);
  if (read) head.append(words("span", "", read.key, read.params));
  const { answer } = station;
  const correct = answer.kind === "choice" && verdict.right !== true ? answer.options[answer.right] : null;
  if (correct) head.append(words("span", "", "tour.correct"), " ", tell(element("span"), correct));
  place.append(head, tell(element("p", "tour-reason"), station.reason));
}
