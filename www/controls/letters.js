// @ts-check
// Whether single letters and signs are commands: someone who talks to the computer, or trembles, may not want them.

const STORAGE_KEY = "descent.letters";

let on = read();

function read() {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "off";
  } catch {
    return true;
  }
}

export const lettersOn = () => on;

/** Remembers it, where the browser lets it. @param {boolean} next */
export function setLetters(next) {
  on = next;
  try {
    localStorage.setItem(STORAGE_KEY, next ? "on" : "off");
  } catch {
    // It holds for this visit.
  }
}
