// @ts-check
// The offline copy in both languages. Marks are explained in index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const offline = {
  ru: {
    "offline.kept":
      "Страница сохранена в~браузере и~откроется без~интернета; учить сеть без~интернета можно, если данные MNIST уже загружались.",
    "offline.drop": "Удалить сохранённое",
    "offline.update": "Готова новая версия страницы.",
    "offline.update.do": "Загрузить её",
  },
  en: {
    "offline.kept":
      "The page is kept in this browser and opens without the internet; training without it needs the MNIST data downloaded once.",
    "offline.drop": "Remove the copy",
    "offline.update": "A new version of the page is ready.",
    "offline.update.do": "Load it",
  },
};
