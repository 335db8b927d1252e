// @ts-check
// What stands below chapter 4's pad and training, in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const below = {
  ru: {
    "digits.about.part":
      "Эта страница несёт в~себе {train} из~{all} картинок MNIST для обучения и~{test} из~{tests} для проверки. Сеть, которая училась только на~них, ошибается чаще, чем та, что училась на~всех.",
    "digits.below.mistakes": "Самые уверенные ошибки",
    "digits.below.images": "Все картинки",

    "digits.rows.title": "Строки матрицы [a matrix|V]",
    "digits.rows.text":
      "Каждый из~{hidden} {hidden|скрытого нейрона|скрытых нейронов|скрытых нейронов} смотрит на~картинку через свою строку [a matrix|V]: 784~веса, по~одному на~точку. Синие веса~— за, красные~— против. Сначала это шум, потом в~нём проступают части цифр.",
    "digits.rows.label":
      "Строки матрицы V как картинки 28 на~28. Стрелки выбирают нейрон, Enter открывает его.",
    "digits.rows.order": "Порядок: по~номеру или по~весу [a matrix|U] к~цифре",
    "digits.rows.order.number": "По~номеру",
    "digits.rows.hint": "Нажмите на~картинку, чтобы увидеть, что этот нейрон делает с~рисунком.",
    "digits.rows.sorted":
      "Сначала те, кто за~{digit}: наибольший вес [a matrix|U] к~выходу {digit}. В~конце те, кто против.",
    "digits.rows.unit": "Нейрон {unit}",
    "digits.rows.unit.weight": "Нейрон {unit}: вес [a matrix|U] к~выходу {digit} равен {weight}",

    "digits.confusion.title": "Кто с~кем перепутан",
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
    "digits.about.part":
      "This page carries {train} of MNIST’s {all} training images and {test} of its {tests} test images. A network that learned from these alone makes more mistakes than one that learned from all.",
    "digits.below.mistakes": "The most certain mistakes",
    "digits.below.images": "All images",

    "digits.rows.title": "The rows of [a matrix|V]",
    "digits.rows.text":
      "Each of {hidden} hidden {hidden|unit|units} looks at the image through its own row of [a matrix|V]: 784~weights, one a point. Blue weights speak for, red ones against. At first this is noise; then parts of digits show in it.",
    "digits.rows.label":
      "Rows of the matrix V as images of 28 by 28. The arrows choose a unit, Enter opens it.",
    "digits.rows.order": "Order: by number, or by weight of [a matrix|U] to a digit",
    "digits.rows.order.number": "By number",
    "digits.rows.hint": "Press a picture to see what this unit does with the drawing.",
    "digits.rows.sorted":
      "First those that speak for {digit}: the largest weight of [a matrix|U] to output {digit}. Last those against.",
    "digits.rows.unit": "Unit {unit}",
    "digits.rows.unit.weight": "Unit {unit}: its weight of [a matrix|U] to output {digit} is {weight}",

    "digits.confusion.title": "What is taken for what",
    "digits.confusion.text":
      "A row is the right digit, a column the network’s answer, on the test images. Everything off the diagonal is a mistake.",
    "digits.confusion.label":
      "Table: the right digit and the network’s answer. The arrows choose a cell, Enter opens its images.",
    "digits.confusion.table": "How often on the test the network gave each answer for each digit",
    "digits.confusion.corner": "Right digit",
    "digits.confusion.empty": "It will appear after the first epoch.",
    "digits.confusion.pair": "Instead of {label} the network answered {answer}: {count} {count|time|times}.",
    "digits.confusion.digit": "Digit {digit}: {share} right.",
    "digits.confusion.worst": "The hardest is {digit}: {share} right. Press a cell to see its images.",
  },
};
