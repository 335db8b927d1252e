// @ts-check
// Chapter 3's run and what may be done to it, without the page: the numbers of the network, the pairs, α, and the way
// through the steps.

import { formatPairs, LETTERS, parsePairs, SCHEMA } from "./schema.js";

/**
 * @typedef {import("../../frame/core.js").Api} Api
 * @typedef {import("../../pkg/descent.js").ScalarRun} Run
 * @typedef {import("../../pkg/descent.js").ScalarState} State
 * @typedef {import("../../pkg/descent.js").ScalarPreset} Preset
 * @typedef {import("../../pkg/descent.js").Four} Four
 * @typedef {import("./schema.js").NeuronValues} Values
 * @typedef {Pick<Values, "V" | "v" | "U" | "u" | "rate" | "pairs" | "pair" | "t">} RunValues what the address holds of a run
 */

/**
 * @param {Pick<Api, "ScalarRun" | "scalar_presets">} api
 * @param {RunValues} values
 */
export function createSession(api, values) {
  const presets = api.scalar_presets();
  const run = initialRun(api);
  /** The number of the pair that is shown. */
  let shown = 0;

  const state = () => run.state(shown);

  /** @param {readonly number[]} numbers x₀, l₀, x₁, l₁, … @param {number} [index] of the pair that is shown then */
  function setPairs(numbers, index = shown) {
    shown = index;
    run.set_pairs(Float64Array.from(numbers));
  }

  /** The steps are made anew: the same start, α and pairs give the same bits. @param {RunValues} next */
  function load(next) {
    const numbers = parsePairs(next.pairs) ?? parsePairs(SCHEMA.pairs.initial) ?? [];
    run.set_rate(next.rate);
    setPairs(numbers, Math.min(next.pair, numbers.length / 2 - 1));
    run.restart(next.V, next.v, next.U, next.u);
    for (let t = 0; t < next.t && run.step(); t++);
  }

  load(values);

  return {
    run,
    presets,
    state,
    load,
    setPairs,
    get shown() {
      return shown;
    },
    get t() {
      return run.t;
    },
    get last() {
      return run.last;
    },
    step: () => run.step(),
    back: () => run.back(),
    /** @param {number} t */
    go: (t) => run.go(t),
    /** The start once more, with the pairs and the α of now. */
    reset: () => run.restart(...state().start),

    /**
     * @param {number} steps
     * @returns {boolean} whether going on changes anything: where no derivative is left, every step is the same picture
     */
    advance(steps) {
      let going = true;
      for (let i = 0; i < steps && going; i++) going = run.step();
      return going && state().outlook !== "still";
    },

    /** @param {number} index of the pair whose passes are shown */
    show(index) {
      shown = index;
    },

    /**
     * A parameter makes a new start; x and l are those of the pair that is shown.
     * @param {import("./network-layout.js").FieldName} name
     * @param {number} value
     */
    setNumber(name, value) {
      const { network, answers } = state();
      if (name === "x" || name === "l") {
        setPairs(numbersOf(answers).with(2 * shown + (name === "x" ? 0 : 1), value));
      } else {
        run.restart(.../** @type {Four} */ (network.with(LETTERS.indexOf(name), value)));
      }
    },

    /** @param {number} value α */
    setRate: (value) => run.set_rate(value),

    /** @param {string} id of a preset @returns {boolean} whether there is one */
    open(id) {
      const chosen = presets.find((preset) => preset.id === id);
      if (!chosen) return false;
      run.set_rate(chosen.rate);
      setPairs(chosen.pairs, 0);
      run.restart(...chosen.network);
      return true;
    },

    /** The preset that the run started from and still is, or "". */
    preset: () => presetOf(presets, state()),
    /** What leads here. */
    values: () => valuesOf(state(), shown, run.is_repeatable()),
    free: () => run.free(),
  };
}

/** @typedef {ReturnType<typeof createSession>} Session */

/** @param {Pick<Api, "ScalarRun">} api */
function initialRun(api) {
  const { V, v, U, u, rate } = SCHEMA;
  const pairs = Float64Array.from(parsePairs(SCHEMA.pairs.initial) ?? []);
  return new api.ScalarRun(V.initial, v.initial, U.initial, u.initial, rate.initial, pairs);
}

/**
 * Start, α, pairs and t; after a change on the way, the numbers here as a new start.
 * @param {State} state
 * @param {number} pair that is shown
 * @param {boolean} repeatable
 * @returns {RunValues}
 */
function valuesOf({ t, start, network, rate, answers }, pair, repeatable) {
  const [V, v, U, u] = repeatable ? start : network;
  return { V, v, U, u, rate, pairs: formatPairs(numbersOf(answers)), pair, t: repeatable ? t : 0 };
}

/** The pairs as x₀, l₀, x₁, l₁, … @param {State["answers"]} answers */
function numbersOf(answers) {
  return answers.flatMap(({ x, l }) => [x, l]);
}

/**
 * @param {readonly Preset[]} presets
 * @param {State} state
 */
function presetOf(presets, { start, rate, answers }) {
  const numbers = numbersOf(answers);
  const same = (/** @type {readonly number[]} */ a, /** @type {readonly number[]} */ b) =>
    a.length === b.length && a.every((value, i) => value === b[i]);
  const found = presets.find(
    (preset) => same(preset.network, start) && same(preset.pairs, numbers) && preset.rate === rate,
  );
  return found?.id ?? "";
}
