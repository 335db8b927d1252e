// @ts-check
// The derivation in both languages: its lines, the card of a number, the mini-batch and the check. Marks are explained in
// i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const derivation = {
  ru: {
    "digits.derivation.title": "Вывод строка за~строкой",
    "digits.derivation.walk": "Обход вывода: вперёд и~обратно",
    "digits.derivation.place": "{line} / {count}",
    "digits.derivation.speed.slow": "медленно",
    "digits.derivation.speed.medium": "средне",
    "digits.derivation.speed.fast": "быстро",
    "digits.derivation.forward": "Вперёд",
    "digits.derivation.back": "Обратное распространение ошибки",

    "digits.derivation.given": "Что дано",
    "digits.derivation.given.text":
      "Картинка [x vector|x], метка [label vector|l] и~числа сети [a matrix|V], [a vector|v], [a matrix|U], [a vector|u]. Каждое нажатие кнопки «Шаг» зажигает одну строку вывода; любое число можно нажать.",
    "digits.derivation.product.layer": "Матрица × столбец = столбец",
    "digits.derivation.product.sigmoid": "Сигмоида, поэлементно",
    "digits.derivation.product.half square": "Половина суммы квадратов = число",
    "digits.derivation.product.difference": "Разность столбцов, поэлементно",
    "digits.derivation.product.⊙": "Произведение Адамара ⊙: поэлементно",
    "digits.derivation.product.⊗": "Тензорное произведение ⊗: столбец × строка = матрица",
    "digits.derivation.product.ᵀ·": "Транспонированная матрица × столбец = столбец",
    "digits.derivation.product.same": "Те~же числа",

    "digits.derivation.why.p":
      "Каждый нейрон складывает 784~пикселя со~своими весами. Его веса~— строка матрицы [a matrix|V].",
    "digits.derivation.why.y": "σ переводит любое число в~промежуток от~0 до~1.",
    "digits.derivation.why.q":
      "Каждый выход складывает все нейроны со~своими весами. Его веса~— строка матрицы [a matrix|U].",
    "digits.derivation.why.z": "Десять ответов, по~одному на~цифру, каждый от~0 до~1.",
    "digits.derivation.why.error":
      "Одно число: как далеко [activation vector|z] от~метки [label vector|l]. В~[label vector|l] одна единица, на~месте нужной цифры, остальное~— нули.",
    "digits.derivation.why.d_z":
      "Обратный путь начинается здесь: у~нужной цифры [activation|z] меньше~1, и~разность отрицательна; у~остальных положительна.",
    "digits.derivation.why.d_q":
      "Сигмоида пропускает назад столько, каков её наклон. На~краях он почти~0, и~почти ничего не~проходит.",
    "digits.derivation.why.d_u":
      "[a vector|u] прибавляется к~[activation vector|q] с~множителем~1, поэтому производные те~же.",
    "digits.derivation.why.d_U":
      "Вес Uₖᵢ умножался на~yᵢ, значит, его производная~— ∂ε/∂qₖ, умноженная на~yᵢ. Для~всех пар k и~i сразу это матрица.",
    "digits.derivation.why.d_y":
      "Нейрон i повлиял на~все десять выходов, и~обратно к~нему приходит сумма по~ним. Веса те~же, поэтому матрица та~же, но~транспонированная: Uᵀ.",
    "digits.derivation.why.d_p": "Снова сквозь сигмоиду, теперь у~скрытых нейронов.",
    "digits.derivation.why.d_v":
      "[a vector|v] прибавляется к~[activation vector|p] с~множителем~1, поэтому производные те~же.",
    "digits.derivation.why.d_V":
      "Столбец × картинка: строка i матрицы~— та~же картинка [x vector|x], умноженная на~∂ε/∂pᵢ. Её и~вычитает правило.",

    "digits.derivation.line": "{name}: {product}",
    "digits.derivation.shape.at": "{name}, {size}; выбрано {place}: {value}",
    "digits.derivation.at": "{place} = {value}",
    "digits.derivation.hint": "Число можно нажать",
    "digits.derivation.number": "{name} = {value}: откуда",
    "digits.derivation.no-label": "Без метки нет ошибки, и~назад идти нечему. Выберите, какая это цифра.",

    "digits.card.title": "Откуда это число",
    "digits.card.trail": "Путь к~этому числу",
    "digits.card.close": "Закрыть карточку",
    "digits.card.where": "Где находится пиксель {j}: строка {row}, столбец {column}",
    "digits.card.x": "Яркость пикселя {j}: строка {row}, столбец {column}",
    "digits.card.l": "Метка для~цифры {k}",
    "digits.card.V": "Вес нейрона {i} для~пикселя {j}: строка {row}, столбец {column}",
    "digits.card.v": "Сдвиг нейрона {i}",
    "digits.card.U": "Вес выхода {k} для~нейрона {i}",
    "digits.card.u": "Сдвиг выхода {k}",
    "digits.card.p": "Нейрон {i}: сумма, до~сигмоиды",
    "digits.card.y": "Нейрон {i}: активация",
    "digits.card.q": "Выход {k}: сумма, до~сигмоиды",
    "digits.card.z": "Выход {k}: ответ сети для~цифры {k}",
    "digits.card.error": "Ошибка на~этой картинке",
    "digits.card.d_z": "Как ошибка зависит от~ответа для~цифры {k}",
    "digits.card.dz_dq": "Наклон сигмоиды у~выхода {k}",
    "digits.card.d_q": "Как ошибка зависит от~суммы выхода {k}",
    "digits.card.d_u": "Как ошибка зависит от~сдвига выхода {k}",
    "digits.card.d_U": "Как ошибка зависит от~веса выхода {k} для~нейрона {i}",
    "digits.card.d_y": "Как ошибка зависит от~активации нейрона {i}",
    "digits.card.dy_dp": "Наклон сигмоиды у~нейрона {i}",
    "digits.card.d_p": "Как ошибка зависит от~суммы нейрона {i}",
    "digits.card.d_v": "Как ошибка зависит от~сдвига нейрона {i}",
    "digits.card.d_V": "Как ошибка зависит от~веса нейрона {i} для~пикселя {j}",
    "digits.card.given.x": "Число дано: яркость {byte} из~255, делённая на~255.",
    "digits.card.given.l": "Число дано: 1 у~нужной цифры, 0 у~остальных.",
    "digits.card.given.a": "Число выучено: вначале оно случайное, потом его меняет правило.",
    "digits.card.given.bias": "Число выучено: вначале оно одно для~всех, потом его меняет правило.",
    "digits.card.here": "на~этой картинке:",
    "digits.card.terms": "Из~чего складывается сумма, наибольшее сначала",
    "digits.card.rest": "ещё {count}, вместе",
    "digits.card.zeros": "Остальные слагаемые~— нули: {count}.",

    "digits.batch.title": "Шаг правила: среднее по~мини-пакету",
    "digits.batch.text":
      "Следующий шаг берёт среднее ∂ε/∂a по~{count} {count|картинке|картинкам|картинкам}. Под~каждой~— что она вносит; нажмите, чтобы разобрать её.",
    "digits.batch.one": "Картинка {index}, метка {label}: {value}",
    "digits.batch.others": "и~ещё {count}, в~среднем {value}",
    "digits.batch.empty": "Следующий мини-пакет ещё загружается.",
    "digits.batch.ready": "Готовая сеть уже обучена и~шагов не~делает. Мини-пакет есть у~обучаемой сети.",
    "digits.batch.mean": "среднее",

    "digits.check.title": "Проверка производных",
    "digits.check.text":
      "Верна~ли формула, можно измерить: чуть увеличить и~чуть уменьшить параметр и~посмотреть, как изменится [error|ε]. Страница проверит 200~случайных параметров обучаемой сети на~этой картинке.",
    "digits.check.do": "Проверить 200 параметров",
    "digits.check.again": "Проверить другие 200",
    "digits.check.worst": "наибольшая относительная разность",
    "digits.check.measurable": "она~же там, где наклон измерим",
    "digits.check.absolute": "наибольшая разность",
    "digits.check.where": "где",
    "digits.check.analytic": "обратное распространение",
    "digits.check.numeric": "измеренный наклон",
    "digits.check.zeros": "где оба ровно~0",
    "digits.check.why":
      "У~производной, близкой к~0, относительная разность мало что значит: в~измеренном наклоне всегда есть погрешность округления, а~делится она на~почти~0.",
    "digits.check.ready": "Проверяется обучаемая сеть: выберите её.",
  },
  en: {
    "digits.derivation.title": "The derivation, line by line",
    "digits.derivation.walk": "A walk through the derivation: forward and back",
    "digits.derivation.place": "{line} / {count}",
    "digits.derivation.speed.slow": "slow",
    "digits.derivation.speed.medium": "medium",
    "digits.derivation.speed.fast": "fast",
    "digits.derivation.forward": "Forward",
    "digits.derivation.back": "Back propagation of the error",

    "digits.derivation.given": "What is given",
    "digits.derivation.given.text":
      "The image [x vector|x], the label [label vector|l] and the network’s numbers [a matrix|V], [a vector|v], [a matrix|U], [a vector|u]. Each press of “Step” lights one line of the derivation; any number can be pressed.",
    "digits.derivation.product.layer": "Matrix × column = column",
    "digits.derivation.product.sigmoid": "The sigmoid, element by element",
    "digits.derivation.product.half square": "Half the sum of squares = a number",
    "digits.derivation.product.difference": "Difference of columns, element by element",
    "digits.derivation.product.⊙": "Hadamard product ⊙: element by element",
    "digits.derivation.product.⊗": "Tensor product ⊗: column × row = matrix",
    "digits.derivation.product.ᵀ·": "Transposed matrix × column = column",
    "digits.derivation.product.same": "The same numbers",

    "digits.derivation.why.p":
      "Each neuron adds up 784~pixels with its own weights. Its weights are a row of the matrix [a matrix|V].",
    "digits.derivation.why.y": "σ takes any number to one between 0 and~1.",
    "digits.derivation.why.q":
      "Each output adds up all neurons with its own weights. Its weights are a row of the matrix [a matrix|U].",
    "digits.derivation.why.z": "Ten answers, one for each digit, each between 0 and~1.",
    "digits.derivation.why.error":
      "One number: how far [activation vector|z] is from the label [label vector|l]. In [label vector|l] there is a single one, at the correct digit; all else is zeros.",
    "digits.derivation.why.d_z":
      "The way back begins here: at the correct digit [activation|z] is below~1, and the difference is negative; at the others it is positive.",
    "digits.derivation.why.d_q":
      "The sigmoid lets through as much as it is steep. At its ends the slope is nearly~0, and nearly nothing gets through.",
    "digits.derivation.why.d_u":
      "[a vector|u] is added to [activation vector|q] with the factor~1, so the derivatives are the same.",
    "digits.derivation.why.d_U":
      "The weight Uₖᵢ was multiplied by yᵢ, so its derivative is ∂ε/∂qₖ times yᵢ. For all pairs of k and i at once this is a matrix.",
    "digits.derivation.why.d_y":
      "Neuron i had a part in all ten outputs, and what comes back to it is a sum over them. The weights are the same, so the matrix is the same, but transposed: Uᵀ.",
    "digits.derivation.why.d_p": "Through the sigmoid again, now that of the hidden neurons.",
    "digits.derivation.why.d_v":
      "[a vector|v] is added to [activation vector|p] with the factor~1, so the derivatives are the same.",
    "digits.derivation.why.d_V":
      "Column × image: row i of the matrix is the same image [x vector|x], times ∂ε/∂pᵢ. That is what the rule subtracts.",

    "digits.derivation.line": "{name}: {product}",
    "digits.derivation.shape.at": "{name}, {size}; chosen {place}: {value}",
    "digits.derivation.at": "{place} = {value}",
    "digits.derivation.hint": "A number can be pressed",
    "digits.derivation.number": "{name} = {value}: where from",
    "digits.derivation.no-label":
      "Without a label there is no error, and nothing to come back. Choose which digit it is.",

    "digits.card.title": "Where this number comes from",
    "digits.card.trail": "The way to this number",
    "digits.card.close": "Close the card",
    "digits.card.where": "Where pixel {j} is: row {row}, column {column}",
    "digits.card.x": "Brightness of pixel {j}: row {row}, column {column}",
    "digits.card.l": "The label for the digit {k}",
    "digits.card.V": "Weight of neuron {i} for pixel {j}: row {row}, column {column}",
    "digits.card.v": "Bias of neuron {i}",
    "digits.card.U": "Weight of output {k} for neuron {i}",
    "digits.card.u": "Bias of output {k}",
    "digits.card.p": "Neuron {i}: the sum, before the sigmoid",
    "digits.card.y": "Neuron {i}: its activation",
    "digits.card.q": "Output {k}: the sum, before the sigmoid",
    "digits.card.z": "Output {k}: the network’s answer for the digit {k}",
    "digits.card.error": "The error for this image",
    "digits.card.d_z": "How the error depends on the answer for the digit {k}",
    "digits.card.dz_dq": "Slope of the sigmoid at output {k}",
    "digits.card.d_q": "How the error depends on the sum of output {k}",
    "digits.card.d_u": "How the error depends on the bias of output {k}",
    "digits.card.d_U": "How the error depends on the weight of output {k} for neuron {i}",
    "digits.card.d_y": "How the error depends on the activation of neuron {i}",
    "digits.card.dy_dp": "Slope of the sigmoid at neuron {i}",
    "digits.card.d_p": "How the error depends on the sum of neuron {i}",
    "digits.card.d_v": "How the error depends on the bias of neuron {i}",
    "digits.card.d_V": "How the error depends on the weight of neuron {i} for pixel {j}",
    "digits.card.given.x": "This number is given: a brightness of {byte} of 255, divided by 255.",
    "digits.card.given.l": "This number is given: 1 at the correct digit, 0 at the others.",
    "digits.card.given.a": "This number is learned: random at first, then changed by the rule.",
    "digits.card.given.bias": "This number is learned: the same for all at first, then changed by the rule.",
    "digits.card.here": "for this image:",
    "digits.card.terms": "What the sum is made of, the largest first",
    "digits.card.rest": "{count} more, together",
    "digits.card.zeros": "The other terms are zero: {count}.",

    "digits.batch.title": "A step of the rule: the mean over the mini-batch",
    "digits.batch.text":
      "The next step takes the mean of ∂ε/∂a over {count} {count|image|images}. Under each: what it contributes; press one to look into it.",
    "digits.batch.one": "Image {index}, label {label}: {value}",
    "digits.batch.others": "and {count} more, {value} on average",
    "digits.batch.empty": "The next mini-batch is still loading.",
    "digits.batch.ready":
      "The pre-trained network makes no more steps. The network in training has a mini-batch.",
    "digits.batch.mean": "mean",

    "digits.check.title": "Checking the derivatives",
    "digits.check.text":
      "Whether the formula is right can be measured: make a parameter a little larger and a little smaller, and see how [error|ε] changes. The page checks 200~random parameters of the network in training, for this image.",
    "digits.check.do": "Check 200 parameters",
    "digits.check.again": "Check another 200",
    "digits.check.worst": "greatest relative difference",
    "digits.check.measurable": "the same where the slope can be measured",
    "digits.check.absolute": "greatest difference",
    "digits.check.where": "where",
    "digits.check.analytic": "back propagation",
    "digits.check.numeric": "measured slope",
    "digits.check.zeros": "where both are exactly~0",
    "digits.check.why":
      "For a derivative near~0 the relative difference means little: a measured slope always has some rounding in it, and here that is divided by nearly~0.",
    "digits.check.ready": "It is the network in training that is checked: choose it.",
  },
};
