// A drawing context that draws nothing and remembers everything: what the plots ask for can be looked at.

const METHODS = [
  "save restore translate scale beginPath closePath moveTo lineTo quadraticCurveTo arc rect roundRect clip fill stroke",
  "fillRect strokeRect clearRect setLineDash drawImage setTransform",
]
  .join(" ")
  .split(" ");

/** Every letter of the font is so many times its size wide. */
const LETTER = 0.56;

export function createContext() {
  /** @type {{ name: string, args: any[], fillStyle: string, strokeStyle: string, alpha: number, font: string, align: string,
   *   baseline: string }[]} */
  const calls = [];
  const context = {
    calls,
    fillStyle: "",
    strokeStyle: "",
    globalAlpha: 1,
    lineWidth: 1,
    font: "10px sans-serif",
    textAlign: "left",
    textBaseline: "alphabetic",
    measureText: (text) => ({ width: [...text].length * LETTER * fontSize(context.font) }),
    fillText: (...args) => record("fillText", args),
    /** @param {string} name */
    named: (name) => calls.filter((call) => call.name === name),
    texts: () => calls.filter((call) => call.name === "fillText").map((call) => call.args[0]),
    /** The rectangles that the texts take. */
    textBoxes() {
      return calls
        .filter((call) => call.name === "fillText")
        .map(({ args: [text, x, y], font, align, baseline }) => {
          const size = fontSize(font);
          const width = [...text].length * LETTER * size;
          const left = align === "center" ? x - width / 2 : align === "right" ? x - width : x;
          const top = baseline === "middle" ? y - size / 2 : baseline === "bottom" ? y - size : y;
          return { text, size, left, right: left + width, top, bottom: top + size };
        });
    },
  };
  function record(name, args) {
    calls.push({
      name,
      args,
      fillStyle: context.fillStyle,
      strokeStyle: context.strokeStyle,
      alpha: context.globalAlpha,
      font: context.font,
      align: context.textAlign,
      baseline: context.textBaseline,
    });
  }
  const stack = [];
  for (const name of METHODS) context[name] = (...args) => record(name, args);
  const KEPT = ["fillStyle", "strokeStyle", "globalAlpha", "lineWidth", "font", "textAlign", "textBaseline"];
  context.save = () => stack.push(KEPT.map((key) => context[key]));
  context.restore = () => {
    const state = stack.pop();
    if (!state) throw new Error("restore without save");
    KEPT.forEach((key, i) => {
      context[key] = state[i];
    });
  };
  context.depth = () => stack.length;
  return context;
}

function fontSize(font) {
  return Number(/(\d+(\.\d+)?)px/.exec(font)[1]);
}

export const COLOURS = {
  a: "#0072b2",
  error: "#b84600",
  derivative: "#a0457e",
  activation: "#00795a",
  label: "#8a6100",
  ink: "#1a1c1e",
  paper: "#ffffff",
  muted: "#5c6269",
  grid: "#e3e2dc",
  surface: "#ffffff",
  negative: "#b5382a",
  font: "sans-serif",
  mathFont: "serif",
  dark: false,
};
