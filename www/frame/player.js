// @ts-check
// Play, pause, step, back, reset: one loop for all chapters. A chapter lends the player a driver; the transport bar
// and the keyboard talk to the player only.

/**
 * @typedef {Object} Speed
 * @property {string} id
 * @property {string} text key of its name
 * @property {import("../i18n/index.js").Params} [params] of the text
 * @property {number} [perSecond] steps a second that the player asks for by `advance`
 * @property {number} [perFrame] steps in each of the screen's frames, instead; Infinity: as many as the driver has time
 *   for. Without either the driver itself runs between `start` and `stop`, as fast as it can
 *
 * @typedef {Object} Driver
 * @property {() => void} step
 * @property {() => void} back
 * @property {(t: number) => void} go to any step from 0 to the last that was made
 * @property {() => void} reset
 * @property {readonly Speed[]} speeds
 * @property {string} [speed] id of the speed to begin with; the first one when absent
 * @property {(steps: number) => boolean} [advance] makes so many steps; false when there is no going on
 * @property {() => void} [start] begins to run by itself
 * @property {() => void} [stop] ceases to run by itself
 * @property {(id: string) => void} [onSpeed] another speed was chosen
 *
 * @typedef {{ playing: boolean, speed: string, speeds: readonly Speed[], t: number | null, last: number,
 *   canBack: boolean, canStep: boolean, attached: boolean }} PlayerState `t`: where the run stands; null before there is
 *   one; `last`: the furthest step that can be gone to
 */

/** Steps that are owed after a slow frame are forgiven: the reader waits for no catching up. */
const LONGEST_FRAME = 0.1;

/**
 * @param {{
 *   requestFrame?: (callback: (now: number) => void) => number,
 *   cancelFrame?: (handle: number) => void,
 * }} [clock] the screen's frames by default
 */
export function createPlayer(clock = {}) {
  const requestFrame = clock.requestFrame ?? ((callback) => requestAnimationFrame(callback));
  const cancelFrame = clock.cancelFrame ?? ((handle) => cancelAnimationFrame(handle));

  /** @type {Driver | null} */
  let driver = null;
  /** @type {PlayerState} */
  let state = {
    playing: false,
    speed: "",
    speeds: [],
    t: null,
    last: 0,
    canBack: false,
    canStep: true,
    attached: false,
  };
  /** @type {Set<(state: PlayerState) => void>} */
  const listeners = new Set();
  let frame = 0;
  let last = 0;
  let owed = 0;

  /** @param {Partial<PlayerState>} changes */
  function update(changes) {
    const entries = /** @type {[keyof PlayerState, unknown][]} */ (Object.entries(changes));
    if (entries.every(([name, value]) => state[name] === value)) return;
    state = { ...state, ...changes };
    for (const listener of listeners) listener(state);
  }

  /** @param {string} [id] */
  function speedOf(id = state.speed) {
    return state.speeds.find((speed) => speed.id === id);
  }

  /** Whether the player counts the steps, and not the driver. @param {string} [id] */
  function isPaced(id) {
    const speed = speedOf(id);
    return speed?.perSecond !== undefined || speed?.perFrame !== undefined;
  }

  /**
   * The steps that are due in this frame.
   * @param {Speed} speed
   * @param {number} now
   */
  function due({ perFrame, perSecond = 0 }, now) {
    if (perFrame !== undefined) return perFrame;
    owed += Math.min((now - last) / 1000, LONGEST_FRAME) * perSecond;
    const steps = Math.floor(owed);
    owed -= steps;
    return steps;
  }

  /** @param {number} now */
  function tick(now) {
    frame = 0;
    const speed = speedOf();
    if (!state.playing || !driver || !speed || !isPaced()) return;
    const steps = due(speed, now);
    last = now;
    const playing = driver;
    if (steps > 0 && playing.advance?.(steps) === false) {
      pause();
      return;
    }
    if (state.playing && frame === 0) frame = requestFrame(tick);
  }

  /** @param {() => void} [start] in place of the driver's own */
  function run(start = driver?.start) {
    if (!isPaced()) {
      start?.();
      return;
    }
    owed = 1; // the first step comes with the press, not a second later
    frame = requestFrame((now) => {
      last = now;
      tick(now);
    });
  }

  function halt() {
    if (frame) cancelFrame(frame);
    frame = 0;
    if (!isPaced()) driver?.stop?.();
  }

  function play() {
    if (!driver || state.playing) return;
    update({ playing: true });
    run();
  }

  function pause() {
    if (!state.playing) return;
    halt();
    update({ playing: false });
  }

  return {
    play,
    pause,

    /**
     * Lets the driver run by itself towards a goal of its own, such as the end of an epoch.
     * @param {() => void} start
     */
    playTowards(start) {
      if (!driver) return;
      update({ playing: true });
      run(start);
    },

    /** The driver tells that it has stopped by itself. */
    ended() {
      if (frame) cancelFrame(frame);
      frame = 0;
      update({ playing: false });
    },

    toggle: () => (state.playing ? pause() : play()),
    step() {
      pause();
      if (state.canStep) driver?.step();
    },
    back() {
      pause();
      if (state.canBack) driver?.back();
    },
    /** @param {number} t */
    go(t) {
      pause();
      driver?.go(t);
    },
    reset() {
      pause();
      driver?.reset();
    },

    /** @param {string} id */
    setSpeed(id) {
      if (!speedOf(id) || id === state.speed) return;
      // A driver that runs by itself at both speeds goes on running.
      const restart = state.playing && (isPaced() || isPaced(id));
      if (restart) halt();
      update({ speed: id });
      driver?.onSpeed?.(id);
      if (restart) run();
    },

    /**
     * What only the chapter knows: the step it stands at, the furthest that it can go to, and whether there is a step
     * to take. Back there is one everywhere but at the start.
     * @param {{ t?: number | null, last?: number, canBack?: boolean, canStep?: boolean }} known
     */
    report(known) {
      const { t } = known;
      update(typeof t === "number" ? { last: t, canBack: t > 0, ...known } : known);
    },

    state: () => state,

    /**
     * @param {(state: PlayerState) => void} listener called now and after each change
     * @returns {() => void} stop listening
     */
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },

    /**
     * Gives the player to a chapter.
     * @param {Driver} next
     * @returns {() => void} takes the player away again, paused
     */
    attach(next) {
      pause();
      driver = next;
      const speed = next.speed ?? next.speeds[0]?.id ?? "";
      update({ speeds: next.speeds, speed, t: null, last: 0, canBack: false, canStep: true, attached: true });
      next.onSpeed?.(speed);
      return () => {
        if (driver !== next) return;
        pause();
        driver = null;
        update({ attached: false, t: null, last: 0, canBack: false });
      };
    },
  };
}

/** @typedef {ReturnType<typeof createPlayer>} Player */
