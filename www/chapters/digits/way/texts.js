// @ts-check
// What the network sees, in both languages. Marks are explained in index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const way = {
  ru: {
    "digits.way.title": "Что видит сеть",
    "digits.way.text":
      "Сеть видит не~линии, а~784~числа [x vector|x]. Рисунок превращается в~них по~стадиям, так~же, как делались картинки MNIST. Выключите стадию и~посмотрите, что ответят сети.",
    "digits.way.samples": "Образцы",
    "digits.way.sample": "Образец цифры {digit}",
    "digits.way.picture": "Картинка или фото",
    "digits.way.picture.hint": "Картинку можно и~перетащить на~поле, и~вставить из~буфера обмена.",

    "digits.way.pad": "На~поле",
    "digits.way.pad.label": "Рисунок на~поле с~рамкой вокруг него",
    "digits.way.pad.strokes": "Линии пера и~рамка вокруг них.",
    "digits.way.pad.sample": "Линии образца и~рамка вокруг них.",
    "digits.way.pad.picture":
      "Чернила, найденные на~картинке: пиксели, которые заметно отличаются от~бумаги вокруг.",
    "digits.way.corner": "Маленькая, в~углу",

    "digits.way.fitted": "20 × 20",
    "digits.way.fitted.label": "Рисунок, вписанный в~квадрат 20 на~20",
    "digits.way.fitted.on": "Рамка вписана в~квадрат 20~×~20 посреди картинки 28~×~28.",
    "digits.way.fitted.off": "Всё поле сжато до~28~×~28 как есть.",
    "digits.way.fit": "Вписать",

    "digits.way.upright": "Без наклона",
    "digits.way.upright.label": "Рисунок без наклона",
    "digits.way.upright.on": "Строки сдвинуты: наклон был {lean}~пикселя на~строку.",
    "digits.way.upright.off": "Наклон оставлен: {lean}~пикселя на~строку.",
    "digits.way.straighten": "Убрать наклон",

    "digits.way.centred": "Центр масс",
    "digits.way.centred.label": "Картинка 28 на~28, которую видят сети",
    "digits.way.centred.on": "Центр масс чернил сдвинут в~центр картинки: из~({x};~{y}) в~(14;~14).",
    "digits.way.centred.off": "Центр масс остался, где был: ({x};~{y}).",
    "digits.way.centre": "Центрировать",

    "digits.way.answers": "Ответы на~картинку~4",
    "digits.way.bars.label": "Выходы z₀…z₉ обеих сетей для этой картинки, от~0 до~1",
    "digits.way.whole": "Все стадии включены: на~таких картинках училась готовая сеть.",
    "digits.way.part":
      "Стадия выключена. Линии те~же, но~784~числа другие: на~таких картинках сети не~учились.",
    "digits.way.empty": "Поле пустое: нарисуйте цифру или возьмите образец.",

    "digits.way.nearest": "Ближайшие картинки из~обучения",
    "digits.way.nearest.text":
      "Под каждой~— её цифра и~расстояние: корень из~суммы квадратов разностей 784~чисел от~0 до~1. Если просто взять цифру ближайшей, получится {digit}.",
    "digits.way.nearest.none": "Картинки для обучения ещё загружаются.",
    "digits.way.nearest.label": "Цифра {digit}, расстояние {distance}",

    "error.picture-unreadable":
      "Это не~картинка, или браузер не~умеет читать такие. Подойдут PNG, JPEG и~WebP.",
    "error.picture-size": "Картинка слишком большая: больше 64~миллионов пикселей. Уменьшите её.",
    "error.picture-no-ink":
      "На~картинке не~найдено чернил. Нужна тёмная цифра на~светлой бумаге или наоборот, крупно и~без~рамки.",
    "error.picture-blocked":
      "Браузер не~даёт странице читать пиксели картинок. Разрешите это в~его настройках или нарисуйте цифру.",
  },
  en: {
    "digits.way.title": "What the network sees",
    "digits.way.text":
      "The network sees not lines but 784~numbers [x vector|x]. The drawing is turned into them in stages, as the images of MNIST were made. Switch a stage off and see what the networks answer.",
    "digits.way.samples": "Samples",
    "digits.way.sample": "A sample of a {digit}",
    "digits.way.picture": "Picture or photo",
    "digits.way.picture.hint": "A picture can also be dropped on the pad or pasted.",

    "digits.way.pad": "On the pad",
    "digits.way.pad.label": "The drawing on the pad with the box around it",
    "digits.way.pad.strokes": "The lines of the pen and the box around them.",
    "digits.way.pad.sample": "The sample’s lines and the box around them.",
    "digits.way.pad.picture":
      "The ink that was found in the picture: pixels that stand out from the paper around them.",
    "digits.way.corner": "Small, in a corner",

    "digits.way.fitted": "20 × 20",
    "digits.way.fitted.label": "The drawing fitted into a square of 20 by 20",
    "digits.way.fitted.on": "The box is fitted into 20~×~20 in the middle of the 28~×~28 image.",
    "digits.way.fitted.off": "The whole pad is reduced to 28~×~28 as it is.",
    "digits.way.fit": "Fit",

    "digits.way.upright": "Without slant",
    "digits.way.upright.label": "The drawing without its slant",
    "digits.way.upright.on": "The rows are shifted: the slant was {lean}~pixels a row.",
    "digits.way.upright.off": "The slant is kept: {lean}~pixels a row.",
    "digits.way.straighten": "Remove the slant",

    "digits.way.centred": "Centre of mass",
    "digits.way.centred.label": "The image of 28 by 28 that the networks see",
    "digits.way.centred.on": "The ink’s centre of mass is moved to the centre: from ({x},~{y}) to (14,~14).",
    "digits.way.centred.off": "The centre of mass stays where it was: ({x},~{y}).",
    "digits.way.centre": "Centre",

    "digits.way.answers": "Answers to image~4",
    "digits.way.bars.label": "Outputs z₀…z₉ of both networks for this image, from 0 to 1",
    "digits.way.whole": "All stages are on: the pre-trained network learned from such images.",
    "digits.way.part":
      "A stage is off. The lines are the same, but the 784~numbers are different: the networks never learned from such images.",
    "digits.way.empty": "The pad is empty: draw a digit, or take a sample.",

    "digits.way.nearest": "The nearest training images",
    "digits.way.nearest.text":
      "Under each are its digit and its distance: the square root of the sum of the squared differences of the 784~numbers from 0 to~1. Taking the digit of the nearest one gives {digit}.",
    "digits.way.nearest.none": "The training images are still loading.",
    "digits.way.nearest.label": "A {digit}, distance {distance}",

    "error.picture-unreadable":
      "This is not a picture, or of a kind that the browser cannot read. PNG, JPEG and WebP will do.",
    "error.picture-size": "The picture is too large: more than 64~million pixels. Make it smaller.",
    "error.picture-no-ink":
      "No ink was found in the picture. It takes a dark digit on light paper, or the reverse, large and without a frame.",
    "error.picture-blocked":
      "The browser does not let the page read the pixels of pictures. Allow it in its settings, or draw the digit.",
  },
};
