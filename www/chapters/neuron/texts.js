// @ts-check
// Chapter 3 in both languages. Marks are explained in index.js.

/** @type {Record<string, string>} */
const ru = {
  "neuron.title": "Обучение сети, упрощённый одномерный случай",
  "neuron.sentence":
    "Спускаться умеем; теперь за~ошибкой стоит сеть: [x|x] проходит две сигмоиды и~даёт ответ [activation|z]. Чтобы уменьшить [error|ε], меняют сразу четыре числа [a|V], [a|v], [a|U], [a|u]; каждая производная~— произведение двух чисел.",
  "neuron.next":
    "Четыре производные нашлись за~один проход назад. С~матрицами строки те~же: вместо умножения~— ⊗, ⊙ и~[a matrix|U]ᵀ.",
  "neuron.next.link": "Глава~4: сеть узнаёт цифры",
  "neuron.formulas": "Формулы сети, ошибка и~правило обучения",

  "neuron.picture": "Сеть и~её ошибка",
  "neuron.numbers": "Проходы и~правило в~числах",
  "neuron.graph.label": "Цепочка x → p → y → q → z → ε",
  "neuron.graph.spoken":
    "Цепочка: x = {x}, p = {p}, y = {y}, q = {q}, z = {z}, метка l = {l}, ошибка ε = {error}",
  "neuron.field.x": "x, аргумент",
  "neuron.field.V": "V, вес первого слоя",
  "neuron.field.v": "v, сдвиг первого слоя",
  "neuron.field.U": "U, вес второго слоя",
  "neuron.field.u": "u, сдвиг второго слоя",
  "neuron.field.l": "l, метка",

  "neuron.walk": "Обход",
  "neuron.walk.label": "Обход: по~порядку вперёд и~обратно",
  "neuron.x": "аргумент",
  "neuron.l": "метка",
  "neuron.speed.slow": "2 шага/с",
  "neuron.speed.medium": "15 шагов/с",
  "neuron.speed.fast": "60 шагов/с",
  "neuron.speed.full": "1~000 шагов/с",

  "neuron.forward": "Вперёд",
  "neuron.backward": "Обратное распространение ошибки",
  "neuron.rule": "Один шаг правила",
  "neuron.rule.before": "на~шаге t",
  "neuron.rule.change": "изменение",
  "neuron.rule.after": "на~шаге t~плюс~1",
  "neuron.rule.one": "до~и~после",
  "neuron.rule.mean": "до~и~после; ∂ε/∂a и~ε~— средние по~{count} {count|паре|парам|парам}",

  "neuron.error": "Ошибка [error|ε] по~шагам",
  "neuron.error.now": "этот прогон",
  "neuron.error.before": "до~сброса",
  "neuron.error.changed": "другие пары",
  "neuron.error.label": "Ошибка ε по~шагам t",
  "neuron.slice": "Срез: [error|ε] вдоль",
  "neuron.slice.label": "Ошибка ε как функция одного параметра",
  "neuron.slice.spoken":
    "Ошибка ε как функция {letter}; сейчас {letter} = {value}, ε = {error}, наклон {slope}",
  "neuron.slice.none": "ε → {limit}, {letter} → {infinity}",
  "neuron.slice.beyond": "минимум при {letter} = {at}",
  "neuron.slice.flat": "ε не~зависит от~{letter}",
  "neuron.slices.title": "Четыре спуска сразу",
  "neuron.slices.text":
    "Закрепите три числа, меняйте одно~— и~[error|ε] станет обычной кривой, как в~главе~2. Касательная~— это ∂ε/∂a, стрелка~— шаг правила. Все четыре точки шагают одновременно, поэтому и~сами кривые меняются от~шага к~шагу. Точку можно двигать и~рукой. Незакрашенный кружок~— наименьшая ε среза; где её нет, написано, к~чему ε стремится.",
  "neuron.hand.title": "Четыре ползунка",
  "neuron.hand.text":
    "Найдите [a|V], [a|v], [a|U], [a|u] сами: сеть должна ответить на~пять пар, а~сказано вам будет только, какая вышла [error|ε]. Потом с~того~же места пойдёт правило.",
  "neuron.hand.open": "Попробовать",
  "neuron.map.title": "Карта ошибки и~путь",
  "neuron.map.label": "Карта ошибки ε над двумя параметрами и~путь обучения",
  "neuron.map.choice": "Параметры карты",
  "neuron.map.pair": "{a} → и~{b} ↑",
  "neuron.map.text":
    "Чем насыщеннее цвет, тем больше [error|ε]; вдоль линии ошибка одна и~та~же. Незакрашенный кружок~— начало, закрашенный~— где сеть сейчас. Стрелка~— следующий шаг правила, −α·∂ε/∂a, увеличенный во~столько раз, сколько при ней написано. Два остальных параметра взяты такими, каковы они сейчас, поэтому карта меняется вместе с~ними.",
  "neuron.sigma.title": "σ и~её производная σ′",
  "neuron.sigma.label": "Сигмоида и~её производная с~отмеченными p и~q",
  "neuron.sigma.spoken": "Сигмоида и~её производная. p = {p}, там σ′ = {atP}; q = {q}, там σ′ = {atQ}",
  "neuron.sigma.computed":
    "Обе записи~— одно число. Вычисляется вторая: σ(x) после прохода вперёд уже известна, и~новая экспонента не~нужна.",
  "neuron.sigma.text":
    "На~краях σ почти не~меняется, и~σ′ там почти~0. Когда [activation|p] или [activation|q] уходит на~край, производная, идущая назад, умножается на~почти~ноль. Квадрат~— ошибка: отрезок от~ответа [activation|z] до~метки [label|l] и~площадь [error|ε~=~½(z~−~l)²].",

  "neuron.pairs.title": "Обучающие пары",
  "neuron.pairs.text":
    "Шаг один на~все пары: a~←~a~−~α~·~среднее ∂ε/∂a. На~цепочке и~в~формулах~— та пара, что отмечена.",
  "neuron.pairs.shown": "№",
  "neuron.pairs.show": "Показать пару {index}",
  "neuron.pairs.x": "x пары {index}",
  "neuron.pairs.l": "l пары {index}",
  "neuron.pairs.add": "Добавить пару",
  "neuron.pairs.remove": "Убрать пару",

  "neuron.check.title": "Проверка производных",
  "neuron.check.text":
    "Обратное распространение должно давать то~же, что и~прямое измерение наклона: чуть сдвинуть параметр вправо и~влево и~посмотреть, насколько изменилась [error|ε].",
  "neuron.check.do": "Проверить",
  "neuron.check.derivative": "обратное распространение",
  "neuron.check.slope": "измеренный наклон",
  "neuron.check.apart": "относительное расхождение",
  "neuron.check.worst": "Наибольшее расхождение: {relative}, у~[derivative|∂ε/∂{name}].",
  "neuron.check.none": "Ни~один наклон здесь не~измерить: все тонут в~округлении.",
  "neuron.check.lost": "наклон тонет в~округлении",

  "neuron.start": "Начало",
  "neuron.preset.own": "Своё",
  "neuron.preset.learns": "Учится сразу",
  "neuron.preset.learns.text": "Ответ 0,82 вместо~0. σ′⁠(q) не~мала, и~ошибка падает с~первых шагов.",
  "neuron.preset.saturated": "Неверно и~насыщено",
  "neuron.preset.saturated.text":
    "Другое только [a|u]. Ответ 0,98 вместо~0, но~σ′⁠(q) почти~0: около 150~шагов сеть почти стоит.",
  "neuron.preset.cut": "U = 0",
  "neuron.preset.cut.text":
    "∂ε/∂y~=~∂ε/∂q~·~U~=~0, и~производные по~[a|V] и~[a|v]~— тоже~0. Первый шаг сдвинет [a|U], и~они оживут.",
  "neuron.preset.symmetric": "Симметричное",
  "neuron.preset.symmetric.text":
    "Нули и~зеркальные пары: все четыре производные в~точности~0, сеть не~сдвинется. Поставьте [a|U]~=~0,1.",
  "neuron.preset.large": "α слишком велика",
  "neuron.preset.large.text":
    "Первый~же шаг перелетит впадину и~уйдёт туда, где σ′⁠(q) почти~0. При α~=~10 хватит 20~шагов.",

  "neuron.status.starting": "Вычисления запускаются.",
  "neuron.status.learned": "Выучено: каждый ответ отличается от~своей метки не~больше чем на~0,05.",
  "neuron.status.still": "Все производные в~точности~0, хотя ошибка не~ноль: сеть не~сдвинется.",
  "neuron.status.cut": "[a|U]~=~0: до~[a|V] и~[a|v] ничего не~доходит.",
  "neuron.status.jumping": "Шаг слишком длинный: ошибка вырастет с~{before} до~{after}.",
  "neuron.status.saturated": "Ответ {z} неверен, но~σ′⁠(q)~=~{slope}, и~шаги крошечные.",
  "neuron.status.descending": "Ошибка убывает: {before} → {after}.",
  "neuron.status.end": "Сделано 100~000~шагов: больше страница не~запоминает. Начните заново.",

  "neuron.walk.p": "Вперёд. Вход умножается на~[a|V] и~сдвигается на~[a|v]: p~=~[a|V]x~+~[a|v].",
  "neuron.walk.y": "Сигмоида сжимает p в~промежуток от~0 до~1: y~=~σ(p).",
  "neuron.walk.q": "То~же ещё раз, с~двумя другими числами: q~=~[a|U]y~+~[a|u].",
  "neuron.walk.z": "z~=~σ(q)~— ответ сети. Хочется, чтобы z~≈~[label|l].",
  "neuron.walk.error": "Ошибка [error|ε]~— половина квадрата расстояния от~ответа до~метки.",
  "neuron.walk.d_z":
    "Теперь назад. ∂ε/∂z~=~z~−~l, так как ε~=~½(z~−~l)²: насколько ответ больше метки или меньше.",
  "neuron.walk.d_q": "∂ε/∂q~=~∂ε/∂z~·~σ′⁠(q), так как z~=~σ(q). И~∂ε/∂u~=~∂ε/∂q~·~1, так как ∂q/∂u~=~1.",
  "neuron.walk.d_U": "∂ε/∂U~=~∂ε/∂q~·~y, так как q~=~Uy~+~u и~∂q/∂U~=~y.",
  "neuron.walk.d_y": "∂ε/∂y~=~∂ε/∂q~·~U, так как q~=~Uy~+~u и~∂q/∂y~=~U.",
  "neuron.walk.d_p":
    "∂ε/∂p~=~∂ε/∂y~·~σ′⁠(p), так как y~=~σ(p). И~∂ε/∂v~=~∂ε/∂p~·~1, так как p~=~Vx~+~v и~∂p/∂v~=~1.",
  "neuron.walk.d_V": "∂ε/∂V~=~∂ε/∂p~·~x, так как p~=~Vx~+~v и~∂p/∂V~=~x. Все четыре производные найдены.",

  "neuron.notice.title": "На~что обратить внимание",
  "neuron.notice.walk":
    "Вперёд идут числа, назад~— производные. Проследите: каждая получается из~предыдущей одним умножением, и~ничего не~считается дважды.",
  "neuron.notice.walk.do": "Пройти по~порядку",
  "neuron.notice.saturated":
    "Чем грубее ошибка, тем медленнее обучение. Сеть уверена в~неверном ответе, σ′⁠(q) почти~0, и~кривая [error|ε] почти горизонтальна около 150~шагов.",
  "neuron.notice.saturated.do": "Начать насыщенной",
  "neuron.notice.slices":
    "Обучение сети~— глава~2, повторённая четырежды. Следите за~точкой на~срезе: она катится вниз, но~меняется и~сама кривая: три других числа тоже не~стоят на~месте.",
  "neuron.notice.slices.do": "Смотреть на~срез",
  "neuron.notice.cut":
    "При [a|U]~=~0 срез вдоль [a|V]~— горизонтальная прямая: что ни~делай с~[a|V], ответ не~изменится. Сделайте шаг и~посмотрите, как она изогнётся.",
  "neuron.notice.cut.do": "Поставить U = 0",
  "neuron.notice.symmetric":
    "Зачем веса вначале случайны. Из~симметричного начала нет пути: производные взаимно уничтожаются. Малейшее отличие [a|U] от~0 нарушает симметрию.",
  "neuron.notice.symmetric.do": "Поставить нули",
  "neuron.notice.large":
    "Слишком большая α~— не~просто качание. Шаг перелетает на~плато, где производные почти~0: больше ста шагов сеть почти стоит.",
  "neuron.notice.large.do": "Прыгнуть с~α = 150",

  "error.number-out-of-range": "{what} должно быть числом от~{least} до~{most}. Прежнее осталось в~силе.",
  "error.pair-numbers": "В~паре два числа, а~всего чисел {found}. Прежние пары остались.",
};

