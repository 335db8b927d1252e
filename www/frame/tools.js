// @ts-check
// What the header offers besides chapters, language and theme: each is loaded when it is first asked for.

import { button } from "../controls/dom.js";
import { icon } from "../controls/icons.js";
import { loadStyle } from "./styles.js";

/**
 * @typedef {Object} ToolContext what a tool is given
 * @property {import("./player.js").Player} player
 * @property {ReturnType<typeof import("./address.js").createAddress>} address
 * @property {() => import("./lab.js").Entry | null} chapter the one that is open
 * @property {() => ReturnType<typeof import("./lab.js").openLab> | null} lab the open chapter, once it has been mounted
 * @property {HTMLElement} main
 * @property {(text: string) => void} announce
 *
 * @typedef {{ open: (context: ToolContext) => void | Promise<void> }} Tool
 */

/** @type {readonly { id: string, label: string, icon: string, load: () => Promise<Tool> }[]} */
const TOOLS = [
  { id: "tour", label: "tool.tour", icon: "tour", load: () => import("./tour/tour.js") },
  {
    id: "projector",
    label: "tool.projector",
    icon: "projector",
    load: () => import("./projector/projector.js"),
  },
  { id: "share", label: "tool.share", icon: "share", load: () => import("./share/share.js") },
];

/**
 * The header's buttons.
 * @param {() => ToolContext} context asked for when one is pressed
 * @returns {HTMLButtonElement[]}
 */
export function createTools(context) {
  return TOOLS.map((tool) => {
    const made = button({
      label: tool.label,
      icon: icon(tool.icon),
      className: "button-quiet",
      onPress: async () => {
        const [{ open }] = await Promise.all([tool.load(), loadStyle(`frame/${tool.id}/style.css`)]);
        open(context());
      },
    });
    made.dataset.tool = tool.id;
    return made;
  });
}
