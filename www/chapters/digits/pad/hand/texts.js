// @ts-check
// What is said of a pen that keys move, in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const hand = {
  ru: {
    "digits.pen.at": "Столбец {column}, строка {row} из~{cells}",
    "digits.pen.down": "Перо опущено: столбец {column}, строка {row}",
  },
  en: {
    "digits.pen.at": "Column {column}, row {row} of {cells}",
    "digits.pen.down": "Pen down: column {column}, row {row}",
  },
};
