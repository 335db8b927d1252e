// @ts-check
// A worker that answers one question at a time with a list of numbers, or says why it cannot.

/**
 * @typedef {{ type: "start", wasm: string, glue: string, data: string }
 *   | { type: "train", hidden: number, seconds: number }
 *   | { type: "evaluate", seconds: number }
 *   | { type: "classify", seconds: number }} Question
 *
 * @typedef {{ times: number[] } | { failed: string }} Reply
 */

/** @param {URL} url of a classic script */
export function openWorker(url) {
  const worker = new Worker(url);
  return {
    /** @param {Question} question @returns {Promise<number[]>} */
    ask: (question) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => {
          const reply = /** @type {Reply} */ (data);
          if ("failed" in reply) reject(new Error(reply.failed));
          else resolve(reply.times);
        };
        worker.onerror = (event) => reject(new Error(event.message || `${url} could not be started`));
        worker.postMessage(question);
      }),
    end: () => worker.terminate(),
  };
}
