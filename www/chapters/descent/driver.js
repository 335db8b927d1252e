// @ts-check
// How chapter 2 plays.

/** @type {import("../../frame/player.js").Driver["speeds"]} */
const SPEEDS = [
  { id: "slow", text: "descent.speed.slow", perSecond: 1 },
  { id: "medium", text: "descent.speed.medium", perSecond: 3 },
  { id: "fast", text: "descent.speed.fast", perSecond: 15 },
  { id: "full", text: "descent.speed.full", perSecond: 60 },
];

/** Up to so many steps a second each is seen on its way. */
const SEEN_PACE = 3;

/**
 * @param {{
 *   session: import("./session.js").Session, player: import("../../frame/player.js").Player,
 *   onMoved: (step?: { back: boolean }) => void,
 * }} options `onMoved`: the run stands elsewhere; with a step, when that is to be seen on its way
 * @returns {import("../../frame/player.js").Driver}
 */
export function createDriver({ session, player, onMoved }) {
  /** @param {number} t */
  function go(t) {
    session.go(t);
    onMoved();
  }
  const step = () => onMoved(session.step() ? { back: false } : undefined);

  return {
    step,
    back: () => onMoved(session.back() ? { back: true } : undefined),
    go,
    reset: () => go(0),
    speeds: SPEEDS,
    speed: "medium",
    advance(steps) {
      const pace = SPEEDS.find(({ id }) => id === player.state().speed)?.perSecond ?? 0;
      if (steps === 1 && pace <= SEEN_PACE) step();
      else go(session.t + steps);
      return session.goesOn;
    },
  };
}
