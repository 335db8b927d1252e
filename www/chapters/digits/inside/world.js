// @ts-check
// Where the session's answers come from: the run in its worker, the ready network in the page's core, the pad, the data.

import { lookCore } from "../../../frame/core.js";
import { SIDE } from "../image.js";
import { fetchModel } from "../ready.js";

/**
 * @typedef {import("./looking.js").World} World
 * @typedef {import("./looking.js").Found} Found
 * @typedef {import("../../../pkg/descent.js").Looker} Looker
 */

const PIXELS = SIDE * SIDE;

/** The ready network, to be looked into: loaded when it is first asked. @type {Promise<Looker> | null} */
let opening = null;

function openLooker() {
  opening ??= Promise.all([lookCore(), fetchModel()])
    .then(([{ api }, bytes]) => new api.Looker(bytes))
    .catch((error) => {
      opening = null;
      throw error;
    });
  return opening;
}

/** @param {import("../sections.js").Context} context @returns {World} */
export function createWorld({ session, drawing, api }) {
  const images = createImages(session);

  /** @param {"training" | "ready"} which @returns {Found} */
  function drawn(which) {
    const { recognition } = drawing;
    const said = recognition.judge(recognition.ready) ?? recognition.judge(recognition.training);
    const image = which === "ready" ? recognition.prepared : recognition.image;
    return { image, label: said?.first ?? null, count: 1 };
  }

  return {
    judge: (z) => api.judge(z),
    batch: () => session.ask("batch"),
    async image(which, place, batch) {
      if (place.source === "drawing") return drawn(which);
      const found =
        place.source === "batch" ? ofBatch(batch, place.index) : await images(place.source, place.index);
      if (which === "training" || !found.image) return found;
      // The ready network's images go through stages of its own.
      return { ...found, image: (await openLooker()).prepared(found.image) };
    },
    async network(which, image, label) {
      const { hidden, rate } = session.state().settings;
      if (which === "training") {
        return {
          hidden,
          trace: (matrices) => session.ask("trace", image, label, matrices),
          unit: (i) => session.ask("unit", image, label, i),
          output: (k) => session.ask("output", image, label, k),
        };
      }
      const looker = await openLooker();
      return {
        hidden: looker.hidden,
        trace: async (matrices) => looker.trace(image, label, matrices),
        unit: async (i) => looker.unit(image, label, i, rate),
        output: async (k) => looker.output(image, label, k, rate),
      };
    },
    async ask(which, method, args) {
      const asked = which === "training" ? session : await openLooker();
      if (which === "training") {
        return /** @type {any} */ (session).ask(method, ...args);
      }
      const answer = /** @type {any} */ (asked)[method];
      if (typeof answer !== "function") throw Object.assign(new Error(method), { code: "not-in-training" });
      return answer.apply(asked, args);
    },
  };
}

/** @param {import("../../../pkg/descent.js").MiniBatch | null} batch @param {number} index @returns {Found} */
function ofBatch(batch, index) {
  const count = batch?.labels.length ?? 0;
  if (!batch || index >= count) return { image: null, label: null, count };
  const image = batch.images.slice(index * PIXELS, (index + 1) * PIXELS);
  return { image, label: batch.labels[index] ?? null, count };
}

/** The images of the sets; the last one is kept, since training asks for it again in each frame. @param {import("../session.js").Session} session */
function createImages(session) {
  let last = "";
  /** @type {Found} */
  let found = { image: null, label: null, count: 0 };
  return async (/** @type {"train" | "test"} */ set, /** @type {number} */ index) => {
    const key = `${set} ${index}`;
    if (key === last && found.image) return found;
    const { images, labels, total } = await session.ask("browse", set, undefined, index, 1);
    last = key;
    found = { image: images.length > 0 ? images : null, label: labels[0] ?? null, count: total };
    return found;
  };
}
