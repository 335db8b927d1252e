// @ts-check
// The dialog "Share" in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const share = {
  ru: {
    "share.title": "Поделиться",
    "share.link": "Ссылка",
    "share.link.field": "Ссылка на~эту страницу, как она сейчас настроена",
    "share.link.copy": "Скопировать ссылку",
  },
  en: {
    "share.title": "Share",
    "share.link": "Link",
    "share.link.field": "Link to this page as it is set now",
    "share.link.copy": "Copy link",
  },
};
