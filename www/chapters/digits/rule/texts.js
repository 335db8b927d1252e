// @ts-check
// The texts of the rule for one weight.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const rule = {
  ru: {
    "digits.rule.row": "Скрытый нейрон, строка матрицы V",
    "digits.rule.next": "Строка V после шага. Стрелки и~Enter выбирают вес",
    "digits.rule.now": "Строка V до~шага. Стрелки и~Enter выбирают вес",
    "digits.rule.derivative": "Средняя производная ошибки по~строке V. Стрелки и~Enter выбирают вес",
    "digits.rule.caption":
      "Строка~{row} матрицы [a matrix|V] и~один её вес. Производная~— средняя по~следующему мини-пакету.",
    "digits.rule.empty": "Числа появятся, как только загрузятся данные.",
  },
  en: {
    "digits.rule.row": "Hidden neuron, row of the matrix V",
    "digits.rule.next": "The row of V after the step. Arrows and Enter choose a weight",
    "digits.rule.now": "The row of V before the step. Arrows and Enter choose a weight",
    "digits.rule.derivative":
      "The mean derivative of the error over the row of V. Arrows and Enter choose a weight",
    "digits.rule.caption":
      "Row~{row} of [a matrix|V] and one of its weights. The derivative is the mean over the next mini-batch.",
    "digits.rule.empty": "The numbers come as soon as the data have.",
  },
};
