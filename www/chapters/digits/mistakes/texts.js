// @ts-check
// The images and the mistakes of chapter 4 in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const mistakes = {
  ru: {
    "digits.mistakes.title": "Ошибки и~картинки",
    "digits.mistakes.view": "Какие картинки",
    "digits.mistakes.view.mistakes": "Ошибки",
    "digits.mistakes.view.test": "Весь тест",
    "digits.mistakes.view.train": "Обучение",
    "digits.mistakes.label": "Верная цифра",
    "digits.mistakes.answer": "Ответ сети",
    "digits.mistakes.any": "Любая",
    "digits.mistakes.any-answer": "Любой",

    "digits.mistakes.asking": "Сеть смотрит картинки.",
    "digits.mistakes.waits": "Картинки ещё загружаются.",
    "digits.mistakes.all": "На~тесте {count} {count|ошибка|ошибки|ошибок}.",
    "digits.mistakes.of-label":
      "Сеть не~узнала {label}: {count} {count|тестовая картинка|тестовые картинки|тестовых картинок}.",
    "digits.mistakes.of-answer":
      "Сеть ошибочно ответила {answer}: {count} {count|тестовая картинка|тестовые картинки|тестовых картинок}.",
    "digits.mistakes.pair":
      "Вместо {label} сеть ответила {answer}: {count} {count|тестовая картинка|тестовые картинки|тестовых картинок}.",
    "digits.mistakes.right":
      "Сеть верно узнала {label}: {count} {count|тестовая картинка|тестовые картинки|тестовых картинок}.",
    "digits.mistakes.set.test": "В~тесте {count} {count|картинка|картинки|картинок}. На~них сеть не~училась.",
    "digits.mistakes.set.test.digit": "Цифра {digit} в~тесте: {count} {count|картинка|картинки|картинок}.",
    "digits.mistakes.set.train": "Для обучения~— {count} {count|картинка|картинки|картинок}.",
    "digits.mistakes.set.train.digit":
      "Цифра {digit} в~обучении: {count} {count|картинка|картинки|картинок}.",
    "digits.mistakes.how":
      "Сначала самые уверенные. Под картинкой верная цифра [label|l]~→ ответ сети и~выход [activation|z] этого ответа. Нажмите на~картинку, чтобы увидеть, откуда взялся ответ.",
    "digits.mistakes.how.right":
      "Сначала наименее уверенные. Под картинкой верная цифра [label|l]~→ ответ сети и~выход [activation|z] этого ответа. Нажмите на~картинку, чтобы увидеть, откуда взялся ответ.",
    "digits.mistakes.how.set":
      "Под картинкой верная цифра [label|l] и~номер. Нажмите на~картинку, чтобы увидеть, что с~ней делает сеть.",
    "digits.mistakes.step": "Сеть на~шаге {t}",
    "digits.mistakes.refresh": "Обновить",

    "digits.mistakes.gallery": "Картинки. Стрелки ведут от~одной к~другой, Enter открывает.",
    "digits.mistakes.image.named":
      "Вместо {label} ответ {answer}, z~= {z}. Тестовая картинка {index}. Открыть",
    "digits.mistakes.image.test": "Цифра {label}, тестовая картинка {index}. Открыть",
    "digits.mistakes.image.train": "Цифра {label}, обучающая картинка {index}. Открыть",

    "digits.mistakes.back": "Назад",
    "digits.mistakes.next": "Дальше",
    "digits.mistakes.place": "{first}–{last} из~{total}",
  },
  en: {
    "digits.mistakes.title": "Mistakes and images",
    "digits.mistakes.view": "Which images",
    "digits.mistakes.view.mistakes": "Mistakes",
    "digits.mistakes.view.test": "Whole test",
    "digits.mistakes.view.train": "Training",
    "digits.mistakes.label": "Correct digit",
    "digits.mistakes.answer": "The network’s answer",
    "digits.mistakes.any": "Any",
    "digits.mistakes.any-answer": "Any",

    "digits.mistakes.asking": "The network is looking at the images.",
    "digits.mistakes.waits": "The images are still loading.",
    "digits.mistakes.all": "{count} {count|mistake|mistakes} on the test.",
    "digits.mistakes.of-label": "The network did not recognise {label}: {count}~test {count|image|images}.",
    "digits.mistakes.of-answer": "The network wrongly answered {answer}: {count}~test {count|image|images}.",
    "digits.mistakes.pair":
      "Instead of {label} the network answered {answer}: {count}~test {count|image|images}.",
    "digits.mistakes.right": "The network correctly recognised {label}: {count}~test {count|image|images}.",
    "digits.mistakes.set.test": "{count}~test {count|image|images}. The network has not learned from them.",
    "digits.mistakes.set.test.digit": "Digit {digit} in the test: {count} {count|image|images}.",
    "digits.mistakes.set.train": "{count} {count|image|images} to learn from.",
    "digits.mistakes.set.train.digit": "Digit {digit} in training: {count} {count|image|images}.",
    "digits.mistakes.how":
      "The most certain first. Under each image, the correct digit [label|l]~→ the network’s answer, and the output [activation|z] of that answer. Press an image to see where the answer comes from.",
    "digits.mistakes.how.right":
      "The least certain first. Under each image, the correct digit [label|l]~→ the network’s answer, and the output [activation|z] of that answer. Press an image to see where the answer comes from.",
    "digits.mistakes.how.set":
      "Under each image, its correct digit [label|l] and its number. Press an image to see what the network does with it.",
    "digits.mistakes.step": "The network at step {t}",
    "digits.mistakes.refresh": "Refresh",

    "digits.mistakes.gallery": "Images. The arrows lead from one to another, Enter opens.",
    "digits.mistakes.image.named": "{answer} instead of {label}, z~= {z}. Test image {index}. Open",
    "digits.mistakes.image.test": "Digit {label}, test image {index}. Open",
    "digits.mistakes.image.train": "Digit {label}, training image {index}. Open",

    "digits.mistakes.back": "Back",
    "digits.mistakes.next": "Next",
    "digits.mistakes.place": "{first}–{last} of {total}",
  },
};
