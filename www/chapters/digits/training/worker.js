// @ts-check
// The training worker: starts the core, the downloads and the training, away from the page's thread, and passes messages
// on. Its other scripts hold what it does; types.js has the shapes of all messages.
//
// A classic script, since that is what every browser starts from a file too. It imports no module and knows no address:
// what it needs to know comes with the first message.
"use strict";

(() => {
  /**
   * @typedef {Object} WorkerScope the part of a worker's globals that is used here
   * @property {(...urls: string[]) => void} importScripts
   * @property {(message: import("./types.js").Report, transfer?: Transferable[]) => void} postMessage
   * @property {(type: string, listener: (event: any) => void) => void} addEventListener
   *
   * @typedef {import("./types.js").Command} Command
   * @typedef {import("../../../frame/core.js").Api & ((options: object) => Promise<unknown>)} Glue
   */
  const scope = /** @type {WorkerScope & Partial<import("./types.js").Scripts>} */ (
    /** @type {unknown} */ (self)
  );

  /** @param {unknown} error @returns {error is import("../../../pkg/descent.js").CoreError} */
  function hasCode(error) {
    return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
  }

  /** @type {(message: import("./types.js").Report, transfer?: Transferable[]) => void} */
  const report = (message, transfer) => scope.postMessage(message, transfer);

  let crashed = false;

  /** @param {unknown} error */
  function crash(error) {
    if (crashed) return;
    crashed = true;
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    report({ type: "crash", message });
  }

  /** Runs what must not fail: if it does, the network's state is not to be trusted. @param {() => void} action */
  function guard(action) {
    if (crashed) return;
    try {
      action();
    } catch (error) {
      crash(error);
    }
  }

  /** @param {import("./types.js").InitCommand} init @returns {Promise<Glue>} */
  async function startCore({ wasm, glueUrl }) {
    // @ts-ignore: declared by the glue, with `let`, so that it is no property of the global object
    if (typeof wasm_bindgen === "undefined") scope.importScripts(glueUrl);
    // @ts-ignore: as above
    const glue = /** @type {Glue} */ (wasm_bindgen);
    await glue({ module_or_path: wasm });
    return glue;
  }

  /** The worker's other scripts. The one-file page has them in front of this one. @param {readonly string[]} urls */
  function loadScripts(urls) {
    if (!scope.createRunner) scope.importScripts(...urls);
    const { createDownloads, createRunner } = scope;
    if (!createDownloads || !createRunner) throw new Error("the worker's scripts have not come");
    return { createDownloads, createRunner };
  }

  /** @param {import("./types.js").InitCommand} init */
  async function start(init) {
    const { createDownloads, createRunner } = loadScripts(init.scriptUrls);
    const { Training } = await startCore(init);
    const { hidden, rate, batch, seed } = init.settings;
    const training = new Training(hidden, rate, batch, seed);
    const runner = createRunner(training, { run: init.run, report, guard });
    const downloads = createDownloads(training, init.data, runner, report);
    report({ type: "ready" });
    runner.changed();

    /** @param {Command} command */
    function pass(command) {
      if (command.type === "retry") downloads.load(command.part).catch(crash);
      else runner.obey(command);
    }

    /** @param {Command} command */
    function obey(command) {
      guard(() => {
        try {
          pass(command);
        } catch (error) {
          if (!hasCode(error)) throw error;
          const { code, details } = error;
          report({ type: "refused", command: command.type, code, details });
        }
      });
    }
    for (const command of early) obey(command);
    early.length = 0;
    receiver = obey;
    downloads.loadAll(init.order).catch(crash);
  }

  /** Commands that came while the core was starting. @type {Command[]} */
  const early = [];
  /** @type {(command: Command) => void} */
  let receiver = (command) => early.push(command);

  scope.addEventListener("message", ({ data }) => {
    if (data.type === "init") start(data).catch(crash);
    else receiver(data);
  });
  scope.addEventListener("messageerror", () => crash(new Error("a message could not be read")));
})();
