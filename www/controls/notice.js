// @ts-check
// A message in the page: news, or an error with what to do and, where it helps, a button to do it.

import { hasText, say } from "../i18n/index.js";
import { button, element } from "./dom.js";

/**
 * The text of an error: its code's own, else a general one that names the code.
 * @param {unknown} error
 * @returns {{ key: string, params: import("../i18n/index.js").Params }}
 */
export function describeError(error) {
  const { code, details, message } = /** @type {{ code?: unknown, details?: unknown, message?: unknown }} */ (
    typeof error === "object" && error !== null ? error : { message: String(error) }
  );
  const key = `error.${String(code)}`;
  const params = /** @type {import("../i18n/index.js").Params} */ (
    typeof details === "object" && details !== null ? details : {}
  );
  if (typeof code === "string" && hasText(key)) return { key, params: { what: "", ...params } };
  return { key: "error.unknown", params: { what: String(message ?? code ?? error) } };
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
