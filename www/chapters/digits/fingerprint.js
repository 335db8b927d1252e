// @ts-check
// A fingerprint of all weights where the run stands: two runs that were made with the same numbers have the same one, bit
// for bit. It is the check sum that ends the network's file.

import { element } from "../../controls/dom.js";
import { say } from "../../i18n/index.js";

/** Bytes of the check sum. */
const SUM = 4;

/** @param {Uint8Array} file of a network @returns {string} */
export function fingerprintOf(file) {
  return Array.from(file.slice(-SUM), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Shown as long as it can be seen: it asks for all weights. */
export function createFingerprint() {
  const root = element("p", "caption fingerprint");
  root.hidden = true;

  /**
   * @param {Pick<import("./session.js").Session, "ask" | "on" | "state">} session
   * @param {(stop: () => void) => void} onEnd
   */
  function watch(session, onEnd) {
    /** After which of the reader's doings it is, and of which step. */
    let shown = "";
    async function look() {
      const { snapshot, doing, stopped } = session.state();
      const details = root.closest("details");
      if (!snapshot || !details?.open) return;
      const now = `${snapshot.run} ${snapshot.turn} ${snapshot.status.t}`;
      const rests = doing === "still" && !snapshot.playing && !stopped && snapshot.measured;
      // A training on its way has another in each frame.
      if (now === shown) return;
      root.hidden = true;
      if (!rests) return;
      shown = now;
      try {
        const file = await session.ask("model");
        if (shown !== now || file.length < SUM) return;
        say(root, "digits.fingerprint", { t: snapshot.status.t, print: fingerprintOf(file) });
        root.hidden = false;
      } catch {
        // The worker has broken down, which is told elsewhere.
        shown = "";
      }
    }
    const details = root.closest("details");
    details?.addEventListener("toggle", look);
    onEnd(() => details?.removeEventListener("toggle", look));
    onEnd(session.on("snapshot", look));
    look();
  }
  return { element: root, watch };
}
