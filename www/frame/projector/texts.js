// @ts-check
// The projector mode in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const projector = {
  ru: {
    "projector.on": "Крупно, для~проектора. Page Up и~Page Down~— шаг назад и~вперёд.",
    "projector.off": "Обычный вид",
  },
  en: {
    "projector.on": "Large, for a~projector. Page Up and Page Down step back and forward.",
    "projector.off": "The usual view",
  },
};
