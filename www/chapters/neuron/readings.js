// @ts-check
// What can be read off chapter 3: the parameters, what they say of the pair that is shown, and where the rule leads them.

import { LETTERS } from "./schema.js";

/**
 * @param {import("./session.js").State} state
 * @returns {import("../../frame/lab.js").Readings}
 */
export function readingsOf({ t, network, gradient, error, pass, outlook }) {
  const parameters = LETTERS.map((letter, i) => [letter, Number(network[i])]);
  const derivatives = LETTERS.map((letter, i) => [`d${letter}`, Number(gradient[i])]);
  const { y, q, z } = pass;
  return { t, error, y, q, z, status: outlook, ...Object.fromEntries([...parameters, ...derivatives]) };
}
