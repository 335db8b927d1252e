// @ts-check
// "Find α in a hundred steps": ε of mini-batches while α rises, and the α that a reader takes from it.

import { besideFrame, createChart } from "../../../chart/chart.js";
import { drawPolyline } from "../../../chart/curve.js";
import { paler } from "../../../chart/legend.js";
import { linearScale, logScale } from "../../../chart/scale.js";
import { placeIn } from "../../../chart/whereabouts.js";
import { button, element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { onLanguage, say } from "../../../i18n/index.js";
import { fixed, plain, tick } from "../../../i18n/numbers.js";

/** Steps of the test. */
const STEPS = 100;
/** α's of the test. */
const RANGE = /** @type {const} */ ([0.001, 100]);
/** The axis of ε goes at least so far, and at most: what leaps beyond is seen to. */
const LEAST_TOP = 0.6;
const MOST_TOP = 2;

/** @typedef {{ alphas: number[], errors: number[], suggested: number | null, t: number }} Found */

/** An α as it can be said. @param {number} alpha */
const rounded = (alpha) => Number(Math.min(RANGE[1], Math.max(RANGE[0], alpha)).toPrecision(2));

/** @param {import("../sections.js").Context} context */
export function createFinder({ frame, session }) {
  /** @type {Found | null} */
  let found = null;
  let isAsking = false;

  const start = button({ text: "digits.course.find.start", onPress: find });
  start.dataset.course = "find";
  const name = element("span", "button-text");
  const take = button({ onPress: () => choose(found?.suggested ?? null) });
  take.append(name);
  take.dataset.course = "take";
  const status = element("p", "caption course-status");
  status.setAttribute("role", "status");
  const picture = createPicture(
    frame.announce,
    () => found,
    choose,
    () => session.state().settings.rate,
  );

  async function find() {
    isAsking = true;
    show();
    try {
      const { t } = session.state();
      const { pairs, suggested } = await session.ask("find_rate", STEPS);
      const of = (/** @type {0 | 1} */ side) => Array.from(pairs.filter((_, i) => i % 2 === side));
      found = pairs.length > 0 ? { alphas: of(0), errors: of(1), suggested: suggested ?? null, t } : null;
      if (found) say(status, "digits.course.find.hint");
      else say(status, "digits.course.find.none");
    } catch (error) {
      if (frame.alive()) frame.notice.showError(error);
    }
    isAsking = false;
    if (frame.alive()) show();
  }

  /** @param {number | null} alpha */
  function choose(alpha) {
    if (alpha === null) return;
    const rate = rounded(alpha);
    session.setRate(rate);
    say(status, "digits.course.find.taken", { rate: () => plain(rate) });
  }

  function show() {
    const { stopped, snapshot } = session.state();
    start.disabled = stopped || isAsking || (snapshot?.status.total ?? 0) === 0;
    const face = start.querySelector(".button-text");
    if (face) say(face, found ? "digits.course.find.again" : "digits.course.find.start");
    const suggested = found?.suggested ?? null;
    take.hidden = suggested === null;
    if (suggested !== null) say(name, "digits.course.find.take", { rate: () => plain(rounded(suggested)) });
    picture.show();
  }

  const note = element(
    "p",
    "section-text",
    words("span", "", "digits.course.find.text"),
    " ",
    words("span", "caption", "digits.course.find.source"),
  );
  return {
    element: element(
      "div",
      "course-part",
      element(
        "div",
        "course-words",
        words("h3", "course-title", "digits.course.find"),
        note,
        element("div", "course-row", start, take),
        status,
      ),
      picture.element,
    ),
    show,
    destroy: picture.destroy,
  };
}

/**
 * @param {(text: string) => void} announce
 * @param {() => Found | null} seen
 * @param {(alpha: number) => void} choose
 * @param {() => number} present α as it is set
 */
function createPicture(announce, seen, choose, present) {
  const figure = createFigure({ className: "plot course-find", label: "digits.course.find.label" });
  const { canvas } = figure;
  const count = () => seen()?.alphas.length ?? 0;
  const chart = createChart(canvas, {
    margins: { top: 24, right: 28, left: 44, bottom: 28 },
    write: tick,
    announce,
    scales: ({ frame }) => ({
      x: logScale(RANGE, [frame.left, frame.right]),
      y: linearScale([footOf(seen()), topOf(seen())], [frame.bottom, frame.top]),
    }),
    axes: ({ colours }) => ({
      xLabel: "α",
      yLabel: "ε",
      yColour: colours.error,
      formatX: (value) => plain(value),
    }),
    draw: (ctx, place) => drawFound(ctx, seen(), present(), place),
    read: {
      count,
      pins: false,
      nearest: (px, py, { frame, x }) => (besideFrame(frame, py) ? nearestOf(seen(), x.invert(px)) : null),
      open(key) {
        const alpha = seen()?.alphas[key];
        if (alpha !== undefined) choose(alpha);
      },
      at(key, { x, y }) {
        const [alpha, error] = [seen()?.alphas[key], seen()?.errors[key]];
        if (alpha === undefined || error === undefined) return null;
        const lines = [`α = ${plain(rounded(alpha))}`, `ε = ${fixed(error, 3)}`];
        return { x: x.map(alpha), y: y.map(error), lines };
      },
    },
    numbers: () => [
      { name: "α", values: seen()?.alphas ?? [] },
      { name: "ε", values: seen()?.errors ?? [] },
    ],
  });
  canvas.addEventListener("click", (event) => {
    const { place } = chart;
    if (!place || !seen()) return;
    choose(place.x.invert(placeIn(canvas, event)[0]));
  });
  const stopLanguage = onLanguage(chart.redraw);
  const head = element("div", "plot-head", words("h4", "plot-title", "digits.course.find.plot"));
  return {
    element: element("div", "plot-block", head, figure.element),
    show() {
      figure.setEmpty(seen() ? null : "digits.course.find.empty");
      canvas.classList.toggle("course-pick", seen() !== null);
      chart.redraw();
    },
    destroy() {
      stopLanguage();
      chart.destroy();
    },
  };
}

/** @param {Found | null} found */
function topOf(found) {
  const most = Math.max(0, ...(found?.errors.filter(Number.isFinite) ?? []));
  return Math.min(MOST_TOP, Math.max(LEAST_TOP, most * 1.1));
}

/** It is the changes of ε that count, and they are small. @param {Found | null} found */
const footOf = (found) => (found ? 0.8 * Math.min(...found.errors) : 0);

/** @param {Found | null} found @param {number} alpha */
function nearestOf(found, alpha) {
  if (!found) return null;
  const away = found.alphas.map((value) => Math.abs(Math.log(value / alpha)));
  return away.indexOf(Math.min(...away));
}

/**
 * The curve, the α that is suggested, and where α stands now.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Found | null} found
 * @param {number} present
 * @param {import("../../../chart/chart.js").Place<import("../../../chart/chart.js").Scales>} place
 */
function drawFound(ctx, found, present, place) {
  const { frame, x, colours } = place;
  const suggested = found?.suggested ?? null;
  if (suggested !== null) {
    const at = x.map(suggested);
    ctx.save();
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    ctx.moveTo(at, frame.top);
    ctx.lineTo(at, frame.bottom);
    ctx.stroke();
    ctx.fillStyle = colours.ink;
    ctx.font = `13px ${colours.font}`;
    ctx.textAlign = at > (frame.left + frame.right) / 2 ? "right" : "left";
    ctx.textBaseline = "top";
    const side = ctx.textAlign === "right" ? -7 : 7;
    ctx.fillText(`α = ${plain(rounded(suggested))}`, at + side, frame.top + 3);
    ctx.restore();
  }
  if (found) {
    const colour = paler(colours.error, colours.paper);
    drawPolyline(ctx, found.alphas, found.errors, { ...place, colour, lineWidth: 2 });
  }
  ctx.save();
  ctx.fillStyle = colours.ink;
  const now = x.map(Math.min(RANGE[1], Math.max(RANGE[0], present)));
  ctx.beginPath();
  ctx.moveTo(now, frame.bottom - 8);
  ctx.lineTo(now + 5, frame.bottom);
  ctx.lineTo(now - 5, frame.bottom);
  ctx.fill();
  ctx.restore();
}
