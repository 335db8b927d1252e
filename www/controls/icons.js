// @ts-check
// The few icons of the page, drawn on a grid of 20 × 20 in the colour of the text beside them.

const SVG = "http://www.w3.org/2000/svg";

/** Filled shapes first, then lines. @type {Record<string, { fill?: string, line?: string }>} */
const PATHS = {
  play: { fill: "M6 3.5v13l11-6.5z" },
  pause: { fill: "M5 4h3.5v12H5zM11.5 4H15v12h-3.5z" },
  step: { fill: "M4 4v12l8.5-6z", line: "M15 4.5v11" },
  back: { fill: "M16 4v12l-8.5-6z", line: "M5 4.5v11" },
  reset: { line: "M4.6 7.2A6.2 6.2 0 1 1 3.8 10.6M4.2 3.4v4h4" },
  epoch: { fill: "M3 4.5v11l5.6-5.5zM9.6 4.5v11l5.6-5.5z", line: "M17 5v10" },
  edit: { line: "M4 16l.8-3.4L13.4 4l2.6 2.6-8.6 8.6zM11.8 5.6l2.6 2.6" },
  parts: { line: "M3 15c5 0 5-10 8-10h6M3 5c4 0 5 10 9 10h5" },
  walk: {
    fill: "M11.5 12.2 17 15.5l-5.5 3.3zM8.5 12.2 3 15.5l5.5 3.3z",
    line: "M3 6h13M12.6 2.6 16 6l-3.4 3.4",
  },
  undo: { line: "M7.2 4 3.6 7.6l3.6 3.6M4 7.6h7.6a4.4 4.4 0 0 1 0 8.8H8" },
  clear: { line: "M4.5 4.5l11 11M15.5 4.5l-11 11" },
  upright: { line: "M10 3v14M6 17h8" },
  slanted: { line: "M13.6 3 8.4 17M4.4 17h8" },
  help: { line: "M7.3 7.4a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.2-1.5 2.2M10 15.2v.3" },
  download: { line: "M10 3.5v9M6.2 9 10 12.8 13.8 9M4 16.5h12" },
  tour: { line: "M4 17V3.5h9.5l-1.6 3 1.6 3H4" },
  projector: { line: "M2.5 4h15v9.5h-15zM10 13.5v3M6.5 16.5h7" },
  share: { line: "M10 12V3.2M6.6 6.2 10 2.8l3.4 3.4M6.5 9H4v7.5h12V9h-2.5" },
  light: {
    line: "M10 6.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.4 4.4l1.1 1.1M14.5 14.5l1.1 1.1M4.4 15.6l1.1-1.1M14.5 5.5l1.1-1.1",
  },
  dark: { line: "M15.8 12.2A6.6 6.6 0 0 1 7.8 4.2a6.6 6.6 0 1 0 8 8" },
  auto: { fill: "M10 3.5a6.5 6.5 0 0 1 0 13z", line: "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13" },
};

/**
 * @param {keyof typeof PATHS} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const shape = PATHS[name];
  if (!shape) throw new RangeError(`no icon ${name}`);
  for (const kind of /** @type {const} */ (["fill", "line"])) {
    const d = shape[kind];
    if (!d) continue;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute("class", kind);
    svg.append(path);
  }
  return svg;
}
