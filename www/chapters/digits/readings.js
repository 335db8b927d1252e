// @ts-check
// What can be read off chapter 4: where the training stands, and what its network says to the drawing.

/**
 * @param {ReturnType<import("./session.js").Session["state"]>} state
 * @returns {import("../../frame/lab.js").Readings | null} null while it is on its way, or still being measured
 */
export function readingsOf({ snapshot, doing, t }) {
  if (!snapshot || doing !== "still") return null;
  const { playing, measured, status, z } = snapshot;
  if (playing || !measured || status.t !== t || status.arrived === 0) return null;
  const answer = z?.indexOf(Math.max(...z)) ?? null;
  return { t, error: status.error, accuracy: status.accuracy, answer };
}
