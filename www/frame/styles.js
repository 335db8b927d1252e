// @ts-check
// A chapter's own style sheet: it comes with the chapter, which is shown only once it is in force.

import { addressOf } from "./host.js";

/** @type {Map<string, Promise<void>>} */
const sheets = new Map();

/**
 * Loads a style sheet, once; one that the page itself names is there already. One that failed may be tried again by
 * asking again.
 * @param {string} path under www/
 * @returns {Promise<void>}
 */
export function loadStyle(path) {
  const begun = sheets.get(path);
  if (begun) return begun;
  const now = isThere(path) ? Promise.resolve() : load(path, addressOf(path));
  sheets.set(path, now);
  return now;
}

/** A published page has one sheet that is several, and so has the one file. @param {string} path */
function isThere(path) {
  if (document.querySelector(`[data-sheets~="${path}"]`)) return true;
  return [...document.styleSheets].some((sheet) => sheet.href?.endsWith(`/${path}`));
}

/**
 * @param {string} path
 * @param {string} href
 * @returns {Promise<void>}
 */
function load(path, href) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  const arrival = new Promise((resolve, reject) => {
    link.onload = () => resolve(undefined);
    link.onerror = () => {
      link.remove();
      sheets.delete(path);
      reject(new Error(`${href} could not be loaded`));
    };
  });
  document.head.append(link);
  return arrival;
}
