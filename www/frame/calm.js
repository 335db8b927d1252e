// @ts-check
// Whether the reader wants no motion that need not be.

export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
