// @ts-check
// Parts that are written while they can be seen: of a training that runs, what nobody looks at costs nothing.

/** Pixels beyond the screen from which on a part counts as seen. */
const NEAR = "100px";

/** @param {readonly { element: Element, show: () => void }[]} parts */
export function createSeenParts(parts) {
  const seen = new Set(parts.map((part) => part.element));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const appears = isIntersecting && !seen.has(target);
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
        if (appears) for (const part of parts) if (part.element === target) part.show();
      }
    },
    { rootMargin: NEAR },
  );
  for (const { element } of parts) observer.observe(element);
  return {
    /** @param {boolean} all those out of sight too */
    show(all) {
      for (const part of parts) if (all || seen.has(part.element)) part.show();
    },
    destroy: () => observer.disconnect(),
  };
}
