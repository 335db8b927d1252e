// @ts-check
// A message in the page: news, or an error with what to do and, where it helps, a button to do it.

import { hasText, say } from "../i18n/index.js";
import { button, element } from "./dom.js";

/** The core writes the numbers in its details as text; what is a number is written as every number of the page is. */
const WHOLE = /^-?(0|[1-9]\d{0,14})$/;

/**
 * The text of an error: its code's own, else a general one. What the browser itself says of it is in another language and
 * for the console.
 * @param {unknown} error
 * @returns {{ key: string, params: import("../i18n/index.js").Params }}
 */
export function describeError(error) {
  const { code, details } =
    /** @type {{ code?: unknown, details?: import("../i18n/index.js").Params | null }} */ (
      typeof error === "object" && error !== null ? error : {}
    );
  const key = `error.${String(code)}`;
  if (typeof code !== "string" || !hasText(key)) {
    console.error(error);
    return { key: "error.unknown", params: {} };
  }
  const params = Object.entries(details ?? {}).map(([name, value]) => {
    return [name, typeof value === "string" && WHOLE.test(value) ? Number(value) : value];
  });
  return { key, params: Object.fromEntries(params) };
}

/** A place for one message, empty at first. */
export function createNotice() {
  const root = element("div", "notice");
  root.hidden = true;
  const text = element("p", "notice-text");
  const actions = element("div", "notice-actions");
  root.append(text, actions);

  return {
    element: root,

    /**
     * @param {{
     *   key: string, params?: import("../i18n/index.js").Params, kind?: "news" | "error",
     *   action?: { text: string, onPress: () => void },
     * }} message
     */
    show({ key, params, kind = "news", action }) {
      root.setAttribute("role", kind === "error" ? "alert" : "status");
      root.classList.toggle("notice-error", kind === "error");
      say(text, key, params);
      actions.replaceChildren(...(action ? [button({ text: action.text, onPress: action.onPress })] : []));
      root.hidden = false;
    },

    /**
     * @param {unknown} error
     * @param {{ text: string, onPress: () => void }} [action]
     */
    showError(error, action) {
      this.show({ ...describeError(error), kind: "error", ...(action ? { action } : {}) });
    },

    hide() {
      root.hidden = true;
    },
  };
}
