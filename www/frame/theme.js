// @ts-check
// Light, dark, or as the system says; remembered where the browser allows it.

/** @typedef {"auto" | "light" | "dark"} Theme */

const STORAGE_KEY = "descent.theme";

/** @type {Theme} */
let current = "auto";

export function initTheme() {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    if (stored === "light" || stored === "dark") current = stored;
  } catch {
    current = "auto";
  }
  apply();
}

/** @returns {Theme} */
export function theme() {
  return current;
}

/** @param {Theme} next */
export function setTheme(next) {
  current = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // A page that may not store still switches.
  }
  apply();
}

function apply() {
  if (current === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", current);
}
