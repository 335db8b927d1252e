// @ts-check
// Chapter 1 in both languages. Marks are explained in index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const curve = {
  ru: {
    "curve.title": "Аппроксимация неизвестных функций: физические свойства",
    "curve.sentence":
      "Кто-то измерил свойство в~нескольких точках; что между ними, никто не~знает. Сеть~1-H-1 приближает неизвестную функцию: шаг за~шагом меняет числа [a|V], [a|v], [a|U], [a|u] так, чтобы ошибка [error|ε] по~измерениям становилась меньше.",
    "curve.next":
      "Сеть меняет десятки чисел сразу, и~каждое~— по~одному и~тому~же правилу. Его видно целиком, когда число одно.",
    "curve.next.link": "Глава~2: градиентный спуск",
    "curve.formulas": "Формулы сети и~правило обучения",
    "curve.mean":
      "Правило берёт среднее ∂ε/∂a по~N~измерениям; ε~на~графике~— тоже среднее, поэтому обучение и~тест можно сравнивать.",

    "curve.source": "Измерения",
    "curve.table.water-density": "Плотность воды",
    "curve.table.water-density.x": "°C",
    "curve.table.water-density.l": "кг/м³",
    "curve.table.water-maximum": "Плотность воды около 4~°C",
    "curve.table.water-maximum.x": "°C",
    "curve.table.water-maximum.l": "кг/м³",
    "curve.table.vapour-pressure": "Давление насыщенного пара",
    "curve.table.vapour-pressure.x": "°C",
    "curve.table.vapour-pressure.l": "кПа",
    "curve.table.thermistor": "Сопротивление термистора",
    "curve.table.thermistor.x": "°C",
    "curve.table.thermistor.l": "кОм",
    "curve.table.air-pressure": "Давление воздуха на~высоте",
    "curve.table.air-pressure.x": "км",
    "curve.table.air-pressure.l": "гПа",
    "curve.table.water-viscosity": "Вязкость воды",
    "curve.table.water-viscosity.x": "°C",
    "curve.table.water-viscosity.l": "мПа·с",
    "curve.table.day-length": "Долгота дня в~Москве",
    "curve.table.day-length.x": "день года",
    "curve.table.day-length.l": "ч",
    "curve.table.black-body": "Излучение Солнца: 5~772~К",
    "curve.table.black-body.x": "нм",
    "curve.table.black-body.l": "кВт/(м²·ср·нм)",
    "curve.table.own": "Свои точки",
    "curve.origin.water-density": "Вода при 101,325~кПа. Формула Келла, J.~Chem. Eng. Data 20 (1975)~97.",
    "curve.origin.water-maximum": "Вода при 101,325~кПа. Формула Келла, J.~Chem. Eng. Data 20 (1975)~97.",
    "curve.origin.vapour-pressure":
      "Вода. Вагнер и~Прусс, J.~Phys. Chem. Ref. Data 22 (1993)~783; IAPWS SR1-86.",
    "curve.origin.thermistor": "NTC 10~кОм. Справочный лист Vishay NTCLE100E3103.",
    "curve.origin.air-pressure": "Стандартная атмосфера, ISO~2533:1975; высота геопотенциальная.",
    "curve.origin.water-viscosity": "Жидкая вода при 0,1~МПа. IAPWS SR6-08.",
    "curve.origin.day-length":
      "2025~год, широта 55,75°~с.~ш. Склонение по~формулам «Астрономического альманаха»; восход и~закат при −0,833°.",
    "curve.origin.black-body": "Закон Планка при 5~772~К, эффективной температуре Солнца (МАС, 2015).",
    "curve.origin.own": "Точки, поставленные здесь или взятые из~файла.",

    "curve.picture": "Измерения и~кривая сети",
    "curve.picture.now":
      "{measurements} {measurements|измерение|измерения|измерений}, из~них в~тесте {tests}. Кривая сети на~шаге {step}.",
    "curve.picture.empty": "Точек нет. Нажмите на~поле, чтобы поставить точку",
    "curve.picture.none": "Точек нет. Включите правку и~поставьте точки",
    "curve.legend.train": "измерено",
    "curve.legend.test": "для теста",
    "curve.legend.square": "½(z~−~l)²",
    "curve.legend.curve": "кривая сети",
    "curve.legend.outside": "экстраполяция",
    "curve.legend.earlier": "прежние кривые",
    "curve.outside": "экстраполяция",
    "curve.edit": "Править точки",
    "curve.edit.label": "Править точки: ставить, двигать, убирать",
    "curve.undo": "Отменить правку",
    "curve.units": "Из~чего кривая",
    "curve.units.label": "Из~чего кривая: вклад каждого скрытого нейрона",
    "curve.units.parts": "U·σ(Vx + v) каждого нейрона",
    "curve.edit.help":
      "Нажмите на~пустое место~— новая точка; точку можно тащить. Клавиши: ←~→ выбрать, Shift и~стрелки сдвинуть, Enter поставить, Delete убрать.",
    "curve.edit.help.touch": "Коснитесь пустого места~— новая точка; точку можно тащить.",
    "curve.point.none": "Точка не~выбрана",
    "curve.point.number": "Точка {index} из~{count}",
    "curve.point.remove": "Убрать",
    "curve.point.remove.label": "Убрать выбранную точку",
    "curve.point.x": "Аргумент выбранной точки",
    "curve.point.l": "Значение в~выбранной точке",
    "curve.reading.curve": "сеть {value}",
    "curve.reading.measured": "измерено {value}",
    "curve.reading.test": "в~тесте {value}",
    "curve.reading.outside": "экстраполяция {value}",

    "curve.error": "Ошибка [error|ε] по~шагам",
    "curve.error.label": "Средняя ошибка ε по~шагам t: на~обучении сплошная линия, на~тесте штрихи",
    "curve.error.empty": "Здесь будет кривая ошибки",
    "curve.error.test": "тест",
    "curve.error.train": "обучение",

    "curve.number.error": "обучение",
    "curve.number.test": "тест",
    "curve.number.deviation": "СКО, {unit}",
    "curve.number.test-deviation": "СКО на~тесте",

    "curve.rate": "скорость обучения",
    "curve.hidden": "скрытых нейронов",
    "curve.noise": "шум измерений",
    "curve.share": "доля теста",
    "curve.where": "Какие точки в~тесте",
    "curve.where.random": "Случайные",
    "curve.where.end": "Справа",
    "curve.seed": "зерно случайных чисел",
    "curve.seed.another": "Другое",
    "curve.more": "Шум, тест, зерно",
    "curve.more.now": "шум~{noise}, тест~{share}, зерно~{seed}",
    "curve.more.note":
      "Шум~— доля размаха измерений. От~зерна зависят шум, выбор теста и~начальные веса: одно и~то~же зерно повторяет всё в~точности.",
    "curve.pace": "{count} {count|шаг|шага|шагов} за~кадр",
    "curve.pace.full": "Сколько успеет",

    "curve.file": "Измерения из~таблицы CSV",
    "curve.file.note":
      "Два столбца: аргумент и~значение. Между ними запятая, точка с~запятой или табуляция; числа с~точкой или запятой; заголовок не~обязателен.",
    "curve.file.text": "Таблица из~двух столбцов",
    "curve.file.open": "Открыть файл",
    "curve.file.use": "Взять измерения",
    "curve.file.taken": "Взято {count} {count|измерение|измерения|измерений}.",
    "curve.file.too-few": "Нужно хотя~бы два измерения, а~нашлось {count}. Прежние остались на~месте.",
    "curve.file.bad":
      "{count|Пропущена|Пропущены|Пропущено} {count} {count|строка|строки|строк}, остальное взято:",
    "curve.file.bad.none-taken":
      "Не~{count|прочитана|прочитаны|прочитано} {count} {count|строка|строки|строк}:",
    "curve.file.beyond":
      "Ещё {count} {count|измерение не~поместилось|измерения не~поместились|измерений не~поместились}: больше {most} не~берётся.",
    "curve.file.not-in-link": "Точек слишком много для адреса: ссылка на~эту страницу откроется без них.",
    "curve.file.row.columns": "Строка {line}: столбцов {found}, а~нужно два.",
    "curve.file.row.not-a-number": "Строка {line}: «{found}»~— не~число.",
    "curve.file.row.ambiguous": "Строка {line}: «{found}»~— непонятно, где дробная часть.",
    "curve.file.row.too-large": "Строка {line}: число {found} слишком велико.",
    "curve.file.row.empty": "Строка {line}: пустое поле вместо числа.",

    "curve.status.starting": "Вычисления запускаются.",
    "curve.status.fresh": "Веса случайны: кривая ещё ничего не~знает об~измерениях.",
    "curve.status.playing": "Каждый шаг~— сразу по~{count} {count|измерению|измерениям|измерениям}.",
    "curve.status.paused": "Пауза.",
    "curve.status.going": "Ссылка ведёт к~шагу {t}: сеть проходит путь до~него.",
    "curve.status.edited": "Точки изменились: сеть учится дальше.",
    "curve.status.empty": "Учиться не~на~чем: поставьте точки.",
    "curve.status.too-large": "Шаг слишком велик: числа растут без предела. Уменьшите α.",
    "curve.status.stopped": "Вычисления не~запустились.",

    "curve.ask": "Сеть при {x}~=",
    "curve.ask.answer": "{value}~{unit}",
    "curve.ask.outside": "Вне измерений: здесь сеть ничем не~проверена.",
    "curve.law.title": "Сеть в~числах",
    "curve.law.text":
      "Сеть видит [x|x] от~−1 до~1 и~отвечает [activation|z] от~0 до~1; измерения приведены к~промежутку от~0,1 до~0,9, потому что самих 0 и~1 σ не~достигает. Всего чисел: {count}. СКО~— среднеквадратичное отклонение кривой от~измерений.",
    "curve.law.label": "Кривая, записанная числами",

    "curve.notice.title": "На~что обратить внимание",
    "curve.notice.maximum":
      "Вода плотнее всего при 4~°C. Сеть ничего не~знает о~воде, но~кривая находит этот бугорок по~одним измерениям.",
    "curve.notice.maximum.do": "Найти максимум",
    "curve.notice.parts":
      "Из~чего кривая. Каждый скрытый нейрон~— одна ступенька σ; складываясь, ступеньки приближают любую непрерывную кривую.",
    "curve.notice.parts.do": "Показать ступеньки",
    "curve.notice.under":
      "Недообучение. При H~=~1 ступенька одна: она умеет только расти или только падать, а~день прибывает и~убывает. Сколько ни~учи, ошибка остаётся.",
    "curve.notice.under.do": "Взять H = 1",
    "curve.notice.over":
      "Переобучение. 64~нейрона и~21~измерение с~шумом: [error|ε] на~обучении падает, а~на~тесте растёт. Кривая заучила шум.",
    "curve.notice.over.do": "Переобучить",
    "curve.notice.right":
      "Те~же измерения с~тем~же шумом, но~H~=~4. На~шум не~хватает нейронов, и~кривая угадывает закон.",
    "curve.notice.right.do": "Взять H = 4",
    "curve.notice.outside":
      "Экстраполяция. Правый край таблицы отложен для теста: внутри измерений кривая верна, а~за~ними сеть гадает.",
    "curve.notice.outside.do": "Отложить правый край",

    "error.unknown-table": "Такой таблицы измерений нет: {name}. Выберите другую из~списка.",
    "error.too-many-measurements":
      "Измерений {found}, а~взять можно не~больше {most}. Прежние остались на~месте.",
    "error.bad-measurement":
      "Измерение номер {index} должно быть парой конечных чисел. Прежние остались на~месте.",
    "error.scaling":
      "По~этой ссылке нельзя построить оси: отрезки по~x и~по~l пусты. Выберите таблицу из~списка.",
    "error.not-a-share": "Доля должна быть от~0 до~1. Прежняя осталась в~силе.",
    "error.file-unreadable": "Файл не~читается. Попробуйте ещё раз или возьмите другой.",
  },

  en: {
    "curve.title": "Approximating unknown functions: physical properties",
    "curve.sentence":
      "Somebody measured a property at some points; what lies between, nobody knows. A 1-H-1 network approximates the unknown function: step by step it changes the numbers [a|V], [a|v], [a|U], [a|u] so that the error [error|ε] over the measurements gets smaller.",
    "curve.next":
      "The network changes dozens of numbers at once, each by one and the same rule. All of it can be seen when there is one number.",
    "curve.next.link": "Chapter~2: gradient descent",
    "curve.formulas": "The network’s formulas and the learning rule",
    "curve.mean":
      "The rule takes the mean of ∂ε/∂a over N~measurements; ε in the plot is the mean too, so that training and test can be compared.",

    "curve.source": "Measurements",
    "curve.table.water-density": "Density of water",
    "curve.table.water-density.x": "°C",
    "curve.table.water-density.l": "kg/m³",
    "curve.table.water-maximum": "Density of water near 4~°C",
    "curve.table.water-maximum.x": "°C",
    "curve.table.water-maximum.l": "kg/m³",
    "curve.table.vapour-pressure": "Saturated vapour pressure",
    "curve.table.vapour-pressure.x": "°C",
    "curve.table.vapour-pressure.l": "kPa",
    "curve.table.thermistor": "Resistance of a thermistor",
    "curve.table.thermistor.x": "°C",
    "curve.table.thermistor.l": "kΩ",
    "curve.table.air-pressure": "Air pressure at altitude",
    "curve.table.air-pressure.x": "km",
    "curve.table.air-pressure.l": "hPa",
    "curve.table.water-viscosity": "Viscosity of water",
    "curve.table.water-viscosity.x": "°C",
    "curve.table.water-viscosity.l": "mPa·s",
    "curve.table.day-length": "Length of the day in Moscow",
    "curve.table.day-length.x": "day of the year",
    "curve.table.day-length.l": "h",
    "curve.table.black-body": "Radiance of the Sun: 5,772~K",
    "curve.table.black-body.x": "nm",
    "curve.table.black-body.l": "kW/(m²·sr·nm)",
    "curve.table.own": "Your own points",
    "curve.origin.water-density": "Water at 101.325~kPa. Kell’s formula, J.~Chem. Eng. Data 20 (1975)~97.",
    "curve.origin.water-maximum": "Water at 101.325~kPa. Kell’s formula, J.~Chem. Eng. Data 20 (1975)~97.",
    "curve.origin.vapour-pressure":
      "Water. Wagner and Pruss, J.~Phys. Chem. Ref. Data 22 (1993)~783; IAPWS SR1-86.",
    "curve.origin.thermistor": "NTC 10~kΩ. Vishay NTCLE100E3103 data sheet.",
    "curve.origin.air-pressure": "Standard atmosphere, ISO~2533:1975; geopotential altitude.",
    "curve.origin.water-viscosity": "Liquid water at 0.1~MPa. IAPWS SR6-08.",
    "curve.origin.day-length":
      "2025, latitude 55.75°~N. Declination by the Astronomical Almanac’s formulas; sunrise and sunset at −0.833°.",
    "curve.origin.black-body": "Planck’s law at 5,772~K, the Sun’s effective temperature (IAU, 2015).",
    "curve.origin.own": "Points placed here or read from a file.",

    "curve.picture": "Measurements and the network’s curve",
    "curve.picture.now":
      "{measurements} {measurements|measurement|measurements}, {tests} of them in the test. The network’s curve at step {step}.",
    "curve.picture.empty": "No points yet. Press the plot to place one",
    "curve.picture.none": "No points. Switch editing on and place some",
    "curve.legend.train": "measured",
    "curve.legend.test": "for the test",
    "curve.legend.square": "½(z~−~l)²",
    "curve.legend.curve": "the network’s curve",
    "curve.legend.outside": "extrapolation",
    "curve.legend.earlier": "earlier curves",
    "curve.outside": "extrapolation",
    "curve.edit": "Edit points",
    "curve.edit.label": "Edit points: place, move and remove them",
    "curve.undo": "Undo the last edit",
    "curve.units": "What it is made of",
    "curve.units.label": "What it is made of: the contribution of each hidden neuron",
    "curve.units.parts": "U·σ(Vx + v) of each neuron",
    "curve.edit.help":
      "Press an empty place for a new point; drag a point to move it. Keys: ←~→ choose, Shift and arrows move, Enter places, Delete removes.",
    "curve.edit.help.touch": "Tap an empty place for a new point; drag a point to move it.",
    "curve.point.none": "No point chosen",
    "curve.point.number": "Point {index} of {count}",
    "curve.point.remove": "Remove",
    "curve.point.remove.label": "Remove the chosen point",
    "curve.point.x": "Argument of the chosen point",
    "curve.point.l": "Value at the chosen point",
    "curve.reading.curve": "network {value}",
    "curve.reading.measured": "measured {value}",
    "curve.reading.test": "in the test {value}",
    "curve.reading.outside": "extrapolation {value}",

    "curve.error": "Error [error|ε] over steps",
    "curve.error.label": "Mean error ε over steps t: a solid line for training, a dashed one for the test",
    "curve.error.empty": "The error curve will appear here",
    "curve.error.test": "test",
    "curve.error.train": "training",

    "curve.number.error": "training",
    "curve.number.test": "test",
    "curve.number.deviation": "RMS, {unit}",
    "curve.number.test-deviation": "RMS on the test",

    "curve.rate": "learning rate",
    "curve.hidden": "hidden neurons",
    "curve.noise": "noise",
    "curve.share": "test share",
    "curve.where": "Which points are for the test",
    "curve.where.random": "Random",
    "curve.where.end": "Right end",
    "curve.seed": "random seed",
    "curve.seed.another": "Another",
    "curve.more": "Noise, test, seed",
    "curve.more.now": "noise~{noise}, test~{share}, seed~{seed}",
    "curve.more.note":
      "Noise is a share of the measurements’ range. The seed decides the noise, the choice of the test and the initial weights: the same seed repeats everything exactly.",
    "curve.pace": "{count} {count|step|steps} a frame",
    "curve.pace.full": "As many as fit",

    "curve.file": "Measurements from a CSV table",
    "curve.file.note":
      "Two columns: argument and value. Comma, semicolon or tab between them; numbers with a point or a comma; a header is not needed.",
    "curve.file.text": "Table of two columns",
    "curve.file.open": "Open a file",
    "curve.file.use": "Take the measurements",
    "curve.file.taken": "{count} {count|measurement|measurements} taken.",
    "curve.file.too-few": "At least two measurements are needed, {count} found. The previous ones are kept.",
    "curve.file.bad": "{count} {count|line was|lines were} left out, the rest was taken:",
    "curve.file.bad.none-taken": "{count} {count|line was|lines were} not read:",
    "curve.file.beyond":
      "{count} more {count|measurement|measurements} did not fit: {most} at most are taken.",
    "curve.file.not-in-link":
      "There are too many points for the address: a link to this page will open without them.",
    "curve.file.row.columns": "Line {line}: {found} columns, two are needed.",
    "curve.file.row.not-a-number": "Line {line}: “{found}” is not a number.",
    "curve.file.row.ambiguous": "Line {line}: in “{found}” it is unclear where the decimals begin.",
    "curve.file.row.too-large": "Line {line}: the number {found} is too large.",
    "curve.file.row.empty": "Line {line}: an empty field where a number is needed.",

    "curve.status.starting": "Starting the computation.",
    "curve.status.fresh": "The weights are random: the curve knows nothing of the measurements yet.",
    "curve.status.playing": "Each step uses {count} {count|measurement|measurements} at once.",
    "curve.status.paused": "Paused.",
    "curve.status.going": "The link leads to step {t}: the network makes its way there.",
    "curve.status.edited": "The points have changed: the network goes on learning.",
    "curve.status.empty": "There is nothing to learn from: place some points.",
    "curve.status.too-large": "The step is too large: the numbers grow without bound. Make α smaller.",
    "curve.status.stopped": "The computation did not start.",

    "curve.ask": "The network at {x}~=",
    "curve.ask.answer": "{value}~{unit}",
    "curve.ask.outside": "Outside the measurements: nothing has checked the network here.",
    "curve.law.title": "The network in numbers",
    "curve.law.text":
      "The network sees [x|x] from −1 to 1 and answers [activation|z] from 0 to 1; measurements are scaled to lie from 0.1 to 0.9, since σ never reaches 0 or 1. Numbers in all: {count}. RMS is the root mean square of the curve’s deviations from the measurements.",
    "curve.law.label": "The curve written in numbers",

    "curve.notice.title": "What to notice",
    "curve.notice.maximum":
      "Water is densest at 4~°C. The network knows nothing of water, yet the curve finds this bump from measurements alone.",
    "curve.notice.maximum.do": "Find the maximum",
    "curve.notice.parts":
      "What the curve is made of. Each hidden neuron is one stair, a σ; added up, stairs approximate any continuous curve.",
    "curve.notice.parts.do": "Show the stairs",
    "curve.notice.under":
      "Underfitting. With H~=~1 there is one stair: it can only rise or only fall, but days grow longer and then shorter. However long the network learns, the error stays.",
    "curve.notice.under.do": "Set H = 1",
    "curve.notice.over":
      "Overfitting. 64~neurons and 21~noisy measurements: [error|ε] falls in training and grows on the test. The curve has learned the noise by heart.",
    "curve.notice.over.do": "Overfit",
    "curve.notice.right":
      "The same measurements with the same noise, but H~=~4. There are not enough neurons for the noise, and the curve finds the law.",
    "curve.notice.right.do": "Set H = 4",
    "curve.notice.outside":
      "Extrapolation. The right end of the table is held back for the test: among the measurements the curve is right, beyond them the network guesses.",
    "curve.notice.outside.do": "Hold back the right end",

    "error.unknown-table": "There is no table of measurements called {name}. Choose another from the list.",
    "error.too-many-measurements":
      "{found} measurements are too many: at most {most} can be taken. The previous ones are kept.",
    "error.bad-measurement":
      "Measurement number {index} must be a pair of finite numbers. The previous ones are kept.",
    "error.scaling":
      "No axes can be drawn from this link: the ranges of x and l are empty. Choose a table from the list.",
    "error.not-a-share": "A share must be from 0 to 1. The previous one is kept.",
    "error.file-unreadable": "The file cannot be read. Try again or take another.",
  },
};
