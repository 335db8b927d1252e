// @ts-check
// All stations, to begin with any; and a teacher's own from a file, which is shown only if nothing in it is wrong.

import { button, element, words } from "../../controls/dom.js";
import { sayAttribute, t } from "../../i18n/index.js";
import { checkTour } from "./check.js";
import { tell } from "./words.js";

/** So many mistakes are named. */
const MOST_TOLD = 5;

/**
 * @param {{
 *   schemas: import("./check.js").Schemas, onStart: (index: number) => void, onRestore: () => void,
 *   onTour: (stations: readonly import("./types.js").Station[] | null) => void, isOwn: () => boolean,
 * }} options `onTour`: null is the built-in one
 */
export function createList({ schemas, onStart, onRestore, onTour, isOwn }) {
  const stations = element("ol", "tour-stations");
  const news = element("div", "tour-news");
  news.setAttribute("role", "alert");
  const input = element("input", "visually-hidden");
  input.type = "file";
  input.accept = ".json,application/json";
  input.tabIndex = -1;
  sayAttribute(input, "aria-label", "tour.own");
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file) await take(file);
    input.value = "";
  });
  const builtIn = button({ text: "tour.own.built-in", onPress: () => onTour(null) });
  const tools = element(
    "div",
    "tour-tools",
    button({ text: "tour.own", onPress: () => input.click() }),
    input,
    builtIn,
    button({ text: "tour.restore", onPress: onRestore }),
  );

  /** @param {File} file */
  async function take(file) {
    const text = file.size > 1_000_000 ? " ".repeat(1_000_001) : await file.text().catch(() => "");
    const found = checkTour(text, schemas);
    if (found.faults.length === 0) {
      onTour(found.stations);
      news.replaceChildren(words("p", "", "tour.own.loaded", { count: found.stations.length }));
      return;
    }
    const told = found.faults
      .slice(0, MOST_TOLD)
      .map((fault) => words("li", "", "tour.fault", faultWords(fault)));
    const more = found.faults.length - told.length;
    if (more > 0) told.push(words("li", "", "tour.own.more", { count: more }));
    news.replaceChildren(words("p", "", "tour.own.wrong"), element("ul", "", ...told));
  }

  return {
    element: element("div", "tour-list", stations, tools, news),
    take,
    /** @param {import("./session.js").TourSession} session */
    show(session) {
      builtIn.hidden = !isOwn();
      stations.replaceChildren(
        ...session.stations.map((station, i) => {
          const made = element("button", "tour-station");
          made.type = "button";
          made.append(tell(element("span"), station.question));
          const right = session.verdictOf(station)?.right ?? null;
          if (right !== null) {
            const mark = element("span", "tour-station-mark", right ? "✓" : "×");
            mark.setAttribute("role", "img");
            made.append(sayAttribute(mark, "aria-label", right ? "tour.seen" : "tour.missed"));
          }
          if (i === session.index) made.setAttribute("aria-current", "step");
          made.addEventListener("click", () => onStart(i));
          return element("li", "", made);
        }),
      );
    },
    /** What was said of a file stays until the next. */
    clear: () => news.replaceChildren(),
  };
}

/** @param {import("./check.js").Fault} fault @returns {import("../../i18n/index.js").Params} */
function faultWords({ n, id, field, code, params }) {
  return {
    place: () => (n === 0 ? t("tour.fault.file") : t("tour.fault.station", { n, id, field: field || "{}" })),
    what: () => t(`tour.fault.${code}`, params),
  };
}
