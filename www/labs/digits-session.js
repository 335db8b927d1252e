// @ts-check
// What chapter 4 keeps while the reader is in another chapter: the training with its data, and the drawing.

import { createTrainingClient } from "../training/client.js";
import { mnistSources } from "../training/protocol.js";
import { core } from "./core.js";

/** The network that comes with the page. */
const MODEL_URL = new URL("../data/model-784-100-10.descent", import.meta.url);
const DATA_URL = new URL("../data/", import.meta.url);

/**
 * @typedef {import("../training/protocol.js").Settings} Settings
 * @typedef {import("../training/protocol.js").DataPart} DataPart
 * @typedef {import("../training/client.js").TrainingClient} TrainingClient
 *
 * @typedef {Object} Session
 * @property {TrainingClient} client
 * @property {Settings} settings of the network in training
 * @property {Map<DataPart, import("../training/protocol.js").ProgressReport>} progress
 * @property {Map<DataPart, import("../training/protocol.js").DataErrorReport>} failures
 */

/** @type {Session | null} */
let session = null;

/** @type {import("../wasm.js").Classifier | null} */
let classifier = null;

/** @type {readonly import("../pad/strokes.js").Stroke[]} */
let strokes = [];

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

/**
 * The ready network.
 * @returns {Promise<import("../wasm.js").Classifier>} rejected with the code "model-missing" or one of the core's
 */
export async function openClassifier() {
  if (classifier) return classifier;
  const { api } = await core();
  /** @type {Uint8Array} */
  let bytes;
  try {
    const response = await fetch(MODEL_URL);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Error(what), { code: "model-missing", details: { what } });
  }
  classifier ??= new api.Classifier(bytes);
  return classifier;
}

/** @param {readonly import("../pad/strokes.js").Stroke[]} next */
export function keepStrokes(next) {
  strokes = next.map((stroke) => [...stroke]);
}

export function keptStrokes() {
  return strokes;
}
