// @ts-check
// Loaded once the page stands: a focus that is not lost with its button, and colours where the system forces its own.

import { loadStyle } from "./styles.js";

/** What can have the focus, and is worth having it. */
const CONTROLS = "button, input, select, summary, a[href], [tabindex='0']";

/**
 * The control that takes over from one that is gone: the next that can have the focus, else the last before it, in the
 * nearest place that has one.
 * @template C
 * @param {readonly { before: readonly C[], after: readonly C[] }[]} places the controls around it, nearest place first
 * @param {(control: C) => boolean} can
 * @returns {C | undefined}
 */
export function heirOf(places, can) {
  for (const { before, after } of places) {
    const heir = after.find(can) ?? before.findLast(can);
    if (heir) return heir;
  }
  return undefined;
}

/**
 * A button that disables, hides or removes itself hands its focus on: Back at the start, a pair that is removed.
 * @param {HTMLElement} main
 */
export function keepFocus(main) {
  /** @type {HTMLElement | null} */
  let kept = null;
  /** Where it stood among the controls of each place around it. @type {{ place: Element, at: number }[]} */
  let around = [];
  const observer = new MutationObserver(check);

  function forget() {
    observer.disconnect();
    kept = null;
  }

  /** @param {Element} control */
  const can = (control) =>
    !control.matches(":disabled, [aria-hidden='true']") && control.getClientRects().length > 0;

  function check() {
    if (!kept || can(kept)) return;
    const { activeElement } = document;
    // The reader has gone elsewhere already.
    const lost = !activeElement || activeElement === document.body || activeElement === kept;
    const places = around
      .filter(({ place }) => place.isConnected)
      .map(({ place, at }) => {
        const all = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(CONTROLS)]);
        const next = kept && all.includes(kept) ? at + 1 : at;
        return { before: all.slice(0, at), after: all.slice(next) };
      });
    forget();
    if (lost) heirOf(places, can)?.focus({ preventScroll: true });
  }

  main.addEventListener("focusin", ({ target }) => {
    forget();
    if (!(target instanceof HTMLButtonElement)) return;
    kept = target;
    around = [];
    observer.observe(target, { attributes: true, attributeFilter: ["disabled", "hidden"] });
    for (let place = target.parentElement; place && main.contains(place); place = place.parentElement) {
      around.push({ place, at: [...place.querySelectorAll(CONTROLS)].indexOf(target) });
      observer.observe(place, { childList: true, attributes: true, attributeFilter: ["hidden"] });
    }
  });
  main.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget) forget();
    else queueMicrotask(check);
  });
}

/** The tokens that drawings read, as the system's colours. @type {Readonly<Record<string, string>>} */
const SYSTEM = {
  "--paper": "Canvas",
  "--surface": "Canvas",
  "--sunken": "Canvas",
  "--ink": "CanvasText",
  "--muted": "CanvasText",
  "--line": "GrayText",
  "--edge": "CanvasText",
  "--focus": "Highlight",
};

/** Where the system forces its colours, drawings take them too, and what is chosen is seen. */
export function takeSystemColours() {
  const forced = matchMedia("(forced-colors: active)");
  const root = document.documentElement;
  function apply() {
    for (const [token, name] of Object.entries(SYSTEM)) {
      if (forced.matches) root.style.setProperty(token, resolved(name));
      else root.style.removeProperty(token);
    }
    if (forced.matches) loadStyle("style/forced.css");
  }
  for (const query of [forced, matchMedia("(prefers-color-scheme: dark)")]) {
    query.addEventListener("change", apply);
  }
  apply();
}

/** As a drawing can read it. @param {string} name of a colour of the system */
function resolved(name) {
  const probe = document.createElement("i");
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
