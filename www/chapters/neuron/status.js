// @ts-check
// What is said of chapter 3's run: what its start shows, or what the next step will meet.

import { figures } from "../../i18n/numbers.js";
import { SCHEMA } from "./schema.js";

/**
 * @param {import("./session.js").State} state
 * @param {string} preset that the run is, or ""
 * @returns {{ key: string, params?: import("../../i18n/index.js").Params }}
 */
export function statusOf(state, preset) {
  if (state.t === 0 && preset) return { key: `neuron.preset.${preset}.text` };
  if (state.t >= SCHEMA.t.max) return { key: "neuron.status.end" };
  const { pass, outlook, error, next_error } = state;
  return {
    key: `neuron.status.${outlook}`,
    params: {
      z: figures(pass.z),
      slope: figures(pass.dz_dq),
      before: figures(error),
      after: figures(next_error),
    },
  };
}
