// @ts-check
// Ties chapter 4's training to the page around it: the player and the keys, the address, and coming back to the chapter.

/** @typedef {import("../../frame/lab.js").Frame} Frame */
/** @typedef {import("./session.js").Session} Session */

/** Mini-batches a frame. @type {readonly (import("../../frame/player.js").Speed & { pace: number | null })[]} */
const SPEEDS = [
  // As fast as it goes.
  { id: "full", text: "digits.speed.full", pace: null },
  { id: "fast", text: "digits.speed.fast", pace: 10 },
  { id: "medium", text: "digits.speed.medium", pace: 1 },
  { id: "slow", text: "digits.speed.slow", pace: 1 / 15 },
];

/** Milliseconds between two notes of t while it runs: the address is written when it rests. */
const NOTE_EVERY = 1000;

/**
 * What a link opens, of the chapter's values.
 * @param {import("../../frame/address.js").Values} values
 * @returns {import("./place.js").Place}
 */
export function placeOf(values) {
  const { hidden, rate, batch, seed, t, rates } = /** @type {import("./schema.js").DigitsValues} */ (
    /** @type {unknown} */ (values)
  );
  return { hidden, rate, batch, seed, t, rates };
}

/**
 * The player's buttons become the training's, and the other way round: it may begin and end by itself.
 * @param {Frame} frame
 * @param {Session} session
 * @param {() => boolean} [isHidden] whether nobody sees the page, for tests
 */
export function attachPlayer({ player, attach, onEnd }, session, isHidden = () => document.hidden) {
  attach({
    step: () => session.step(),
    back: () => session.back(),
    go: (t) => session.go(t),
    reset: () => session.reset(),
    start: () => session.play(),
    stop() {
      // A page that nobody sees is paused; the way to a step that a link names goes on, and ends by itself.
      if (session.state().doing !== "reach" || !isHidden()) session.pause();
    },
    speeds: SPEEDS,
    onSpeed: (id) => session.setPace(SPEEDS.find((speed) => speed.id === id)?.pace ?? null),
  });
  function report() {
    const { doing, snapshot, stopped, t, last } = session.state();
    if (doing === "still") player.ended();
    else if (!player.state().playing) player.playTowards(() => {});
    player.report({ t: snapshot ? t : null, last, canBack: !stopped && t > 0, canStep: !stopped });
  }
  onEnd(session.on("state", report));
  onEnd(session.on("snapshot", report));
  report();
}

/**
 * The address says where the training stands.
 * @param {Frame} frame
 * @param {Session} session
 * @param {() => number} [now] milliseconds, for tests
 */
export function keepAddress({ save, onEnd }, session, now = () => performance.now()) {
  let noted = Number.NEGATIVE_INFINITY;
  function note() {
    noted = now();
    save(session.place());
  }
  onEnd(session.on("state", note));
  onEnd(
    session.on("snapshot", () => {
      if (session.state().doing === "still" || now() - noted >= NOTE_EVERY) note();
    }),
  );
  note();
}

/**
 * Opens what the address names, unless that is what the reader left behind: a training that ran on until it was paused is
 * further than the address knows.
 * @param {Frame} frame
 * @param {Session} session
 */
export function comeBack({ values, kept, onEnd }, session) {
  const place = placeOf(values());
  if (JSON.stringify(place) !== kept.left) session.open(place);
  onEnd(() => {
    kept.left = JSON.stringify(placeOf(values()));
  });
}
