// @ts-check
// The page in Russian. Marks are explained in index.js.

/** @type {Record<string, string>} */
export const ru = {
  "page.name": "Спуск",
  "page.skip": "К главному",
  "page.chapters": "Главы",
  "page.language": "Язык",
  "page.theme": "Цвета",
  "page.theme.light": "Светлые",
  "page.theme.auto": "Как в системе",
  "page.theme.dark": "Тёмные",
  "page.reload": "Загрузить страницу заново",
  "page.retry": "Попробовать ещё раз",

  "footer.about":
    "«Спуск»~— лекция «Аппроксимация неизвестных функций», в~которой можно всё потрогать. Вычисления идут в~вашем браузере, рисунки никуда не~отправляются.",
  "footer.data": "Данные: MNIST, Я.~Лекун и~К.~Кортес, лицензия CC~BY-SA~3.0.",
  "footer.code": "Код: лицензия MIT или Apache-2.0, на~выбор.",

  "tool.tour": "Экскурсия по четырём главам",
  "tool.share": "Поделиться: ссылка, рисунки, числа",

  "transport.name": "Управление обучением",
  "transport.reset": "Сброс",
  "transport.reset.label": "Сброс: начать заново (R)",
  "transport.back": "Назад",
  "transport.back.label": "На шаг назад (←)",
  "transport.play": "Пуск",
  "transport.pause": "Пауза",
  "transport.step": "Шаг",
  "transport.step.label": "Один шаг (→)",
  "transport.speed": "Скорость",
  "transport.scrub": "по~шагам",
  "transport.scrub.label": "По шагам: к~любому из~сделанных",

  "plot.scale": "Шкала ошибки",
  "plot.linear": "лин.",
  "plot.log": "лог.",

  "help.open": "Клавиши (?)",
  "help.title": "Клавиши",
  "help.close": "Закрыть",
  "help.space": "Пробел",
  "help.toggle": "пуск и~пауза",
  "help.step": "один шаг",
  "help.back": "на шаг назад",
  "help.reset": "сброс: начать заново",
  "help.help": "этот список",
  "help.note": "Пока вы печатаете число или двигаете ползунок, клавиши достаются ему.",

  "field.range": "Нужно число от~{min} до~{max}.",
  "field.integer-range": "Нужно целое число от~{min} до~{max}.",

  "curve.name": "Неизвестная функция",
  "descent.name": "Градиентный спуск",
  "neuron.name": "Четыре числа",
  "digits.name": "Распознавание цифр",
  "digits.title": "Обучение сети, полный случай: распознавание изображений",
  "digits.sentence":
    "Картинка [x vector|x]~— 784~числа. Сеть учится называть цифру: шаг за~шагом меняет матрицы [a matrix|V], [a matrix|U] и~векторы [a vector|v], [a vector|u] так, чтобы ошибка [error|ε] становилась меньше.",
  "digits.formulas": "Формулы сети и~правило обучения",
  "digits.mean": "В~правило входит среднее ∂ε/∂a по~мини-пакету: по~нескольким картинкам сразу.",

  "digits.pad.title": "Рисунок",
  "digits.pad.label":
    "Поле для рисования. Рисуйте мышью, пальцем или пером; Backspace убирает линию, Delete очищает поле.",
  "digits.pad.hint": "Рисуйте здесь",
  "digits.pad.sample": "Образец. Рисуйте поверх",
  "digits.undo": "Отменить",
  "digits.undo.label": "Отменить линию",
  "digits.clear": "Очистить",
  "digits.clear.label": "Очистить поле",
  "digits.seen": "Что видит сеть: 28~×~28",
  "digits.seen.upright": "Вход: 28~×~28, без~наклона",
  "digits.seen.slanted": "Вход: 28~×~28, как есть",
  "digits.slant": "Наклон рисунка перед готовой сетью",
  "digits.slant.out": "Наклон убран, как у~картинок, на~которых она училась",
  "digits.slant.kept": "Как нарисовано",
  "digits.seen.label": "Рисунок, приведённый к~28 на~28 точек",
  "digits.answer.ready": "Готовая",
  "digits.answer.training": "Учится",
  "digits.answer.empty": "Поле пусто",
  "digits.answer.waiting": "Сеть загружается",
  "digits.answer.none": "Не~загрузилась",
  "digits.answer.unsure": "Не~похоже на~цифру",
  "digits.answer.either": "Не~уверена: {first} или {second}",
  "digits.answer.unsure.spoken": "Готовая сеть не~узнаёт здесь цифру.",
  "digits.answer.either.spoken": "Готовая сеть не~уверена: {first} или {second}.",
  "digits.answer.spoken": "Готовая сеть видит {digit}.",
  "digits.answer.spoken.empty": "Поле пусто.",
  "digits.bars.label": "Выходы z₀…z₉ готовой сети и~сети, которая учится, от~0 до~1",
  "digits.bars.note": "Это не~вероятности: каждый выход сам по~себе от~0 до~1.",

  "digits.ask.inside": "Почему?",
  "digits.ask.inside.digit": "Почему {digit}?",
  "digits.ask.way": "Что видит сеть?",
  "digits.ask.teach": "Научить сеть",
  "digits.ask.course": "Какое α лучше?",
  "digits.ask.keep": "Файлы и~свои данные",
  "digits.section.close": "Закрыть",

  "digits.train.title": "Обучение с~нуля",
  "digits.epoch": "Эпоха",
  "digits.epoch.label": "До~конца эпохи: один раз все картинки",
  "digits.speed.full": "Полная",
  "digits.speed.fast": "Высокая",
  "digits.speed.medium": "Средняя",
  "digits.speed.slow": "Малая",

  "digits.error": "Ошибка [error|ε] по~шагам",
  "digits.error.label": "Ошибка ε по~шагам t",
  "digits.error.empty": "Здесь пройдёт кривая ошибки",
  "digits.accuracy": "Верных ответов на~тесте",
  "digits.accuracy.label": "Доля верных ответов на~тестовых картинках по~эпохам",
  "digits.accuracy.reading": "эпоха {epoch}",

  "digits.number.epoch": "эпоха",
  "digits.number.error": "ошибка",
  "digits.number.accuracy": "верно на~тесте",
  "digits.number.speed": "картинок в~секунду",

  "digits.rate": "скорость обучения",
  "digits.hidden": "скрытых нейронов",
  "digits.batch": "картинок в~мини-пакете",
  "digits.seed": "зерно случайных чисел",
  "digits.seed.another": "Другое",
  "digits.more": "Сеть и~случай",
  "digits.more.now": "H~=~{hidden}, пакет~{batch}, зерно~{seed}",
  "digits.more.note":
    "Скорость обучения меняется на~ходу. Другие H, мини-пакет или зерно~— это новая сеть: обучение начнётся с~нуля.",
  "digits.export": "Сохранить сеть в~файл",

  "digits.data.name": "Загрузка данных MNIST",
  "digits.data.loading": "{loaded} из~{total}~МБ",
  "digits.data.retry": "Загрузить ещё раз",
  "digits.part.train-images": "с~обучающими картинками",
  "digits.part.train-labels": "с~метками обучающих картинок",
  "digits.part.test-images": "с~тестовыми картинками",
  "digits.part.test-labels": "с~метками тестовых картинок",
  "digits.restart": "Начать заново",
  "digits.status.starting": "Вычисления запускаются.",

  "digits.status.fresh": "Веса случайны: сеть ещё ничего не~знает.",
  "digits.status.fresh-loading": "Можно начинать: остальное догрузится.",
  "digits.status.playing": "Учится на~{total} картинок.",
  "digits.status.playing-part": "Учится на~том, что уже загружено.",
  "digits.status.waiting": "Ждёт следующих картинок.",
  "digits.status.going": "Идёт к~шагу {t}.",
  "digits.status.paused": "Пауза. Шаг~— один мини-пакет.",
  "digits.status.epoch": "Эпоха закончена: каждая картинка была ещё раз.",
  "digits.status.reset": "Новая сеть: веса снова случайны.",
  "digits.status.stopped": "Обучение остановлено ошибкой.",

  "digits.notice.title": "На что обратить внимание",
  "digits.notice.first":
    "Почти всё сеть узнаёт в~начале первой эпохи. Потом кривая [error|ε] идёт полого, а~ответы улучшаются понемногу.",
  "digits.notice.first.do": "Обучить с~нуля",
  "digits.notice.large":
    "Слишком большой шаг. При α~=~100 первый же прыжок уводит σ туда, где σ′ почти~0: сеть молчит и~больше не~учится.",
  "digits.notice.large.do": "Поставить α = 100",
  "digits.notice.small":
    "Слишком маленький шаг. При α~=~0,01 ошибка убывает, но~за~целую эпоху проходит путь, на~который при α~=~3 хватило~бы нескольких десятков шагов.",
  "digits.notice.small.do": "Поставить α = 0,01",
  "digits.notice.batch":
    "Мини-пакет из~одной картинки: каждый шаг слушает только её, и~полоса вокруг кривой [error|ε] становится широкой. Сравните с~пакетом из~100.",
  "digits.notice.batch.do": "Учить по~одной картинке",
  "digits.notice.narrow":
    "Узкое горло. Три скрытых нейрона~— это три числа на~картинку; десять цифр в~них помещаются с~трудом. Посмотрите, кто с~кем перепутан.",
  "digits.notice.narrow.do": "Оставить H = 3",
  "digits.notice.seed":
    "Случай здесь честный. Одно и~то~же зерно даёт в~точности ту~же кривую, другое~— другую дорогу к~тому~же уровню.",
  "digits.notice.seed.do": "Взять другое зерно",

  "digits.about.title": "Откуда готовая сеть",
  "digits.about":
    "Она устроена так~же и~училась по~тому~же правилу, только скрытых нейронов в~ней {hidden}, а~картинки каждую эпоху искажались по-новому: поворот, толщина, волны, засечка у~единицы, черта у~семёрки. После {epochs} {epochs|эпохи|эпох|эпох} она верно читает {test} тестовых картинок MNIST и~{drawings} из~{count} цифр, нарисованных пером. Показывали ей и~каракули с~буквами, у~которых все [label|l]~=~0: поэтому на~них она отвечает «?».",

  "error.unknown":
    "Что-то сломалось: {what}. Рисунок и~обучение на~месте; если страница не~отвечает, загрузите её заново.",
  "error.no-wasm":
    "Браузер не~смог запустить вычисления ({what}). Обновите браузер и~загрузите страницу заново.",
  "error.model-missing": "Готовая сеть не~загрузилась ({what}). Рисовать и~учить новую сеть можно и~без неё.",
  "error.worker-crashed":
    "Обучение остановилось: {what}. Настройки и~рисунок на~месте; то, что было выучено, пропало.",

  "error.network":
    "Файл {part} не~загрузился: связь прервалась. Проверьте её и~попробуйте ещё раз; выученное не~пропадёт.",
  "error.http-status":
    "Файл {part} не~загрузился: сервер ответил {status}. Попробуйте ещё раз; выученное не~пропадёт.",
  "error.gzip": "Файл {part} повреждён: он не~распаковывается. Попробуйте загрузить его ещё раз.",
  "error.idx-magic":
    "Файл {part} повреждён: он начинается не~так, как файл IDX. Попробуйте загрузить его ещё раз.",
  "error.idx-type":
    "Файл {part} повреждён: в~нём не~байты, а~значения вида {found}. Попробуйте загрузить его ещё раз.",
  "error.idx-dimensions":
    "Файл {part} не~тот: измерений в~нём {found}, а~нужно {expected}. Попробуйте загрузить его ещё раз.",
  "error.idx-shape":
    "Файл {part} повреждён: картинки в~нём будто~бы {rows}~×~{columns}. Попробуйте загрузить его ещё раз.",
  "error.idx-truncated":
    "Файл {part} обрывается: пришло {found} из~{expected} байт. Попробуйте загрузить его ещё раз.",
  "error.idx-trailing":
    "Файл {part} повреждён: он длиннее, чем {expected} байт. Попробуйте загрузить его ещё раз.",
  "error.counts-differ":
    "Файл {part} не~подходит к~другому: картинок {images}, а~меток {labels}. Попробуйте загрузить его ещё раз.",
  "error.label-out-of-range":
    "Файл {part} повреждён: метка номер {index} равна {value}, а~это не~цифра. Попробуйте загрузить его ещё раз.",
  "error.image-size":
    "Файл {part} не~тот: картинки в~нём {rows}~×~{columns}, а~нужны 28~×~28. Попробуйте загрузить его ещё раз.",
  "error.no-examples": "Файл {part} пуст. Попробуйте загрузить его ещё раз.",
  "error.learning-rate": "Скорость обучения α должна быть числом больше нуля. Прежняя осталась в~силе.",
  "error.out-of-range": "Такого значения быть не~может: {found}. Нужно от~{least} до~{most}.",
  "error.model-shape":
    "Готовая сеть не~подходит: у~неё {inputs} входов и~{outputs} выходов. Рисовать и~учить новую сеть можно и~без неё.",
  "error.model-magic": "Файл готовой сети~— не~файл «Спуска». Рисовать и~учить новую сеть можно и~без неё.",
  "error.model-version":
    "Файл готовой сети новее страницы: версия {found}, а~нужна {expected}. Загрузите страницу заново.",
  "error.model-stages":
    "Файл готовой сети новее страницы: она училась на~картинках, обработанных неизвестным странице способом. Загрузите страницу заново.",
  "error.model-length":
    "Файл готовой сети повреждён: в~нём {found} байт вместо {expected}. Попробуйте загрузить его ещё раз.",
  "error.model-checksum":
    "Файл готовой сети повреждён: контрольная сумма не~сходится. Попробуйте загрузить его ещё раз.",
  "error.model-not-finite":
    "Файл готовой сети повреждён: среди весов есть не~числа. Попробуйте загрузить его ещё раз.",
};
