// @ts-check
// The texts of taking along and printing.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const exporting = {
  ru: {
    "export.title": "Рисунки и~числа",
    "export.none": "Здесь пока нет рисунков.",
    "export.note":
      "PNG вдвое крупнее, чем на~экране; SVG не~теряет чёткости при увеличении. Фон белый и~в~тёмной теме.",
    "export.note.csv":
      "CSV в~UTF-8: между столбцами точка с~запятой, в~числах запятая, как ждёт русский Excel. На~английской странице~— запятая и~точка.",
    "export.note.print":
      "Печать~— раздаточный лист A4: формула, рисунки и~числа главы, какими они стоят сейчас.",
    "export.png": "PNG",
    "export.png.label": "PNG: {name}",
    "export.svg": "SVG",
    "export.svg.label": "SVG: {name}",
    "export.csv": "CSV",
    "export.csv.label": "CSV: {name}",
    "export.copy": "Копировать",
    "export.copy.label": "Копировать картинку: {name}",
    "export.copied": "Картинка скопирована",
    "export.failed": "Не~удалось",
    "export.run": "Весь прогон, CSV",
    "export.print": "Печать",
    "export.least": "ε (наименьшая)",
    "export.greatest": "ε (наибольшая)",
    "export.test": "ε (тест)",
    "export.held": "в~тесте",
    "export.epoch": "эпоха",
    "export.accuracy": "доля верных",
    "export.ready": "z готовой сети",
    "export.training": "z обучаемой сети",
    "export.from": "от",
    "export.to": "до",
    "export.count": "весов",
  },
  en: {
    "export.title": "Pictures and numbers",
    "export.none": "There are no pictures here yet.",
    "export.note":
      "PNG has twice the pixels of the screen; SVG stays sharp at any size. The background is white in the dark theme, too.",
    "export.note.csv":
      "CSV in UTF-8: commas between columns, a point in numbers. On the Russian page, semicolons and a decimal comma, as Excel in Russian expects.",
    "export.note.print":
      "Print gives a hand-out on A4: the formula, the pictures and the numbers of the chapter as they stand now.",
    "export.png": "PNG",
    "export.png.label": "PNG: {name}",
    "export.svg": "SVG",
    "export.svg.label": "SVG: {name}",
    "export.csv": "CSV",
    "export.csv.label": "CSV: {name}",
    "export.copy": "Copy",
    "export.copy.label": "Copy the picture: {name}",
    "export.copied": "The picture has been copied",
    "export.failed": "This failed",
    "export.run": "The whole run, CSV",
    "export.print": "Print",
    "export.least": "ε (least)",
    "export.greatest": "ε (greatest)",
    "export.test": "ε (test)",
    "export.held": "in the test",
    "export.epoch": "epoch",
    "export.accuracy": "accuracy",
    "export.ready": "z of the pre-trained network",
    "export.training": "z of the network in training",
    "export.from": "from",
    "export.to": "to",
    "export.count": "weights",
  },
};
