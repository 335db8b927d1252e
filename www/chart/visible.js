// @ts-check
// Whether a picture is on the screen: what nobody sees need not be computed.

/**
 * @param {Element} element
 * @param {() => void} appears called each time the element comes into sight
 */
export function watchVisible(element, appears) {
  let visible = false;
  const observer = new IntersectionObserver((entries) => {
    const before = visible;
    visible = entries.at(-1)?.isIntersecting ?? false;
    if (visible && !before) appears();
  });
  observer.observe(element);
  return {
    get visible() {
      return visible;
    },
    destroy: () => observer.disconnect(),
  };
}
