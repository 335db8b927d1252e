// @ts-check
// Whether a picture is on the screen: what nobody sees need not be computed, unless somebody takes it along.

/** @type {Set<{ set: (visible: boolean) => void, seen: boolean }>} */
const watches = new Set();

/**
 * @param {Element} element
 * @param {() => void} appears called each time the element comes into sight
 * @param {{ margin?: string, leaves?: () => void }} [options] `margin`: so far beside the screen it is in sight; `leaves`: called
 *   each time it goes out of it
 */
export function watchVisible(element, appears, { margin = "0px", leaves } = {}) {
  let visible = false;
  const watch = {
    seen: false,
    /** @param {boolean} next */
    set(next) {
      if (next === visible) return;
      visible = next;
      if (visible) appears();
      else leaves?.();
    },
  };
  const observer = new IntersectionObserver(
    (entries) => {
      watch.seen = entries.at(-1)?.isIntersecting ?? false;
      watch.set(watch.seen);
    },
    { rootMargin: margin },
  );
  observer.observe(element);
  watches.add(watch);
  return {
    get visible() {
      return visible;
    },
    destroy() {
      watches.delete(watch);
      observer.disconnect();
    },
  };
}

/**
 * All pictures count as seen, until the function that is returned is called: they are to be taken along or printed.
 * @returns {() => void}
 */
export function seeAll() {
  for (const watch of watches) watch.set(true);
  return () => {
    for (const watch of watches) watch.set(watch.seen);
  };
}
