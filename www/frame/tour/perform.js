// @ts-check
// The page does it: sets an address, makes steps, plays. Everything goes through the address and the player, as a reader's
// hand does, and whatever the reader does meanwhile ends it.

import { isCalm } from "../calm.js";

/** @typedef {import("../tools.js").ToolContext} ToolContext */
/** @typedef {import("./types.js").Act} Act */

/** Between two steps, so that each is seen, milliseconds. */
const BETWEEN = 350;

/** Something else is done now. */
class Stopped extends Error {}

/** @param {Pick<ToolContext, "player" | "address" | "lab">} context */
export function createPerformer({ player, address, lab }) {
  let turn = 0;

  /** Waits, frame by frame, until something is the case. @param {() => unknown} isSo @param {number} mine */
  async function until(isSo, mine) {
    for (;;) {
      if (mine !== turn) throw new Stopped();
      if (isSo()) return;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  const { state } = player;
  const readings = () => lab()?.view.readings?.() ?? null;
  const isStill = () => state().attached && !state().playing && state().t !== null && readings() !== null;

  /** @param {string} hash @param {number} mine */
  async function set(hash, mine) {
    address.flush();
    const { href, hash: wanted } = new URL(hash, location.href);
    if (location.hash !== wanted) {
      const heard = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      location.replace(href);
      await heard;
    }
    const chapter = address.chapter();
    await until(() => address.chapter() === chapter && lab() && isStill(), mine);
  }

  /** @param {number} count @param {number} mine */
  async function step(count, mine) {
    for (let made = 0; made < count && state().canStep; made++) {
      const { t } = state();
      player.step();
      await until(() => state().t !== t || !state().canStep, mine);
      if (!isCalm() && made + 1 < count) await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    }
  }

  /** @param {number} t @param {number} mine */
  async function go(t, mine) {
    player.go(t);
    await until(() => state().t === Math.min(t, state().last), mine);
  }

  /** Plays to step t, or to the end of the run. @param {{ play: number, speed?: string }} act @param {number} mine */
  async function play({ play: t, speed = "" }, mine) {
    const goal = Number(t);
    if (speed) player.setSpeed(speed);
    if (Number(state().t) < goal && state().canStep) player.play();
    await until(() => Number(state().t) >= goal || !state().playing, mine);
    player.pause();
    await until(isStill, mine);
    if (Number(state().t) > goal) await go(goal, mine);
  }

  /** @param {Act} act @param {number} mine */
  function run(act, mine) {
    if ("step" in act) return step(act.step, mine);
    if ("play" in act) return play(act, mine);
    if ("go" in act) return go(act.go, mine);
    return set(act.set, mine);
  }

  /**
   * @param {readonly Act[]} acts
   * @returns {Promise<import("./types.js").Readings | null>} what the page then says; null: it was stopped
   */
  async function perform(acts) {
    turn += 1;
    const mine = turn;
    try {
      for (const act of acts) await run(act, mine);
      await until(isStill, mine);
      return readings();
    } catch (error) {
      if (error instanceof Stopped) return null;
      throw error;
    }
  }

  return {
    perform,
    stop() {
      turn += 1;
    },
  };
}
