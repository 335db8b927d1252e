// Elements that are enough for formulas and the picture of the network: what is put into them can be looked at, and their
// text is a formula written out: `mfrac` as [x]/[y], `msup` as x^{y}, `msub` and `munder` as x_{y}.

class Node {
  children = [];
  attributes = {};
  dataset = {};
  classList = { toggle() {} };
  listeners = {};
  constructor(tag) {
    this.tag = tag;
  }
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }
  click() {
    this.listeners.click();
  }
  /** All elements of a tag in it. */
  all(tag) {
    const inside = this.children.flatMap((child) => (typeof child === "string" ? [] : child.all(tag)));
    return this.tag === tag ? [this, ...inside] : inside;
  }
  get textContent() {
    return this.text;
  }
  set textContent(text) {
    this.children = [text];
  }
  get text() {
    const parts = this.children.map((child) => (typeof child === "string" ? child : child.text));
    if (this.tag === "mfrac") return `[${parts[0]}]/[${parts[1]}]`;
    if (this.tag === "msup") return `${parts[0]}^{${parts[1]}}`;
    if (this.tag === "msub" || this.tag === "munder") return `${parts[0]}_{${parts[1]}}`;
    return parts.join("").replace(/[\u2061\u2062]/g, "");
  }
}

/** As long as a test runs, elements can be made. */
export function installElements(context) {
  const before = globalThis.document;
  globalThis.document = {
    createElementNS: (_, tag) => new Node(tag),
    createElement: (tag) => new Node(tag),
  };
  context.after(() => {
    globalThis.document = before;
  });
}
