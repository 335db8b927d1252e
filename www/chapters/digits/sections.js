// @ts-check
// What opens where a question arises: "why 3?", a hidden unit, a mistake, the curve. Each is loaded when it is first asked
// for, stands below both halves of the chapter, in one order, and can be closed.

import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { loadStyle } from "../../frame/styles.js";

/**
 * @typedef {"inside" | "mistakes" | "way" | "teach" | "course" | "keep"} Name
 *
 * @typedef {Object} Context what a section is given
 * @property {import("../../frame/lab.js").Frame} frame
 * @property {import("./session.js").Session} session the training
 * @property {import("./training/client.js").TrainingClient} client its worker
 * @property {import("./compare/comparison.js").Comparison} comparison the runs beside it
 * @property {import("./class-names.js").ClassNames} names what the classes are called
 * @property {import("./drawing.js").DrawingPart} drawing what is on the pad
 * @property {(name: Name, subject?: any) => Promise<void>} ask opens another section
 * @property {import("../../frame/core.js").PadApi} api
 *
 * @typedef {Object} Section
 * @property {string} title key
 * @property {HTMLElement} element what stands under the title
 * @property {(subject?: any) => void | Promise<void>} open it has been asked for, again perhaps, about this; resolves when
 *   it is as high as it will be
 * @property {() => void} [close] it is not seen any more
 * @property {() => void} destroy
 *
 * @typedef {(context: Context) => Section} CreateSection
 */

/** In the order in which they stand. @type {Readonly<Record<Name, () => Promise<{ createSection: CreateSection }>>>} */
const LOADERS = {
  inside: () => import("./inside/section.js"),
  way: () => import("./way/section.js"),
  teach: () => import("./teach/section.js"),
  course: () => import("./course/section.js"),
  mistakes: () => import("./mistakes/section.js"),
  keep: () => import("./keep/section.js"),
};
const NAMES = /** @type {Name[]} */ (Object.keys(LOADERS));

/**
 * @param {Omit<Context, "ask">} context
 * @returns {{ element: HTMLElement, ask: Context["ask"] }}
 */
export function createSections({ frame, ...parts }) {
  const slots = new Map(NAMES.map((name) => [name, createSlot(frame, name)]));
  const context = { frame, ...parts, ask };

  /** @type {Context["ask"]} */
  async function ask(name, subject) {
    const slot = slots.get(name);
    if (!slot) return;
    try {
      const [{ createSection }] = await Promise.all([
        LOADERS[name](),
        loadStyle(`chapters/digits/${name}/style.css`),
      ]);
      if (frame.alive()) await slot.open(createSection, context, subject);
    } catch (error) {
      if (frame.alive())
        frame.notice.showError(error, { text: "page.retry", onPress: () => ask(name, subject) });
    }
  }
  return { element: element("div", "sections", ...[...slots.values()].map((slot) => slot.element)), ask };
}

/**
 * A section's place, empty until it is asked for.
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {Name} name
 */
function createSlot(frame, name) {
  const place = element("section", `section digits-section digits-${name}`);
  place.hidden = true;
  place.dataset.section = name;
  /** @type {Section | null} */
  let section = null;
  /** Where the reader came from. @type {Element | null} */
  let opener = null;

  function close() {
    place.hidden = true;
    section?.close?.();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }

  /** @param {CreateSection} create @param {Context} context */
  function make(create, context) {
    const made = create(context);
    frame.onEnd(made.destroy);
    const title = words("h2", "section-title", made.title);
    title.tabIndex = -1;
    const shut = button({ label: "digits.section.close", icon: icon("clear"), onPress: close });
    shut.classList.add("section-close");
    place.append(element("div", "section-head", title, shut), made.element);
    return made;
  }

  return {
    element: place,
    /** @param {CreateSection} create @param {Context} context @param {any} subject */
    async open(create, context, subject) {
      section ??= make(create, context);
      opener = document.activeElement;
      place.hidden = false;
      const opened = section.open(subject);
      place.querySelector("h2")?.focus({ preventScroll: true });
      await opened;
      if (frame.alive() && !place.hidden) frame.scrollTo(place, "start");
    },
  };
}
