// @ts-check
// Chapter 2 in both languages. Marks are explained in index.js.

/** @type {Record<string, string>} */
const ru = {
  "descent.title": "Градиентный спуск",
  "descent.sentence":
    "Сначала одно число. Надо найти такое [a|a], при котором ошибка [error|ε] наименьшая. Производная [derivative|ε′] говорит, в~какую сторону ошибка растёт; шагаем в~другую: чем круче склон, тем дальше. И~так много раз.",
  "descent.play": "Спуск вручную",
  "descent.next":
    "Чтобы шагать, нужна производная ошибки. Откуда она берётся, когда между числом и~ошибкой стоит сеть?",
  "descent.next.link": "Глава~3: сеть из~четырёх чисел",
  "descent.formulas": "Правило градиентного спуска",
  "descent.rule": "Новое [a|a]~— это прежнее минус α, умноженное на~производную ошибки в~прежней точке.",

  "descent.view": "Сколько чисел",
  "descent.view.one": "Одно число",
  "descent.view.two": "Два числа",

  "descent.figure.label": "Кривая ε(a) с~точкой, касательной и~шагом; под ней a по~шагам t",
  "descent.figure.spoken":
    "Кривая ε(a) и~под ней a по~шагам. Шаг {t}: a~=~{a}, ε~=~{error}, следующий шаг {step}. Чтобы выбрать начало, нажмите на~кривую.",
  "descent.plane.label": "Карта ε(a, b) с~путём точки",
  "descent.plane.spoken":
    "Карта ε(a, b) с~путём точки. Шаг {t}: a~=~{a}, b~=~{b}, ε~=~{error}. Чтобы выбрать начало, нажмите на~карту.",

  "descent.function": "Функция ошибки",
  "descent.formula": "Формула ошибки",
  "descent.f.parabola": "Парабола",
  "descent.f.parabola.about": "Вторая производная [derivative|ε″] всюду одна. Всё считается точно.",
  "descent.f.valley": "Косая долина",
  "descent.f.valley.about": "Слева стена, справа пологий склон.",
  "descent.f.wells": "Две ямы",
  "descent.f.wells.about": "Два минимума; левый глубже.",
  "descent.f.plateau": "Плато",
  "descent.f.plateau.about": "Вдали от~ямы [derivative|ε′] почти~0.",
  "descent.f.ravine": "Узкий овраг",
  "descent.f.ravine.about": "На~дне [derivative|ε″]~=~40,1: нужен маленький шаг.",
  "descent.f.kink": "Излом",
  "descent.f.kink.about": "Шаг не~уменьшается у~самого минимума.",
  "descent.f.cosine": "Много минимумов",
  "descent.f.cosine.about": "Куда попадёт точка, решает начало.",
  "descent.f.sigmoid": "Плато сигмоиды",
  "descent.f.sigmoid.about": "Ошибка одного нейрона с~меткой 0,2.",
  "descent.f.own": "Своя формула",
  "descent.f.own.about": "Буква [a|a], скобки, степень ^, функции sin, exp, ln, sqrt, σ.",
  "descent.g.bowl": "Чаша",
  "descent.g.bowl.about": "Одинаково круто во~все стороны.",
  "descent.g.ravine": "Овраг",
  "descent.g.ravine.about": "Поперёк в~двадцать раз круче, чем вдоль.",
  "descent.g.saddle": "Седло",
  "descent.g.saddle.about": "Между двумя минимумами~— седло.",
  "descent.g.rosenbrock": "Долина Розенброка",
  "descent.g.rosenbrock.about": "Дно изогнуто: найти его легко, пройти по~нему долго.",
  "descent.g.own": "Своя формула",
  "descent.g.own.about": "Буквы [a|a] и~[a|b], скобки, степень ^, функции sin, exp, ln, sqrt, σ.",

  "descent.rate": "скорость обучения",
  "descent.runs": "Прогоны на~рисунке",
  "descent.runs.add": "То~же начало, другая α",
  "descent.runs.add.label": "То~же начало, другая α: добавить прогон",
  "descent.runs.full": "На~рисунке помещаются три прогона. Уберите один, чтобы добавить другой.",
  "descent.runs.remove": "Убрать этот прогон",
  "descent.more": "Начало и~окно",
  "descent.more.now": "a⁰~=~{a}",
  "descent.more.now.plane": "a⁰~=~{a}, b⁰~=~{b}",
  "descent.more.basin":
    "Если минимумов несколько, закрашены начала, из~которых точка приходит в~тот~же минимум.",
  "descent.more.note": "Начало можно выбрать и~на~рисунке: нажмите на~кривую или ведите по~ней.",
  "descent.more.plane": "Начало можно выбрать и~на~карте: нажмите на~неё или ведите по~ней.",
  "descent.start": "начало",
  "descent.window.low": "от",
  "descent.window.high": "до",

  "descent.speed.slow": "Медленно",
  "descent.speed.medium": "По~шагам",
  "descent.speed.fast": "Быстро",
  "descent.speed.full": "Очень быстро",

  "descent.number.a": "сейчас",
  "descent.number.b": "сейчас",
  "descent.number.error": "ошибка",
  "descent.number.slope": "производная",
  "descent.number.step": "шаг",
  "descent.number.da": "по~a",
  "descent.number.db": "по~b",
  "descent.table": "Шаги: t, a, ошибка, производная и~шаг",
  "descent.table.older": "Раньше~— ещё {count} {count|строка|строки|строк}.",

  "descent.status.start": "Начало. Стрелка на~оси~— первый шаг.",
  "descent.status.descending": "Спускается: [error|ε] убывает.",
  "descent.status.overshooting": "Каждый шаг перепрыгивает минимум, но~всё ближе к~нему.",
  "descent.status.rising": "Шаг длиннее долины: [error|ε] выросла.",
  "descent.status.oscillating": "Прыгает туда и~обратно и~ближе не~становится.",
  "descent.status.oscillating.kink":
    "Прыгает через излом: слева и~справа [derivative|ε′] одинакова по~величине, и~шаг не~уменьшается.",
  "descent.status.diverging": "Расходится: прыжки растут.",
  "descent.status.diverging.bound": "Расходится: α~=~{rate} больше границы 2/\u2060ε″~=~{bound}.",
  "descent.status.diverged": "Разошлось: [a|a] ушло так далеко, что смотреть не~на~что.",
  "descent.status.diverged.bound":
    "Разошлось: α~=~{rate} больше границы 2/\u2060ε″~=~{bound}, и~[a|a] ушло за~край.",
  "descent.status.escaped": "Ушло за~край: в~эту сторону [error|ε] всё меньше, минимума нет.",
  "descent.status.undefined": "Следующий шаг ведёт туда, где у~[error|ε] нет значения. Возьмите α поменьше.",
  "descent.status.stalled": "Почти стоит: здесь плоско, [derivative|ε′] почти~0, хотя минимум далеко.",
  "descent.status.stalled.plane": "Почти стоит: обе производные почти~0, но~это не~минимум.",
  "descent.status.slow": "Почти стоит: склон есть, но~α слишком мала.",
  "descent.status.converged": "Сошлось к~[a|aₘᵢₙ]~=~{a} за~{steps} {steps|шаг|шага|шагов}.",
  "descent.status.converged.plane": "Сошлось к~минимуму за~{steps} {steps|шаг|шага|шагов}.",
  "descent.status.full": "Сделано 10~000~шагов: больше страница не~запоминает. Начните заново.",

  "descent.bound.below":
    "В~минимуме [a|aₘᵢₙ]~=~{a} вторая производная ε″~=~{curvature}. Вблизи правило сходится при α~<~2/\u2060ε″~=~[strong|{bound}]; здесь α~=~{rate}.",
  "descent.bound.above":
    "В~минимуме [a|aₘᵢₙ]~=~{a} вторая производная ε″~=~{curvature}. Сойтись можно только при α~<~2/\u2060ε″~=~[strong|{bound}], а~здесь α~=~{rate}.",
  "descent.bound.kink":
    "В~точке [a|aₘᵢₙ]~=~{a} излом: второй производной ε″ там нет, и~с~постоянной α попасть в~него можно разве что случайно.",
  "descent.bound.flat":
    "В~минимуме [a|aₘᵢₙ]~=~{a} вторая производная ε″~=~0: вблизи сходится при любой α, но~всё медленнее.",
  "descent.bound.sharp":
    "В~минимуме [a|aₘᵢₙ]~=~{a} вторая производная ε″ бесконечна: как ни~мала α, вблизи она велика, и~точка прыгает туда и~обратно.",
  "descent.ahead.reaches": "Из~начала [a|a⁰]~=~{start} точка приходит сюда.",
  "descent.ahead.reaches.luck": "И~всё~же из~начала [a|a⁰]~=~{start} один из~шагов попадает прямо в~минимум.",
  "descent.ahead.diverges": "Но~из~начала [a|a⁰]~=~{start} точка сюда не~приходит: она расходится.",
  "descent.ahead.leaves":
    "Но~из~начала [a|a⁰]~=~{start} точка сюда не~приходит: она уходит туда, где [error|ε] всё меньше.",
  "descent.ahead.breaks":
    "Но~из~начала [a|a⁰]~=~{start} точка сюда не~приходит: шаг ведёт туда, где у~[error|ε] нет значения.",
  "descent.ahead.jumps": "Но~из~начала [a|a⁰]~=~{start} точка сюда не~приходит: она прыгает туда и~обратно.",
  "descent.ahead.on": "Из~начала [a|a⁰]~=~{start} точка и~за~2~000~шагов сюда не~приходит.",
  "descent.ahead.plane.reaches": "Из~этого начала точка приходит в~минимум.",
  "descent.ahead.plane.diverges": "Граница верна только здесь: из~этого начала точка расходится.",
  "descent.ahead.plane.leaves": "Из~этого начала точка уходит туда, где [error|ε] всё меньше.",
  "descent.ahead.plane.breaks": "Из~этого начала шаг ведёт туда, где у~[error|ε] нет значения.",
  "descent.ahead.plane.jumps": "Из~этого начала точка прыгает туда и~обратно и~в~минимум не~приходит.",
  "descent.ahead.plane.on": "Из~этого начала точка и~за~2~000~шагов в~минимум не~приходит.",
  "descent.bound.none": "Поблизости минимума нет, нет и~границы для~α.",
  "descent.bound.plane.below":
    "Здесь α должна быть меньше 2/\u2060λ~=~[strong|{bound}], где λ~— наибольшее собственное значение матрицы вторых производных; сейчас α~=~{rate}.",
  "descent.bound.plane.above":
    "Здесь α должна быть меньше 2/\u2060λ~=~[strong|{bound}], где λ~— наибольшее собственное значение матрицы вторых производных; α~=~{rate} велика.",
  "descent.bound.plane.none": "Здесь поверхность выпукла вверх, и~границы для~α нет.",

  "descent.plane.rule": "Правило с~двумя числами",

  "descent.check": "Проверить производную",
  "descent.check.difference": "разность",
  "descent.check.exact": "точно, [derivative|ε′]",
  "descent.check.verdict":
    "Относительное расхождение: {relative}. Разность всегда приближённа: при меньшем h мешает округление, при большем секущая заметно отличается от~касательной.",
  "descent.check.lost": "Здесь [derivative|ε′] почти~0, и~разность тонет в~округлении.",
  "descent.check.none": "Рядом у~[error|ε] нет значения, и~разность не~составить.",

  "descent.notice.title": "На~что обратить внимание",
  "descent.notice.shrink":
    "Шаги уменьшаются сами, хотя α одна и~та~же: чем ближе к~минимуму, тем меньше производная [derivative|ε′].",
  "descent.notice.shrink.do": "Спуститься по~параболе",
  "descent.notice.three":
    "Три α из~одного начала. С~маленькой точка ползёт, с~большой прыгает через минимум и~всё~же сходится, а~с~α чуть больше 2/\u2060ε″~— расходится.",
  "descent.notice.three.do": "Сравнить три α",
  "descent.notice.diverge":
    "В~узком овраге граница 2/\u2060ε″ всего около 0,05. При α~=~0,1 точка доходит до~дна и~прыгает от~склона к~склону без конца.",
  "descent.notice.diverge.do": "Зайти в~овраг",
  "descent.notice.start":
    "Спуск находит ближний минимум, а~не~самый глубокий. Передвиньте начало на~кривой и~найдите, где дороги расходятся.",
  "descent.notice.start.do": "Встать между ямами",
  "descent.notice.plateau":
    "На~плато сигмоиды σ′ почти~0, и~шаги почти не~видны. Так стоит на~месте и~насыщенный нейрон, пока не~сойдёт с~плато.",
  "descent.notice.plateau.do": "Застрять на~плато",
  "descent.notice.plane":
    "Чисел два, а~правило то~же: у~каждого числа своя производная. Путь идёт поперёк линий уровня и~в~овраге петляет от~склона к~склону. В~сети таких чисел тысячи.",
  "descent.notice.plane.do": "Взять два числа",

  "error.formula-empty": "Формулы нет. Напишите, например, (a-1)^2*(a+2).",
  "error.formula-too-long":
    "Формула слишком длинная: {found} {found|знак|знака|знаков}, а~можно {most}. Сократите её, прежняя в~силе.",
  "error.formula-too-deep": "Знак {position}: слишком много скобок в~скобках. Упростите формулу.",
  "error.formula-character":
    "Знак {position}: «{found}» здесь не~понять. Формулу пишут числами, буквами из~левой части, скобками и~знаками + − * / ^.",
  "error.formula-name":
    "Знак {position}: «{name}» здесь ничего не~значит. Можно буквы из~левой части, числа, e, π и~функции sin, cos, tan, exp, ln, lg, log2, sqrt, abs, σ.",
  "error.formula-brackets":
    "Знак {position}: после {name} нужны скобки с~аргументом, например {name}(a); степень~— за~скобкой.",
  "error.formula-operand": "Знак {position}: перед «{found}» не~хватает числа, буквы или скобки.",
  "error.formula-end": "Знак {position}: формула обрывается. Допишите число, букву или скобку.",
  "error.formula-operator": "Знак {position}: перед «{found}» не~хватает знака действия, + − * / или ^.",
  "error.formula-unclosed": "Знак {position}: эта скобка не~закрыта.",
  "error.formula-unopened": "Знак {position}: эта скобка не~открыта.",
  "error.start": "В~этой точке у~ошибки [error|ε] нет значения. Выберите другое начало.",
  "error.window": "Окно должно идти от~меньшего числа к~большему.",
};

