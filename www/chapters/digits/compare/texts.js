// @ts-check
// What stands beside the present run in chapter 4's plots, in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const compare = {
  ru: {
    "digits.compare.nielsen": "Нильсен, 784-30-10",
    "digits.compare.nielsen.reading": "Нильсен, эпоха {epoch}",
    "digits.compare.blind": "не~глядя на~картинку: {error}",
    "digits.compare.seed": "зерно {seed}",
    "digits.compare.last": "до~сброса: {name}",
  },
  en: {
    "digits.compare.nielsen": "Nielsen, 784-30-10",
    "digits.compare.nielsen.reading": "Nielsen, epoch {epoch}",
    "digits.compare.blind": "without looking at the image: {error}",
    "digits.compare.seed": "seed {seed}",
    "digits.compare.last": "before the reset: {name}",
  },
};
