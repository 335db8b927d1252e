// @ts-check
// What the transport does with chapter 3's run, and how a single step is seen on its way.

const SPEEDS = [
  { id: "slow", text: "neuron.speed.slow", perSecond: 2 },
  { id: "medium", text: "neuron.speed.medium", perSecond: 15 },
  { id: "fast", text: "neuron.speed.fast", perSecond: 60 },
  { id: "full", text: "neuron.speed.full", perSecond: 1000 },
];

/** Up to so many steps a second each is seen on its way. */
const SEEN_PACE = 3;

/** Whether steps are made faster than their numbers can be read. @param {import("../../frame/player.js").PlayerState} state */
export function isHurried({ playing, speed }) {
  const pace = SPEEDS.find(({ id }) => id === speed)?.perSecond ?? 0;
  return playing && pace > SEEN_PACE;
}

/**
 * What the transport does with the run.
 * @param {{
 *   player: import("../../frame/player.js").Player, act: <R>(change: (session: import("./session.js").Session) => R) => R | undefined,
 *   motion: { begin: (back: boolean) => void }, light: ReturnType<typeof import("./light.js").createLight>,
 * }} options
 * @returns {import("../../frame/player.js").Driver}
 */
export function createDriver({ player, act, motion, light }) {
  /** @param {number} steps @param {boolean} seen whether a single one is seen on its way */
  function advance(steps, seen) {
    const made = act((session) => {
      const before = session.t;
      return { going: session.advance(steps), count: session.t - before };
    });
    if (seen && made?.count === 1) motion.begin(false);
    return made?.going ?? false;
  }

  return {
    step() {
      advance(1, true);
      light.wave();
    },
    back() {
      if (act((session) => session.back())) motion.begin(true);
    },
    go: (t) => act((session) => session.go(t)),
    reset: () => act((session) => session.reset()),
    advance(steps) {
      const pace = SPEEDS.find(({ id }) => id === player.state().speed)?.perSecond ?? 0;
      return advance(steps, pace <= SEEN_PACE);
    },
    speeds: SPEEDS,
    speed: "medium",
  };
}
