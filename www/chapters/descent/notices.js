// @ts-check
// What to notice in chapter 2, and what each sets up.

/**
 * @typedef {{ id: string, speed: string, values: Partial<import("./schema.js").DescentValues> }} Scene
 */

/** @type {readonly Scene[]} */
export const SCENES = [
  { id: "shrink", speed: "medium", values: { f: "parabola", a: -2.5, rate: 0.25 } },
  { id: "three", speed: "medium", values: { f: "parabola", a: -1.5, rate: 1.7, others: "0.2 2.05" } },
  { id: "diverge", speed: "medium", values: { f: "ravine", a: 2, rate: 0.1 } },
  { id: "start", speed: "medium", values: { f: "wells", a: 0.1, rate: 0.05 } },
  { id: "plateau", speed: "fast", values: { f: "sigmoid", a: 7.5, rate: 8 } },
  { id: "plane", speed: "medium", values: { view: "two" } },
];

export const NOTICES = {
  title: "descent.notice.title",
  items: SCENES.map(({ id }) => ({
    id,
    text: `descent.notice.${id}`,
    action: `descent.notice.${id}.do`,
  })),
};
