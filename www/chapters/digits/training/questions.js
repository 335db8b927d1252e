// @ts-check
// What the page may ask the training for besides its snapshots: methods of the core by their names. Each is answered
// between two chunks of training, for the network as it is then.
//
// A classic script like worker.js, which loads it; runner.js takes `createQuestions` from here.

(() => {
  /** @type {ReadonlySet<import("./types.js").Question>} */
  const QUESTIONS = new Set([
    "batch",
    "browse",
    "changes",
    "check",
    "classify",
    "find_rate",
    "lessons",
    "mistakes",
    "model",
    "nearest",
    "output",
    "pulse",
    "pulses",
    "save",
    "row_step",
    "shares",
    "trace",
    "unit",
    "weights_of_output",
  ]);
  /** Those after which the training is another one. @type {ReadonlySet<import("./types.js").Change>} */
  const CHANGES = new Set(["open_model", "restore", "set_data", "teach"]);

  /**
   * The memory of all typed arrays in an answer, which is handed over and not copied.
   * @param {unknown} value
   * @returns {ArrayBuffer[]}
   */
  function buffersIn(value) {
    if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
    if (typeof value !== "object" || value === null) return [];
    return Object.values(value).flatMap(buffersIn);
  }

  /** @type {import("./types.js").CreateQuestions} */
  function createQuestions(training, report) {
    const methods = /** @type {Record<string, (...args: unknown[]) => unknown>} */ (
      /** @type {unknown} */ (training)
    );
    return {
      isChange: (method) => CHANGES.has(/** @type {import("./types.js").Change} */ (method)),
      answer({ id, method, args }) {
        const known =
          QUESTIONS.has(/** @type {import("./types.js").Question} */ (method)) || this.isChange(method);
        if (!known) throw new Error(`nothing is known of ${method}`);
        try {
          const value = methods[method]?.apply(training, [...args]);
          report({ type: "answer", id, value }, buffersIn(value));
        } catch (error) {
          // What the core refuses has a code; anything else means that it can no longer be trusted.
          if (!(error instanceof Error) || !("code" in error)) throw error;
          const { code, details } = /** @type {import("../../../pkg/descent.js").CoreError} */ (
            /** @type {unknown} */ (error)
          );
          report({ type: "answer", id, error: { code, details } });
        }
      },
    };
  }

  Object.assign(self, { createQuestions });
})();