/** @type {Record<string, string>} */
const en = {
  "descent.title": "Gradient descent",
  "descent.sentence":
    "First a single number. We look for the [a|a] at which the error [error|ε] is least. The derivative [derivative|ε′] tells in which direction the error grows; we step the other way: the steeper the slope, the longer the step. And so again and again.",
  "descent.play": "Be the descent",
  "descent.next":
    "To step, one needs the derivative of the error. Where does it come from when a network stands between the number and the error?",
  "descent.next.link": "Chapter~3: the network of four numbers",
  "descent.formulas": "The rule of gradient descent",
  "descent.rule": "The new [a|a] is the old one minus α times the derivative of the error at the old one.",

  "descent.view": "How many numbers",
  "descent.view.one": "One number",
  "descent.view.two": "Two numbers",

  "descent.figure.label": "The curve ε(a) with the point, its tangent and the step; under it, a over steps t",
  "descent.figure.spoken":
    "The curve ε(a) and, under it, a over steps. Step {t}: a~=~{a}, ε~=~{error}, the next step {step}. Press the curve to choose a start.",
  "descent.plane.label": "Map of ε(a, b) with the path of the point",
  "descent.plane.spoken":
    "Map of ε(a, b) with the path of the point. Step {t}: a~=~{a}, b~=~{b}, ε~=~{error}. Press the map to choose a start.",

  "descent.function": "Error function",
  "descent.formula": "Formula of the error",
  "descent.f.parabola": "Parabola",
  "descent.f.parabola.about":
    "The second derivative [derivative|ε″] is the same everywhere. All can be worked out exactly.",
  "descent.f.valley": "Skewed valley",
  "descent.f.valley.about": "A wall on the left, a gentle slope on the right.",
  "descent.f.wells": "Two wells",
  "descent.f.wells.about": "Two minima; the left one is deeper.",
  "descent.f.plateau": "Plateau",
  "descent.f.plateau.about": "Far from the well [derivative|ε′] is nearly 0.",
  "descent.f.ravine": "Narrow ravine",
  "descent.f.ravine.about": "At the bottom [derivative|ε″]~=~40.1: it needs a small step.",
  "descent.f.kink": "Kink",
  "descent.f.kink.about": "Even close to the minimum the step does not shrink.",
  "descent.f.cosine": "Many minima",
  "descent.f.cosine.about": "The start decides where the point ends up.",
  "descent.f.sigmoid": "Plateau of the sigmoid",
  "descent.f.sigmoid.about": "The error of one neuron whose label is 0.2.",
  "descent.f.own": "Your own formula",
  "descent.f.own.about": "The letter [a|a], brackets, powers with ^, functions sin, exp, ln, sqrt, σ.",
  "descent.g.bowl": "Bowl",
  "descent.g.bowl.about": "Equally steep on all sides.",
  "descent.g.ravine": "Ravine",
  "descent.g.ravine.about": "Twenty times steeper across than along.",
  "descent.g.saddle": "Saddle",
  "descent.g.saddle.about": "Between two minima lies a saddle.",
  "descent.g.rosenbrock": "Rosenbrock’s valley",
  "descent.g.rosenbrock.about": "Its floor is bent: easy to find, long to follow.",
  "descent.g.own": "Your own formula",
  "descent.g.own.about":
    "The letters [a|a] and [a|b], brackets, powers with ^, functions sin, exp, ln, sqrt, σ.",

  "descent.rate": "learning rate",
  "descent.runs": "Runs in the picture",
  "descent.runs.add": "Same start, other α",
  "descent.runs.add.label": "Same start, other α: add a run",
  "descent.runs.full": "The picture has room for three runs. Remove one to add another.",
  "descent.runs.remove": "Remove this run",
  "descent.more": "Start and window",
  "descent.more.now": "a⁰~=~{a}",
  "descent.more.now.plane": "a⁰~=~{a}, b⁰~=~{b}",
  "descent.more.basin":
    "Where there are several minima, the starts are shaded from which the point comes to the same one.",
  "descent.more.note": "The start can be chosen in the picture too: press the curve or drag along it.",
  "descent.more.plane": "The start can be chosen on the map too: press it or drag over it.",
  "descent.start": "start",
  "descent.window.low": "from",
  "descent.window.high": "to",

  "descent.speed.slow": "Slow",
  "descent.speed.medium": "Step by step",
  "descent.speed.fast": "Fast",
  "descent.speed.full": "Very fast",

  "descent.number.a": "now",
  "descent.number.b": "now",
  "descent.number.error": "error",
  "descent.number.slope": "derivative",
  "descent.number.step": "step",
  "descent.number.da": "along a",
  "descent.number.db": "along b",
  "descent.table": "Steps: t, a, error, derivative and step",
  "descent.table.older": "{count} earlier {count|row|rows}.",

  "descent.status.start": "The start. The arrow on the axis is the first step.",
  "descent.status.descending": "Descending: [error|ε] becomes smaller.",
  "descent.status.overshooting": "Each step jumps over the minimum, yet ever nearer to it.",
  "descent.status.rising": "The step was longer than the valley: [error|ε] has grown.",
  "descent.status.oscillating": "It jumps back and forth and comes no nearer.",
  "descent.status.oscillating.kink":
    "It jumps over the kink: on both sides [derivative|ε′] is equally large, and the step does not shrink.",
  "descent.status.diverging": "Diverging: the jumps are growing.",
  "descent.status.diverging.bound": "Diverging: α~=~{rate} is above the bound 2/\u2060ε″~=~{bound}.",
  "descent.status.diverged": "Diverged: [a|a] has gone so far that there is nothing to see.",
  "descent.status.diverged.bound":
    "Diverged: α~=~{rate} is above the bound 2/\u2060ε″~=~{bound}, and [a|a] has left the picture.",
  "descent.status.escaped": "It has left: on this side [error|ε] keeps falling, there is no minimum.",
  "descent.status.undefined": "The next step leads to where [error|ε] has no value. Take a smaller α.",
  "descent.status.stalled":
    "Nearly at rest: it is flat here, [derivative|ε′] is nearly 0, though the minimum is far.",
  "descent.status.stalled.plane": "Nearly at rest: both derivatives are nearly 0, yet this is no minimum.",
  "descent.status.slow": "Nearly at rest: there is a slope, but α is too small.",
  "descent.status.converged": "Converged to [a|aₘᵢₙ]~=~{a} in {steps} {steps|step|steps}.",
  "descent.status.converged.plane": "Converged to the minimum in {steps} {steps|step|steps}.",
  "descent.status.full": "10,000~steps are made: the page remembers no more. Start again.",

  "descent.bound.below":
    "At the minimum [a|aₘᵢₙ]~=~{a} the second derivative is ε″~=~{curvature}. Near it the rule converges for α~<~2/\u2060ε″~=~[strong|{bound}]; here α~=~{rate}.",
  "descent.bound.above":
    "At the minimum [a|aₘᵢₙ]~=~{a} the second derivative is ε″~=~{curvature}. It can converge only for α~<~2/\u2060ε″~=~[strong|{bound}], and here α~=~{rate}.",
  "descent.bound.kink":
    "At [a|aₘᵢₙ]~=~{a} there is a kink: no second derivative ε″ exists there, and a constant α hits it only by chance.",
  "descent.bound.flat":
    "At the minimum [a|aₘᵢₙ]~=~{a} the second derivative is ε″~=~0: nearby it converges for any α, but ever more slowly.",
  "descent.bound.sharp":
    "At the minimum [a|aₘᵢₙ]~=~{a} the second derivative ε″ is infinite: near it any α, however small, is too large, and the point jumps back and forth.",
  "descent.ahead.reaches": "From the start [a|a⁰]~=~{start} the point comes here.",
  "descent.ahead.reaches.luck":
    "Yet from the start [a|a⁰]~=~{start} one of the steps happens to hit the minimum.",
  "descent.ahead.diverges": "But from the start [a|a⁰]~=~{start} the point does not come here: it diverges.",
  "descent.ahead.leaves":
    "But from the start [a|a⁰]~=~{start} the point does not come here: it leaves to where [error|ε] keeps falling.",
  "descent.ahead.breaks":
    "But from the start [a|a⁰]~=~{start} the point does not come here: a step leads to where [error|ε] has no value.",
  "descent.ahead.jumps":
    "But from the start [a|a⁰]~=~{start} the point does not come here: it jumps back and forth.",
  "descent.ahead.on": "From the start [a|a⁰]~=~{start} the point does not come here even in 2,000~steps.",
  "descent.ahead.plane.reaches": "From this start the point comes to a minimum.",
  "descent.ahead.plane.diverges": "The bound holds only here: from this start the point diverges.",
  "descent.ahead.plane.leaves": "From this start the point leaves to where [error|ε] keeps falling.",
  "descent.ahead.plane.breaks": "From this start a step leads to where [error|ε] has no value.",
  "descent.ahead.plane.jumps": "From this start the point jumps back and forth and comes to no minimum.",
  "descent.ahead.plane.on": "From this start the point comes to no minimum even in 2,000~steps.",
  "descent.bound.none": "There is no minimum nearby, and no bound for α.",
  "descent.bound.plane.below":
    "Here α must be below 2/\u2060λ~=~[strong|{bound}], where λ is the greatest eigenvalue of the matrix of second derivatives; now α~=~{rate}.",
  "descent.bound.plane.above":
    "Here α must be below 2/\u2060λ~=~[strong|{bound}], where λ is the greatest eigenvalue of the matrix of second derivatives; α~=~{rate} is too large.",
  "descent.bound.plane.none": "Here the surface is curved like a hilltop, and there is no bound for α.",

  "descent.plane.rule": "The rule with two numbers",

  "descent.check": "Check the derivative",
  "descent.check.difference": "difference",
  "descent.check.exact": "exact, [derivative|ε′]",
  "descent.check.verdict":
    "Relative difference: {relative}. A finite difference is always approximate: for smaller h rounding spoils it, for larger h the secant departs from the tangent.",
  "descent.check.lost": "Here [derivative|ε′] is nearly 0, and the difference is lost in rounding.",
  "descent.check.none": "Nearby [error|ε] has no value, so there is no difference to take.",

  "descent.notice.title": "What to notice",
  "descent.notice.shrink":
    "The steps shrink by themselves although α is the same: the nearer the minimum, the smaller the derivative [derivative|ε′].",
  "descent.notice.shrink.do": "Descend a parabola",
  "descent.notice.three":
    "Three α from one start. With the small one the point creeps, with the large one it jumps over the minimum and still converges, and with α a little above 2/\u2060ε″ it diverges.",
  "descent.notice.three.do": "Compare three α",
  "descent.notice.diverge":
    "In a narrow ravine the bound 2/\u2060ε″ is only about 0.05. With α~=~0.1 the point reaches the bottom and jumps from side to side without end.",
  "descent.notice.diverge.do": "Enter the ravine",
  "descent.notice.start":
    "Descent finds a nearby minimum, not the deepest one. Move the start along the curve and find where the ways part.",
  "descent.notice.start.do": "Stand between two wells",
  "descent.notice.plateau":
    "On the plateau of the sigmoid σ′ is nearly 0, and the steps can hardly be seen. A saturated neuron stands still in the same way until it comes off the plateau.",
  "descent.notice.plateau.do": "Get stuck on the plateau",
  "descent.notice.plane":
    "With two numbers the rule is the same: each has its own derivative. The path crosses the level lines, and in a ravine it zigzags from side to side. A network has thousands of such numbers.",
  "descent.notice.plane.do": "Take two numbers",

  "error.formula-empty": "There is no formula. Write, for example, (a-1)^2*(a+2).",
  "error.formula-too-long":
    "The formula is too long: {found} {found|character|characters}, where {most} are allowed. Shorten it; the previous one is in force.",
  "error.formula-too-deep":
    "Character {position}: too many brackets within brackets. Make the formula simpler.",
  "error.formula-character":
    "Character {position}: “{found}” is not understood. A formula is written in numbers, the letters of the left side, brackets and + − * / ^.",
  "error.formula-name":
    "Character {position}: “{name}” means nothing here. You can use the letters of the left side, numbers, e, π and the functions sin, cos, tan, exp, ln, lg, log2, sqrt, abs, σ.",
  "error.formula-brackets":
    "Character {position}: {name} needs brackets with its argument, for example {name}(a); a power stands behind them.",
  "error.formula-operand":
    "Character {position}: a number, a letter or a bracket is missing before “{found}”.",
  "error.formula-end": "Character {position}: the formula breaks off. Add a number, a letter or a bracket.",
  "error.formula-operator": "Character {position}: a sign is missing before “{found}”: + − * / or ^.",
  "error.formula-unclosed": "Character {position}: this bracket is not closed.",
  "error.formula-unopened": "Character {position}: this bracket was not opened.",
  "error.start": "At this point the error [error|ε] has no value. Choose another start.",
  "error.window": "The window must go from the smaller number to the greater.",
};

/** The texts of chapter 2. */
export const descent = { ru, en };
