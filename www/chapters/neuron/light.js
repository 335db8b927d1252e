// @ts-check
// The light that goes through the network: forward node by node, then back from ε to V. Slowly when asked for, as a quick
// wave after each step, or wherever the pointer is.

import { isCalm } from "../../frame/calm.js";

/** Milliseconds a stage is lit: its line and its sentence are read. */
const SLOW = 2600;
const QUICK = 45;
/** The same where a class is to follow. */
const FOLLOWED = 400;

/**
 * @param {{
 *   stages: readonly string[],
 *   onLit: (stage: string | null) => void,
 *   onWalk: (walking: boolean) => void,
 *   calm?: () => boolean, followed?: () => boolean,
 *   later?: (action: () => void, milliseconds: number) => unknown,
 *   cancel?: (handle: any) => void,
 * }} options `calm`: whether the reader wants no motion; `followed`: whether a class looks on
 */
export function createLight({
  stages,
  onLit,
  onWalk,
  calm = isCalm,
  followed = () => globalThis.document?.documentElement.hasAttribute("data-projector") ?? false,
  later = setTimeout,
  cancel = clearTimeout,
}) {
  /** @type {unknown} */
  let handle;
  let walking = false;
  /** @type {string | null} */
  let pointed = null;
  /** @type {string | null} */
  let going = null;

  function show() {
    onLit(going ?? pointed);
  }

  /** @param {number} index @param {number} milliseconds */
  function run(index, milliseconds) {
    going = stages[index] ?? null;
    show();
    if (going === null) {
      setWalking(false);
      return;
    }
    handle = later(() => run(index + 1, milliseconds), milliseconds);
  }

  /** @param {boolean} next */
  function setWalking(next) {
    if (walking === next) return;
    walking = next;
    onWalk(walking);
  }

  function stop() {
    cancel(handle);
    going = null;
    setWalking(false);
    show();
  }

  return {
    /** Through all stages, slowly enough to be read; a second time stops it. */
    walk() {
      const start = !walking;
      stop();
      if (!start) return;
      setWalking(true);
      run(0, SLOW);
    },
    /** Once through, quickly. */
    wave() {
      stop();
      if (!calm()) run(0, followed() ? FOLLOWED : QUICK);
    },
    /** Where the pointer is. @param {string | null} stage */
    point(stage) {
      if (pointed === stage) return;
      pointed = stage;
      show();
    },
    stop,
  };
}
