// @ts-check
// A formula on its way: what is typed so far is seen wherever it can be read, and the run of before comes back if the typing
// is given up or ends in what is no formula.

/**
 * @typedef {import("./session.js").Session} Session
 * @param {(change: (session: Session) => unknown) => void} change of the run, which begins anew; throws what cannot be
 */
export function createTyping(change) {
  /** What was set before the typing began. @type {import("./schema.js").DescentValues | null} */
  let before = null;
  return {
    /** @param {string} text @throws what is wrong with it */
    onFormula(text) {
      change((session) => {
        const values = session.values();
        session.typeFormula(text);
        before ??= values;
      });
    },
    onTyped() {
      before = null;
    },
    onGivenUp() {
      const values = before;
      before = null;
      if (values) change((session) => session.load(values));
    },
  };
}
