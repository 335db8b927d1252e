// @ts-check
// One look into a network: an image's way through it, what the chosen outputs and the chosen unit had in it. Whoever asks
// guesses first what will be chosen, so that all questions are asked at once and answered by the same network.

import { needsMatrices } from "./lines.js";

/**
 * @typedef {import("../../../pkg/descent.js").Trace} Trace
 * @typedef {import("../../../pkg/descent.js").HiddenUnit} UnitLook
 * @typedef {import("../../../pkg/descent.js").OutputUnit} OutputLook
 * @typedef {import("../../../pkg/descent.js").Judgement} Judgement
 *
 * @typedef {Object} Network one that can be asked, the run's or the ready one
 * @property {number} hidden H
 * @property {(matrices: boolean) => Promise<Trace | null>} trace
 * @property {(i: number) => Promise<UnitLook | null>} unit
 * @property {(k: number) => Promise<OutputLook | null>} output
 *
 * @typedef {{ unit: number, output: number, rival: number }} Choice
 * @typedef {{ trace: Trace, judgement: Judgement, choice: Choice, unit: UnitLook, output: OutputLook, rival: OutputLook }} Look
 *
 * @typedef {Uint8Array<ArrayBuffer>} Image
 * @typedef {"training" | "ready"} Which
 * @typedef {{ source: "drawing" | "batch" | "train" | "test", index: number }} Place `index`: in the batch, or in the set
 *
 * @typedef {Object} World what is asked
 * @property {(which: Which, image: Image, label: number | undefined) => Network | Promise<Network>} network
 * @property {(which: Which, place: Place, batch: MiniBatch | null) => Promise<Found>} image
 * @property {() => Promise<MiniBatch>} batch
 * @property {(which: Which, method: string, args: readonly unknown[]) => Promise<any>} ask
 * @property {(z: Float32Array<ArrayBuffer>) => Judgement} judge
 *
 * @typedef {import("../../../pkg/descent.js").MiniBatch} MiniBatch
 * @typedef {{ image: Image | null, label: number | null, count: number }} Found null where it has not come; `count`: how
 *   many there are
 */

/**
 * Whether what is looked at is another with a snapshot of the run: its network is looked into, or its mini-batch, or more
 * images of the set have come.
 * @param {{ network: Which, subject: Pick<Place, "source">, count: number }} look
 * @param {{ arrived: number, test_arrived: number }} status
 */
export function changesWith({ network, subject: { source }, count }, { arrived, test_arrived }) {
  if (network === "training" || source === "batch") return true;
  return source !== "drawing" && count !== (source === "train" ? arrived : test_arrived);
}

/**
 * The image that is wanted, and the look into the network with it.
 * @param {World} world
 * @param {{ which: Which, place: Place, batch: boolean, guess: Choice | null, wanted: { unit: number | null,
 *   output: number | null, label: number | null, way: "forward" | "back", line: import("./lines.js").Name | null } }} request `batch`: it is wanted
 *   besides
 */
export async function lookAt(world, { which, place, batch: alongside, guess, wanted }) {
  const batch = alongside || place.source === "batch" ? await world.batch() : null;
  const { image, label: imageLabel, count } = await world.image(which, place, batch);
  const label = wanted.label ?? imageLabel;
  const network = image && (await world.network(which, image, label ?? undefined));
  const hidden = network?.hidden ?? 0;
  const matrices = needsMatrices(hidden, wanted.line);
  const look = network && (await lookInto(network, { ...wanted, label, matrices }, guess, world.judge));
  return { batch, image, imageLabel, count, hidden, look };
}

/**
 * @param {Network} network
 * @param {{ matrices: boolean, unit: number | null, output: number | null, label: number | null,
 *   way: "forward" | "back" }} wanted null: the unit that weighs most in the output, on the way back the one with the
 *   largest ∂ε/∂p_i; the output that is the answer
 * @param {Choice | null} guess what was chosen last
 * @param {(z: Float32Array<ArrayBuffer>) => Judgement} judge
 * @returns {Promise<Look | null>} null: there is no network yet
 */
export async function lookInto(network, wanted, guess, judge) {
  const most = network.hidden - 1;
  const first = guess && { ...guess, unit: Math.min(guess.unit, most) };
  const asked = first && begin(network, first);
  const [trace] = await Promise.all([network.trace(wanted.matrices), ...Object.values(asked ?? {})]);
  if (!trace) return null;
  const judgement = judge(Float32Array.from(trace.z));
  const output = wanted.output ?? judgement.first;
  const rival = rivalOf(output, judgement, wanted.label);
  const same = asked && first;
  const outputLook = await (same && first.output === output ? asked.output : network.output(output));
  const rivalLook = await (same && first.rival === rival ? asked.rival : network.output(rival));
  if (!outputLook || !rivalLook) return null;
  const telling =
    wanted.way === "back" && trace.d_p ? indexOfLargest(trace.d_p) : Number(outputLook.order[0]);
  const unit = wanted.unit !== null && wanted.unit <= most ? wanted.unit : telling;
  const unitLook = await (same && first.unit === unit ? asked.unit : network.unit(unit));
  if (!unitLook) return null;
  const choice = { unit, output, rival };
  return { trace, judgement, choice, unit: unitLook, output: outputLook, rival: rivalLook };
}

/**
 * What the output is compared with: the digit that it should be, or else the other of the two largest.
 * @param {number} output
 * @param {Judgement} judgement
 * @param {number | null} label
 */
function rivalOf(output, { first, second }, label) {
  if (label !== null && label !== output) return label;
  return output === first ? second : first;
}

/** @param {ArrayLike<number>} values */
function indexOfLargest(values) {
  let at = 0;
  for (let i = 1; i < values.length; i++)
    if (Math.abs(Number(values[i])) > Math.abs(Number(values[at]))) at = i;
  return at;
}

/** @param {Network} network @param {Choice} choice */
function begin(network, { unit, output, rival }) {
  return { unit: network.unit(unit), output: network.output(output), rival: network.output(rival) };
}
