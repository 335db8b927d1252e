// @ts-check
// "Inside the network" in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const inside = {
  ru: {
    "digits.inside.title": "Внутри сети",
    "digits.inside.image": "Картинка, на~которую смотрит сеть",
    "digits.inside.source": "Какая картинка",
    "digits.inside.source.drawing": "рисунок",
    "digits.inside.source.batch": "мини-пакет",
    "digits.inside.source.train": "обучение",
    "digits.inside.source.test": "тест",
    "digits.inside.image.number": "Номер картинки",
    "digits.inside.image.previous": "Предыдущая картинка",
    "digits.inside.image.next": "Следующая картинка",
    "digits.inside.of": "из~{count}",
    "digits.inside.network": "Какая сеть",
    "digits.inside.label": "Это цифра",
    "digits.inside.label.known": "Метка: это цифра [label|{digit}]",
    "digits.inside.answer": "Ответ сети~— [strong|{first}]: z~=~{z}. Следом {second}: z~=~{other}.",
    "digits.inside.answer.error":
      "Ответ сети~— [strong|{first}]: z~=~{z}. Следом {second}: z~=~{other}. Ошибка [error|ε]~=~{error}.",
    "digits.inside.empty": "Поле пусто: нарисуйте цифру или выберите картинку.",
    "digits.inside.waiting": "Данные ещё загружаются.",
    "digits.inside.failed": "Заглянуть в~сеть не~удалось.",
    "digits.inside.whence": "Откуда это число",

    "digits.inside.way": "Что показано: числа вперёд или производные назад",
    "digits.inside.way.forward": "вперёд →",
    "digits.inside.way.back": "← назад",
    "digits.inside.way.forward.note": "Картинка становится ответом. Наведите на~нейрон или цифру.",
    "digits.inside.way.back.note": "Ошибка возвращается: какое число в~ней виновато и~насколько.",
    "digits.inside.flow.label":
      "Путь картинки через сеть: 784~пикселя, скрытые нейроны, десять выходов. Стрелки вверх и~вниз выбирают, влево и~вправо меняют столбец, Enter открывает число",
    "digits.inside.said.unit": "Нейрон {unit}: p~=~{p}, y~=~{y}",
    "digits.inside.said.output": "Выход {digit}: z~=~{z}",

    "digits.inside.unit": "Нейрон",
    "digits.inside.unit.number": "Номер скрытого нейрона",
    "digits.inside.unit.previous": "Предыдущий нейрон",
    "digits.inside.unit.next": "Следующий нейрон",
    "digits.inside.unit.forward":
      "Строка [a matrix|V] ложится на~картинку, как фильтр: где чернила попали на~синее, сумма растёт, где на~красное~— падает.",
    "digits.inside.unit.back":
      "Одно число, [derivative|∂ε/∂p], умноженное на~всю картинку,~— это и~есть строка [derivative|∂ε/∂V]. Шаг вычитает её, умножив на~α~=~{rate}: там, где нет чернил, веса не~меняются.",
    "digits.inside.subtract": "Вычесть",
    "digits.inside.subtract.share": "Какая часть шага вычтена",
    "digits.inside.unit.nolabel": "Чтобы вернуться назад, нужна метка: выберите, какая это цифра.",
    "digits.inside.picture": "784~числа на~местах пикселей",
    "digits.inside.picture.weights":
      "Строка матрицы V нейрона {unit}: синие веса больше нуля, красные меньше",
    "digits.inside.picture.product": "Произведения весов нейрона {unit} на~пиксели картинки",
    "digits.inside.picture.derivative": "Производные ошибки по~весам нейрона {unit}",
    "digits.inside.picture.after": "Веса нейрона {unit} после шага",
    "digits.inside.tensor":
      "Тензорное произведение~⊗: столбец × строка = матрица. Все строки~— одна и~та~же картинка, у~каждой своя сила и~свой знак; черта под ней~— её [derivative|∂ε/∂p]. Где [derivative|∂ε/∂p] около нуля, там нейрону нечего менять.",
    "digits.inside.tensor.label": "Строки ∂ε/∂V как картинки, по~одной на~скрытый нейрон",
    "digits.inside.pixel.none": "Наведите на~пиксель картинки: здесь будут его числа.",
    "digits.inside.pixel.forward": "Пиксель {pixel}: [a|V] · x = {weight} · {x} = {product}",
    "digits.inside.pixel.back":
      "Пиксель {pixel}: x = {x}, [derivative|∂ε/∂V] = {derivative}, вес [a|V] был {weight}, станет {after}",

    "digits.inside.output": "Выход",
    "digits.inside.output.choice": "Какой из~десяти выходов",
    "digits.inside.output.forward":
      "Слева~— пиксели: синий говорит «больше чернил~— больше z», красный~— наоборот. Справа~— нейроны, из~которых сложилось q. Рядом~— соперник, а~если ответ неверен~— верная цифра.",
    "digits.inside.output.back":
      "Справа~— [derivative|∂ε/∂U]: [derivative|∂ε/∂q] этого выхода, умноженная на~y каждого нейрона.",
    "digits.inside.picture.sensitivity":
      "Как выход {digit} зависит от~каждого пикселя: от~синих растёт, от~красных падает; контур рисунка поверх",
    "digits.inside.others": "остальные",
    "digits.inside.term": "Нейрон {unit}: U·y = {value}",
    "digits.inside.term.back": "Нейрон {unit}: ∂ε/∂U = {value}",
  },
  en: {
    "digits.inside.title": "Inside the network",
    "digits.inside.image": "The image that the network looks at",
    "digits.inside.source": "Which image",
    "digits.inside.source.drawing": "drawing",
    "digits.inside.source.batch": "mini-batch",
    "digits.inside.source.train": "training",
    "digits.inside.source.test": "test",
    "digits.inside.image.number": "Number of the image",
    "digits.inside.image.previous": "Previous image",
    "digits.inside.image.next": "Next image",
    "digits.inside.of": "of {count}",
    "digits.inside.network": "Which network",
    "digits.inside.label": "This is the digit",
    "digits.inside.label.known": "Label: this is the digit [label|{digit}]",
    "digits.inside.answer": "The network says [strong|{first}]: z~=~{z}. Next {second}: z~=~{other}.",
    "digits.inside.answer.error":
      "The network says [strong|{first}]: z~=~{z}. Next {second}: z~=~{other}. Error [error|ε]~=~{error}.",
    "digits.inside.empty": "The pad is empty: draw a digit, or choose an image.",
    "digits.inside.waiting": "The data are still loading.",
    "digits.inside.failed": "Could not look into the network.",
    "digits.inside.whence": "Where this number comes from",

    "digits.inside.way": "What is shown: numbers forward, or derivatives back",
    "digits.inside.way.forward": "forward →",
    "digits.inside.way.back": "← back",
    "digits.inside.way.forward.note": "The image becomes an answer. Point at a neuron or a digit.",
    "digits.inside.way.back.note": "The error comes back: which number is to blame for it, and how much.",
    "digits.inside.flow.label":
      "The image’s way through the network: 784 pixels, hidden neurons, ten outputs. Arrows up and down choose, left and right change the column, Enter opens the number",
    "digits.inside.said.unit": "Neuron {unit}: p~=~{p}, y~=~{y}",
    "digits.inside.said.output": "Output {digit}: z~=~{z}",

    "digits.inside.unit": "Neuron",
    "digits.inside.unit.number": "Number of the hidden neuron",
    "digits.inside.unit.previous": "Previous neuron",
    "digits.inside.unit.next": "Next neuron",
    "digits.inside.unit.forward":
      "The row of [a matrix|V] is laid over the image like a filter: where ink meets blue the sum grows, where it meets red it falls.",
    "digits.inside.unit.back":
      "One number, [derivative|∂ε/∂p], times the whole image: that is the row of [derivative|∂ε/∂V]. A step subtracts it, times α~=~{rate}: where there is no ink, no weight changes.",
    "digits.inside.subtract": "Subtract",
    "digits.inside.subtract.share": "How much of the step has been subtracted",
    "digits.inside.unit.nolabel": "The way back needs a label: choose which digit this is.",
    "digits.inside.picture": "784 numbers where the pixels are",
    "digits.inside.picture.weights":
      "Row of the matrix V of neuron {unit}: blue weights are above zero, red ones below",
    "digits.inside.picture.product": "Products of the weights of neuron {unit} and the pixels of the image",
    "digits.inside.picture.derivative": "Derivatives of the error by the weights of neuron {unit}",
    "digits.inside.picture.after": "Weights of neuron {unit} after a step",
    "digits.inside.tensor":
      "Tensor product~⊗: column × row = matrix. All rows are one and the same image, each with a strength and a sign of its own; the bar under it is its [derivative|∂ε/∂p]. Where [derivative|∂ε/∂p] is near zero, the neuron has nothing to change.",
    "digits.inside.tensor.label": "Rows of ∂ε/∂V as pictures, one for each hidden neuron",
    "digits.inside.pixel.none": "Point at a pixel of a picture: its numbers will appear here.",
    "digits.inside.pixel.forward": "Pixel {pixel}: [a|V] · x = {weight} · {x} = {product}",
    "digits.inside.pixel.back":
      "Pixel {pixel}: x = {x}, [derivative|∂ε/∂V] = {derivative}, the weight [a|V] was {weight} and becomes {after}",

    "digits.inside.output": "Output",
    "digits.inside.output.choice": "Which of the ten outputs",
    "digits.inside.output.forward":
      "Left, the pixels: blue says that more ink makes z grow, red the opposite. Right, the neurons that q is made of. Beside it, the runner-up, or the correct digit where the answer is wrong.",
    "digits.inside.output.back":
      "Right, [derivative|∂ε/∂U]: the [derivative|∂ε/∂q] of this output, times the y of each neuron.",
    "digits.inside.picture.sensitivity":
      "How output {digit} depends on each pixel: it grows with the blue ones and falls with the red ones; the drawing’s outline lies over them",
    "digits.inside.others": "others",
    "digits.inside.term": "Neuron {unit}: U·y = {value}",
    "digits.inside.term.back": "Neuron {unit}: ∂ε/∂U = {value}",
  },
};
