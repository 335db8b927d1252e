// @ts-check
// The texts of taking along and printing.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const exporting = {
  ru: {
    "export.title": "Рисунки и числа",
    "export.least": "ε (наименьшая)",
    "export.greatest": "ε (наибольшая)",
    "export.test": "ε (тест)",
    "export.held": "в тесте",
    "export.epoch": "эпоха",
    "export.accuracy": "доля верных",
    "export.ready": "z готовой сети",
    "export.training": "z сети, которая учится",
    "export.from": "от",
    "export.to": "до",
    "export.count": "весов",
  },
  en: {
    "export.title": "Pictures and numbers",
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
