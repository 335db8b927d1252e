// @ts-check
// What stands below chapter 4's pad and training, in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const below = {
  ru: {
    "digits.below.mistakes": "Самые уверенные ошибки",
    "digits.below.images": "Все картинки",

    "digits.rows.title": "Строки матрицы [a matrix|V]",
    "digits.rows.text":
      "Каждый из~{hidden} {hidden|скрытого нейрона|скрытых нейронов|скрытых нейронов} смотрит на~картинку через свою строку [a matrix|V]: 784~веса, по~одному на~пиксель. Синие веса~— за, красные~— против. Сначала это шум, потом в~нём проступают части цифр.",
    "digits.rows.label":
      "Строки матрицы V как картинки 28 на~28. Стрелки выбирают нейрон, Enter открывает его.",
    "digits.rows.order": "Порядок: по~номеру или по~весу [a matrix|U] к~цифре",
    "digits.rows.order.number": "По~номеру",
    "digits.rows.hint": "Нажмите на~картинку, чтобы увидеть, что этот нейрон делает с~рисунком.",
    "digits.rows.sorted":
      "Сначала те, что за~{digit}: наибольший вес [a matrix|U] к~выходу {digit}. В~конце те, что против.",
    "digits.rows.unit": "Нейрон {unit}",
    "digits.rows.unit.weight": "Нейрон {unit}: вес [a matrix|U] к~выходу {digit} равен {weight}",

    "digits.confusion.title": "Какие цифры сеть путает",
    "digits.confusion.text":
      "Строка~— верная цифра, столбец~— ответ сети на~тестовых картинках. Всё, что не~на~диагонали,~— ошибки.",
    "digits.confusion.label":
      "Таблица: верная цифра и~ответ сети. Стрелки выбирают клетку, Enter открывает её картинки.",
    "digits.confusion.table": "Сколько раз на~тесте сеть дала каждый ответ на~каждую цифру",
    "digits.confusion.corner": "Верная цифра",
    "digits.confusion.empty": "Появится после первой эпохи.",
    "digits.confusion.pair": "Вместо {label} сеть ответила {answer}: {count} {count|раз|раза|раз}.",
    "digits.confusion.digit": "Цифра {digit}: верно {share}.",
    "digits.confusion.worst":
      "Труднее всего {digit}: верно {share}. Нажмите на~клетку, чтобы увидеть её картинки.",
  },
  en: {
    "digits.below.mistakes": "The most certain mistakes",
    "digits.below.images": "All images",

    "digits.rows.title": "The rows of [a matrix|V]",
    "digits.rows.text":
      "Each of {hidden} hidden {hidden|neuron|neurons} looks at the image through its own row of [a matrix|V]: 784~weights, one for each pixel. Blue weights speak for, red ones against. At first this is noise; then parts of digits appear in it.",
    "digits.rows.label":
      "Rows of the matrix V as images of 28 by 28. The arrows choose a neuron, Enter opens it.",
    "digits.rows.order": "Order: by number, or by weight of [a matrix|U] to a digit",
    "digits.rows.order.number": "By number",
    "digits.rows.hint": "Press a picture to see what this neuron does with the drawing.",
    "digits.rows.sorted":
      "First those that speak for {digit}: the largest weight of [a matrix|U] to output {digit}. Last those against.",
    "digits.rows.unit": "Neuron {unit}",
    "digits.rows.unit.weight": "Neuron {unit}: its weight of [a matrix|U] to output {digit} is {weight}",

    "digits.confusion.title": "Which digits the network confuses",
    "digits.confusion.text":
      "A row is the correct digit, a column the network’s answer, on the test images. Everything off the diagonal is a mistake.",
    "digits.confusion.label":
      "Table: the correct digit and the network’s answer. The arrows choose a cell, Enter opens its images.",
    "digits.confusion.table": "How often on the test the network gave each answer for each digit",
    "digits.confusion.corner": "Correct digit",
    "digits.confusion.empty": "It will appear after the first epoch.",
    "digits.confusion.pair": "Instead of {label} the network answered {answer}: {count} {count|time|times}.",
    "digits.confusion.digit": "Digit {digit}: {share} correct.",
    "digits.confusion.worst": "The hardest is {digit}: {share} correct. Press a cell to see its images.",
  },
};