/** @type {Record<string, string>} */
const en = {
  "neuron.title": "Training a network, simplified one-dimensional case",
  "neuron.sentence":
    "The descent is known; now a network stands behind the error: [x|x] passes through two sigmoids and becomes the answer [activation|z]. To make [error|ε] smaller four numbers change at once: [a|V], [a|v], [a|U], [a|u]. Each derivative is a product of two numbers.",
  "neuron.next":
    "Four derivatives were found in one pass back. With matrices the lines are the same: ⊗, ⊙ and [a matrix|U]ᵀ in place of the product.",
  "neuron.next.link": "Chapter~4: the network recognises digits",
  "neuron.formulas": "The formulas of the network, the error and the rule",

  "neuron.picture": "The network and its error",
  "neuron.numbers": "The passes and the rule in numbers",
  "neuron.graph.label": "The chain x → p → y → q → z → ε",
  "neuron.graph.spoken":
    "The chain: x = {x}, p = {p}, y = {y}, q = {q}, z = {z}, label l = {l}, error ε = {error}",
  "neuron.field.x": "x, the argument",
  "neuron.field.V": "V, weight of the first layer",
  "neuron.field.v": "v, bias of the first layer",
  "neuron.field.U": "U, weight of the second layer",
  "neuron.field.u": "u, bias of the second layer",
  "neuron.field.l": "l, the label",

  "neuron.walk": "Walk",
  "neuron.walk.label": "Walk: forward and back, in order",
  "neuron.x": "argument",
  "neuron.l": "label",
  "neuron.speed.slow": "2 steps/s",
  "neuron.speed.medium": "15 steps/s",
  "neuron.speed.fast": "60 steps/s",
  "neuron.speed.full": "1,000 steps/s",

  "neuron.forward": "Forward",
  "neuron.backward": "Back propagation of the error",
  "neuron.rule": "One step of the rule",
  "neuron.rule.before": "at step t",
  "neuron.rule.change": "change",
  "neuron.rule.after": "at step t plus 1",
  "neuron.rule.one": "before and after",
  "neuron.rule.mean": "before and after; ∂ε/∂a and ε are means over {count} {count|pair|pairs}",

  "neuron.error": "Error [error|ε] over steps",
  "neuron.error.now": "this run",
  "neuron.error.before": "before the reset",
  "neuron.error.changed": "other pairs",
  "neuron.error.label": "Error ε over steps t",
  "neuron.slice": "Slice: [error|ε] along",
  "neuron.slice.label": "The error ε as a function of one parameter",
  "neuron.slice.spoken":
    "The error ε as a function of {letter}; now {letter} = {value}, ε = {error}, slope {slope}",
  "neuron.slice.none": "ε → {limit}, {letter} → {infinity}",
  "neuron.slice.beyond": "minimum at {letter} = {at}",
  "neuron.slice.flat": "ε does not depend on {letter}",
  "neuron.slices.title": "Four descents at once",
  "neuron.slices.text":
    "Fix three of the numbers, change one, and [error|ε] is an ordinary curve, as in chapter~2. The tangent is ∂ε/∂a, the arrow is the step of the rule. All four points step at the same time, so the curves change from step to step as well. You can also move a point by hand. The hollow dot is the least ε of the slice; where there is none, it is written what ε tends to.",
  "neuron.hand.title": "Four sliders",
  "neuron.hand.text":
    "Find [a|V], [a|v], [a|U], [a|u] yourself: the network has to answer five pairs, and all you are told is the [error|ε] that came out. Then the rule goes from the same place.",
  "neuron.hand.open": "Try it",
  "neuron.map.title": "A map of the error, and the path",
  "neuron.map.label": "Map of the error ε over two parameters, with the path of the training",
  "neuron.map.choice": "Parameters of the map",
  "neuron.map.pair": "{a} → and {b} ↑",
  "neuron.map.text":
    "The stronger the colour, the greater [error|ε]; along a line it is the same. The hollow dot is the start, the filled one is where the network is now. The arrow is the rule’s next step, −α·∂ε/∂a, as many times larger as is written beside it. The other two parameters are taken as they are now, so the map changes with them.",
  "neuron.sigma.title": "σ and its derivative σ′",
  "neuron.sigma.label": "The sigmoid and its derivative, with p and q marked",
  "neuron.sigma.spoken":
    "The sigmoid and its derivative. p = {p}, where σ′ = {atP}; q = {q}, where σ′ = {atQ}",
  "neuron.sigma.computed":
    "Both forms are one number. The second is what is computed: after the forward pass σ(x) is known, and no further exponential is needed.",
  "neuron.sigma.text":
    "At its ends σ hardly changes, and σ′ is nearly~0. When [activation|p] or [activation|q] goes there, the derivative on its way back is multiplied by nearly zero. The square is the error: the segment from the answer [activation|z] to the label [label|l], and the area [error|ε~=~½(z~−~l)²].",

  "neuron.pairs.title": "Training pairs",
  "neuron.pairs.text":
    "One step for all pairs: a~←~a~−~α~·~mean ∂ε/∂a. The chain and the formulas show the pair that is marked.",
  "neuron.pairs.shown": "No.",
  "neuron.pairs.show": "Show pair {index}",
  "neuron.pairs.x": "x of pair {index}",
  "neuron.pairs.l": "l of pair {index}",
  "neuron.pairs.add": "Add a pair",
  "neuron.pairs.remove": "Remove the pair",

  "neuron.check.title": "Checking the derivatives",
  "neuron.check.text":
    "Back propagation must give the same as measuring the slope directly: move a parameter a little to the right and to the left, and see how much [error|ε] has changed.",
  "neuron.check.do": "Check",
  "neuron.check.derivative": "back propagation",
  "neuron.check.slope": "measured slope",
  "neuron.check.apart": "relative difference",
  "neuron.check.worst": "Greatest difference: {relative}, at [derivative|∂ε/∂{name}].",
  "neuron.check.none": "No slope can be measured here: all are lost in rounding.",
  "neuron.check.lost": "the slope is lost in rounding",

  "neuron.start": "Start",
  "neuron.preset.own": "Your own",
  "neuron.preset.learns": "Learns at once",
  "neuron.preset.learns.text":
    "The answer is 0.82 instead of~0. σ′⁠(q) is not small, and the error falls from the first steps on.",
  "neuron.preset.saturated": "Wrong and saturated",
  "neuron.preset.saturated.text":
    "Only [a|u] differs. The answer is 0.98 instead of~0, but σ′⁠(q) is nearly~0: for about 150~steps the network hardly moves.",
  "neuron.preset.cut": "U = 0",
  "neuron.preset.cut.text":
    "∂ε/∂y~=~∂ε/∂q~·~U~=~0, so the derivatives by [a|V] and [a|v] are~0 too. The first step moves [a|U], and they come to life.",
  "neuron.preset.symmetric": "Symmetric",
  "neuron.preset.symmetric.text":
    "Zeros and mirrored pairs: all four derivatives are exactly~0, and the network will not move. Set [a|U]~=~0.1.",
  "neuron.preset.large": "α too large",
  "neuron.preset.large.text":
    "The very first step flies over the valley to where σ′⁠(q) is nearly~0. With α~=~10 it takes 20~steps.",

  "neuron.status.starting": "Starting the computation.",
  "neuron.status.learned": "Learned: each answer is within 0.05 of its label.",
  "neuron.status.still":
    "All derivatives are exactly~0 although the error is not: the network will not move.",
  "neuron.status.cut": "[a|U]~=~0: nothing reaches [a|V] and [a|v].",
  "neuron.status.jumping": "The step is too long: the error will grow from {before} to {after}.",
  "neuron.status.saturated": "The answer {z} is wrong, but σ′⁠(q)~=~{slope}, and the steps are tiny.",
  "neuron.status.descending": "The error goes down: {before} → {after}.",
  "neuron.status.end": "100,000~steps are made: the page remembers no more. Start again.",

  "neuron.walk.p": "Forward. The input is multiplied by [a|V] and shifted by [a|v]: p~=~[a|V]x~+~[a|v].",
  "neuron.walk.y": "The sigmoid presses p into the range from 0 to~1: y~=~σ(p).",
  "neuron.walk.q": "The same once more, with two other numbers: q~=~[a|U]y~+~[a|u].",
  "neuron.walk.z": "z~=~σ(q) is the network’s answer. What is wanted is z~≈~[label|l].",
  "neuron.walk.error": "The error [error|ε] is half the square of the distance from the answer to the label.",
  "neuron.walk.d_z":
    "Now back. ∂ε/∂z~=~z~−~l, since ε~=~½(z~−~l)²: which way the answer missed, and how far.",
  "neuron.walk.d_q": "∂ε/∂q~=~∂ε/∂z~·~σ′⁠(q), since z~=~σ(q). And ∂ε/∂u~=~∂ε/∂q~·~1, since ∂q/∂u~=~1.",
  "neuron.walk.d_U": "∂ε/∂U~=~∂ε/∂q~·~y, since q~=~Uy~+~u and ∂q/∂U~=~y.",
  "neuron.walk.d_y": "∂ε/∂y~=~∂ε/∂q~·~U, since q~=~Uy~+~u and ∂q/∂y~=~U.",
  "neuron.walk.d_p":
    "∂ε/∂p~=~∂ε/∂y~·~σ′⁠(p), since y~=~σ(p). And ∂ε/∂v~=~∂ε/∂p~·~1, since p~=~Vx~+~v and ∂p/∂v~=~1.",
  "neuron.walk.d_V": "∂ε/∂V~=~∂ε/∂p~·~x, since p~=~Vx~+~v and ∂p/∂V~=~x. All four derivatives are found.",

  "neuron.notice.title": "What to notice",
  "neuron.notice.walk":
    "Numbers go forward, derivatives come back. Follow them: each comes from the one before by a single multiplication, and nothing is computed twice.",
  "neuron.notice.walk.do": "Walk through in order",
  "neuron.notice.saturated":
    "The worse the mistake, the slower the learning. The network is sure of a wrong answer, σ′⁠(q) is nearly~0, and the curve of [error|ε] is nearly horizontal for about 150~steps.",
  "neuron.notice.saturated.do": "Start saturated",
  "neuron.notice.slices":
    "Training a network is chapter~2, four times over. Watch the point on the slice: it rolls down, and the curve itself changes, since the other three numbers change too.",
  "neuron.notice.slices.do": "Watch the slice",
  "neuron.notice.cut":
    "With [a|U]~=~0 the slice along [a|V] is a horizontal line: whatever you do to [a|V], the answer stays. Make a step and see it bend.",
  "neuron.notice.cut.do": "Set U = 0",
  "neuron.notice.symmetric":
    "Why weights are random at the start. There is no way out of a symmetric start: the derivatives cancel. The slightest difference of [a|U] from~0 breaks the symmetry.",
  "neuron.notice.symmetric.do": "Set zeros",
  "neuron.notice.large":
    "Too large an α does more than swing. The step flies onto a plateau where the derivatives are nearly~0: for more than a hundred steps the network hardly moves.",
  "neuron.notice.large.do": "Jump with α = 150",

  "error.number-out-of-range": "{what} must be a number from {least} to {most}. The previous one is kept.",
  "error.pair-numbers": "A pair has two numbers, but there are {found} in all. The previous pairs are kept.",
};

export const neuron = { ru, en };
