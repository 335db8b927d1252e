// @ts-check
// Pictures that come from elsewhere: dropped on the drawing or pasted into the page. What reads them is loaded with the first.

/**
 * @param {HTMLElement} target where they may be dropped
 * @param {(file: Blob) => void} take
 * @returns {() => void} stops listening
 */
export function listenForPictures(target, take) {
  const listening = new AbortController();
  const { signal } = listening;
  /** @param {boolean} on */
  const light = (on) => target.classList.toggle("drop-here", on);

  target.addEventListener(
    "dragover",
    (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      light(true);
    },
    { signal },
  );
  target.addEventListener(
    "dragleave",
    (event) => {
      if (!(event.relatedTarget instanceof Node && target.contains(event.relatedTarget))) light(false);
    },
    { signal },
  );
  target.addEventListener(
    "drop",
    (event) => {
      light(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      take(file);
    },
    { signal },
  );
  document.addEventListener(
    "paste",
    (event) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
      // Who writes pastes text.
      if (!file || (event.target instanceof Element && event.target.closest("input, textarea"))) return;
      event.preventDefault();
      take(file);
    },
    { signal },
  );
  return () => listening.abort();
}

/**
 * What takes a picture onto the pad, and says what is wrong with one that cannot be.
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {Pick<import("./drawing.js").DrawingPart, "setPicture" | "element">} drawing
 * @returns {(file: Blob) => Promise<void>}
 */
export function createTaker({ alive, notice, scrollTo }, drawing) {
  return async (file) => {
    try {
      const { readPicture } = await import("./way/picture.js");
      const picture = await readPicture(file);
      if (!alive()) return;
      notice.hide();
      drawing.setPicture(picture);
    } catch (error) {
      if (!alive()) return;
      notice.showError(error);
      scrollTo(notice.element);
    }
  };
}
