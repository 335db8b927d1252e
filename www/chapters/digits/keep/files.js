// @ts-check
// Files that the reader chooses, or drops.

import { button, element } from "../../../controls/dom.js";

/** @typedef {{ name: string, bytes: Uint8Array<ArrayBuffer> }} Chosen */

/**
 * A button that asks for files.
 * @param {{ text: string, label?: string, name: string, many?: boolean, className?: string,
 *   onFiles: (chosen: Chosen[]) => void, onError: (error: unknown) => void }} options `text`, `label` are keys; `name`
 *   tells the picker to tests
 */
export function createOpener({ text, label, name, many = false, className, onFiles, onError }) {
  const picker = element("input", "visually-hidden");
  picker.type = "file";
  picker.multiple = many;
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.dataset.picker = name;
  picker.addEventListener("change", async () => {
    await pass([...(picker.files ?? [])], { onFiles, onError });
    // The same file may be chosen again after it was mended.
    picker.value = "";
  });
  const press = button({
    text,
    ...(label ? { label } : {}),
    ...(className ? { className } : {}),
    onPress: () => picker.click(),
  });
  return { elements: [press, picker], button: press };
}

/**
 * @param {HTMLElement} target where they may be dropped
 * @param {{ onFiles: (chosen: Chosen[]) => void, onError: (error: unknown) => void }} told
 */
export function listenForFiles(target, told) {
  /** @param {boolean} on */
  const light = (on) => target.classList.toggle("drop-here", on);
  target.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    light(true);
  });
  target.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && target.contains(event.relatedTarget))) light(false);
  });
  target.addEventListener("drop", (event) => {
    light(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    pass(files, told);
  });
}

/** @param {readonly File[]} files @param {{ onFiles: (chosen: Chosen[]) => void, onError: (error: unknown) => void }} told */
async function pass(files, { onFiles, onError }) {
  if (files.length === 0) return;
  try {
    const chosen = files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }));
    onFiles(await Promise.all(chosen));
  } catch (error) {
    console.error(error);
    onError(
      Object.assign(new Error("unreadable", { cause: error }), { code: "file-unreadable", details: {} }),
    );
  }
}
