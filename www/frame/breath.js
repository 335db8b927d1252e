// @ts-check
// A pause in long work, so that the page draws and answers meanwhile.

/** @returns {Promise<void>} once the browser has had its turn */
export const breathe = () => new Promise((resolve) => setTimeout(resolve));
