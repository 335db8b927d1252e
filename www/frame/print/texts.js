// @ts-check
// The words of the hand-out in both languages.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const printing = {
  ru: {
    "print.settings": "Настройки",
    "print.link": "Открыть это состояние",
  },
  en: {
    "print.settings": "Settings",
    "print.link": "Open this state",
  },
};
