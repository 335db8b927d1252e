// @ts-check
// What chapter 4 keeps while the reader is in another chapter: the training with its data.

import { core } from "../../frame/core.js";
import { createTrainingClient } from "./training/client.js";
import { mnistSources } from "./training/sources.js";

const DATA_URL = new URL("../../data/", import.meta.url);

/**
 * @typedef {import("./training/types.js").Settings} Settings
 * @typedef {import("./training/types.js").DataPart} DataPart
 * @typedef {import("./training/client.js").TrainingClient} TrainingClient
 *
 * @typedef {Object} Session
 * @property {TrainingClient} client
 * @property {Settings} settings of the network in training
 * @property {Map<DataPart, import("./training/types.js").ProgressReport>} progress
 * @property {Map<DataPart, import("./training/types.js").DataErrorReport>} failures
 */

/** @type {Session | null} */
let session = null;

/**
 * The training, begun at the first call; later calls find it as it was left.
 * @param {Settings} settings for a network that does not exist yet
 * @returns {Promise<Session>}
 */
export async function openSession(settings) {
  if (session) return session;
  const { module, workerGlue } = await core();
  if (session) return session;
  const data = mnistSources(DATA_URL);
  const client = createTrainingClient({ module, glueUrl: workerGlue, data, settings });
  /** @type {Session} */
  const opened = {
    client,
    settings: { ...settings },
    progress: new Map(
      data.map(({ part, compressed }) => [
        part,
        { type: "progress", part, loaded: 0, total: compressed, done: false },
      ]),
    ),
    failures: new Map(),
  };
  client.on("progress", (report) => {
    opened.progress.set(report.part, report);
    opened.failures.delete(report.part);
  });
  client.on("data-error", (report) => opened.failures.set(report.part, report));
  session = opened;
  return opened;
}
