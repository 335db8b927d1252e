// @ts-check
// What is said beside the picture: how the run stands, and while the light walks through the network, why each line is so.

import { say } from "../../i18n/index.js";
import { STAGES } from "../../lecture/graph.js";
import { createLight } from "./light.js";

/** @typedef {{ key: string, params?: import("../../i18n/index.js").Params }} Words */

/**
 * @param {() => { status: HTMLElement, setLit: (stage: string | null) => void, setWalking: (walking: boolean) => void }} parts
 */
export function createTold(parts) {
  let walking = false;
  /** How the run stands. @type {Words | null} */
  let known = null;
  const light = createLight({
    stages: STAGES,
    onLit(stage) {
      parts().setLit(stage);
      if (walking && stage) say(parts().status, `neuron.walk.${stage}`);
    },
    onWalk(now) {
      walking = now;
      parts().setWalking(now);
      if (!now && known) say(parts().status, known.key, known.params);
    },
  });
  return {
    light,
    /** @param {Words} words how the run stands */
    set(words) {
      known = words;
      if (!walking) say(parts().status, words.key, words.params);
    },
  };
}
