// @ts-check
// Chapter 4, all that stands around the pad, in both languages: it comes with learning.js. Marks are explained in index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const digits = {
  ru: {
    "digits.answer.unsure.class": "Не~похоже ни~на~один класс",
    "digits.next":
      "Десятки тысяч чисел выучило одно правило, [a|a]~←~[a|a]~−~α~·~∂ε/∂a. Лекция начинает с~кривой через несколько точек.",
    "digits.next.link": "Глава~1: неизвестная функция",
    "digits.formulas": "Формулы сети и~правило обучения",
    "digits.mean":
      "Метка [label vector|l]: 1~у~нужной цифры, 0~у~прочих; цель [activation vector|z]~≈~[label vector|l]; ∂ε/∂a~— среднее по~пакету.",

    "digits.section.close": "Закрыть",

    "digits.train.title": "Обучение с~нуля",
    "digits.epoch": "Эпоха",
    "digits.epoch.label": "Эпоха: каждая картинка по~разу",
    "digits.speed.full": "Полная",
    "digits.speed.fast": "Высокая",
    "digits.speed.medium": "Средняя",
    "digits.speed.slow": "Малая",

    "digits.error": "Ошибка [error|ε] по~шагам",
    "digits.error.label": "Ошибка ε по~шагам t",
    "digits.error.empty": "Здесь будет кривая ошибки",
    "digits.accuracy": "Верных ответов на~тесте",
    "digits.accuracy.label": "Доля верных ответов на~тестовых картинках по~эпохам",
    "digits.accuracy.reading": "эпоха {epoch}",
    "digits.accuracy.sample": "{images} из~{total} картинок",

    "digits.number.epoch": "эпоха",
    "digits.number.error": "ошибка",
    "digits.number.accuracy": "верно на~тесте",
    "digits.time": "{seconds}~с",
    "digits.time.reached": "95~%: через {after}~с, эпоха~{epoch}",
    "digits.number.speed": "картинок в~секунду",

    "digits.hidden": "скрытых нейронов",
    "digits.batch": "картинок в~мини-пакете",
    "digits.seed": "зерно случайных чисел",
    "digits.seed.another": "Другое",
    "digits.more": "Сеть, пакет, зерно",
    "digits.more.now": "H~=~{hidden}, пакет~{batch}, зерно~{seed}",
    "digits.fingerprint":
      "Отпечаток весов при t~=~{t}: {print}. Прогон с~теми~же~числами придёт к~нему снова, бит в~бит.",
    "digits.more.note":
      "Скорость обучения можно менять на~ходу. Другие H, мини-пакет или зерно~— это новая сеть: обучение начнётся с~нуля.",
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
    "digits.status.playing": "Учится на~{total} {total|картинке|картинках|картинках}.",
    "digits.status.playing-part": "Учится на~том, что уже загружено.",
    "digits.status.waiting": "Ждёт следующих картинок.",
    "digits.status.going": "Идёт к~шагу {t}.",
    "digits.status.silent":
      "Сеть замолчала: σ′(q)~≈~0, и~шаги ничего не~меняют. Сбросьте её и~возьмите α~поменьше.",
    "digits.answer.silent": "Молчит: σ′\u2060(q)~≈~0",
    "digits.status.paused": "Пауза. Шаг~— один мини-пакет.",
    "digits.status.epoch": "Эпоха закончена: сеть увидела каждую картинку ещё раз.",
    "digits.status.reset": "Новая сеть: веса снова случайны.",
    "digits.status.stopped": "Обучение прервано из-за~сбоя.",

    "digits.notice.title": "На~что обратить внимание",
    "digits.notice.first":
      "Почти всему сеть учится в~начале первой эпохи. Потом кривая [error|ε] идёт полого, а~ответы улучшаются понемногу.",
    "digits.notice.first.do": "Обучить с~нуля",
    "digits.notice.large":
      "Слишком большой шаг. При α~=~100 первый~же прыжок уводит аргумент σ туда, где σ′ почти~0: сеть замолкает и~больше не~учится.",
    "digits.notice.large.do": "Поставить α = 100",
    "digits.notice.small":
      "Слишком маленький шаг. При α~=~0,01 ошибка убывает, но~за~целую эпоху лишь настолько, насколько при α~=~3~— за~несколько десятков шагов.",
    "digits.notice.small.do": "Поставить α = 0,01",
    "digits.notice.batch":
      "Мини-пакет из~одной картинки: каждый шаг слушает только её, и~полоса вокруг кривой [error|ε] становится широкой. Сравните с~пакетом из~100.",
    "digits.notice.batch.do": "Учить по~одной картинке",
    "digits.notice.narrow":
      "Узкое место. Три скрытых нейрона~— это три числа на~картинку; десять цифр в~них помещаются с~трудом. Посмотрите, какие цифры сеть путает.",
    "digits.notice.narrow.do": "Взять H = 3",
    "digits.notice.seed":
      "Случайность воспроизводима. Одно и~то~же зерно даёт в~точности ту~же кривую, другое~— другую дорогу к~тому~же уровню.",
    "digits.notice.seed.do": "Взять другое зерно",

    "digits.about.title": "Откуда готовая сеть",
    "digits.about.part":
      "Эта страница несёт в~себе {train} из~{all} обучающих картинок MNIST и~{test} из~{tests} тестовых. Сеть, которая училась только на~них, ошибается чаще, чем та, что училась на~всех.",
    "digits.about":
      "Она устроена так~же и~училась по~тому~же правилу, только скрытых нейронов в~ней {hidden}, а~картинки каждую эпоху искажались по-новому: поворот, толщина, волны, засечка у~единицы, черта у~семёрки. После {epochs} {epochs|эпохи|эпох|эпох} она верно читает {test} тестовых картинок MNIST. Кроме картинок она видела {drawings} {drawings|цифру|цифры|цифр}, которые нарисовали пером {writers} {writers|человек|человека|человек}, каждый раз словно другой рукой. Показывали ей и~каракули, и~буквы, у~которых все [label|l]~=~0: поэтому на~них она отвечает «?».",

    "error.worker-crashed":
      "Обучение прервано из-за~сбоя. Настройки и~рисунок на~месте; то, что было выучено, пропало.",

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
      "Файл {part} повреждён: по~его заголовку картинки в~нём {rows}~×~{columns}. Попробуйте загрузить его ещё раз.",
    "error.too-many-examples":
      "Файл {part} повреждён: по~его заголовку в~нём {found} {found|пример|примера|примеров}, а~прочесть можно не~больше {most}. Попробуйте загрузить его ещё раз.",
    "error.idx-truncated":
      "Файл {part} обрывается: пришло {found} из~{expected} {expected|байта|байт|байт}. Попробуйте загрузить его ещё раз.",
    "error.idx-trailing":
      "Файл {part} повреждён: он длиннее, чем {expected} {expected|байт|байта|байт}. Попробуйте загрузить его ещё раз.",
    "error.counts-differ":
      "Файл {part} не~подходит к~другому: картинок {images}, а~меток {labels}. Попробуйте загрузить его ещё раз.",
    "error.label-out-of-range":
      "Файл {part} повреждён: метка номер {index} равна {value}, а~это не~цифра. Попробуйте загрузить его ещё раз.",
    "error.image-size":
      "Файл {part} не~тот: картинки в~нём {rows}~×~{columns}, а~нужны 28~×~28. Попробуйте загрузить его ещё раз.",
    "error.no-examples": "Файл {part} пуст. Попробуйте загрузить его ещё раз.",
    "error.model-shape":
      "Готовая сеть не~подходит: у~неё {inputs} {inputs|вход|входа|входов} и~{outputs} {outputs|выход|выхода|выходов}. Рисовать и~учить новую сеть можно и~без неё.",
    "error.model-magic": "Файл готовой сети~— не~файл «Спуска». Рисовать и~учить новую сеть можно и~без неё.",
    "error.model-version":
      "Файл готовой сети новее страницы: версия {found}, а~нужна {expected}. Загрузите страницу заново.",
    "error.model-stages":
      "Файл готовой сети новее страницы: она училась на~картинках, обработанных неизвестным странице способом. Загрузите страницу заново.",
    "error.model-length":
      "Файл готовой сети повреждён: в~нём {found} {found|байт|байта|байт} вместо {expected}. Попробуйте загрузить его ещё раз.",
    "error.model-checksum":
      "Файл готовой сети повреждён: контрольная сумма не~сходится. Попробуйте загрузить его ещё раз.",
    "error.model-not-finite":
      "Файл готовой сети повреждён: среди весов есть не~числа. Попробуйте загрузить его ещё раз.",
  },
  en: {
    "digits.answer.unsure.class": "Not like any of the classes",
    "digits.next":
      "Tens of thousands of numbers were learned by one rule, [a|a]~←~[a|a]~−~α~·~∂ε/∂a. The lecture begins with a curve through a few points.",
    "digits.next.link": "Chapter~1: the unknown function",
    "digits.formulas": "The network’s formulas and the learning rule",
    "digits.mean":
      "Label [label vector|l]: 1 at the right digit, 0 elsewhere; aim: [activation vector|z]~≈~[label vector|l]; ∂ε/∂a: the mean over a mini-batch.",

    "digits.section.close": "Close",

    "digits.train.title": "Training from scratch",
    "digits.epoch": "Epoch",
    "digits.epoch.label": "Epoch: every image once",
    "digits.speed.full": "Full",
    "digits.speed.fast": "Fast",
    "digits.speed.medium": "Medium",
    "digits.speed.slow": "Slow",

    "digits.error": "Error [error|ε] over steps",
    "digits.error.label": "Error ε over steps t",
    "digits.error.empty": "The error curve will appear here",
    "digits.accuracy": "Correct answers on the test",
    "digits.accuracy.label": "Share of correct answers on the test images over epochs",
    "digits.accuracy.reading": "epoch {epoch}",
    "digits.accuracy.sample": "{images} of {total} images",

    "digits.number.epoch": "epoch",
    "digits.number.error": "error",
    "digits.number.accuracy": "correct on the test",
    "digits.time": "{seconds}~s",
    "digits.time.reached": "95%: after {after}~s, epoch~{epoch}",
    "digits.number.speed": "images a second",

    "digits.hidden": "hidden neurons",
    "digits.batch": "images in a mini-batch",
    "digits.seed": "random seed",
    "digits.seed.another": "Another",
    "digits.more": "Network, batch, seed",
    "digits.more.now": "H~=~{hidden}, batch~{batch}, seed~{seed}",
    "digits.fingerprint":
      "Fingerprint of the weights at t~=~{t}: {print}. A run with the same numbers comes to it again, bit for bit.",
    "digits.more.note":
      "The learning rate can be changed during training. Another H, mini-batch or seed is a new network: training starts from scratch.",
    "digits.export": "Save the network to a file",

    "digits.data.name": "Loading the MNIST data",
    "digits.data.loading": "{loaded} of {total}~MB",
    "digits.data.retry": "Load again",
    "digits.part.train-images": "with the training images",
    "digits.part.train-labels": "with the labels of the training images",
    "digits.part.test-images": "with the test images",
    "digits.part.test-labels": "with the labels of the test images",
    "digits.restart": "Start again",
    "digits.status.starting": "Starting the computation.",

    "digits.status.fresh": "The weights are random: the network knows nothing yet.",
    "digits.status.fresh-loading": "You can start: the rest is still loading.",
    "digits.status.playing": "Learning from {total} {total|image|images}.",
    "digits.status.playing-part": "Learning from what has arrived.",
    "digits.status.waiting": "Waiting for the next images.",
    "digits.status.going": "On the way to step {t}.",
    "digits.status.silent":
      "The network is silent: σ′(q)~≈~0, and steps change nothing. Reset it and take a smaller~α.",
    "digits.answer.silent": "Silent: σ′\u2060(q)~≈~0",
    "digits.status.paused": "Paused. A step is one mini-batch.",
    "digits.status.epoch": "Epoch done: the network has seen every image once more.",
    "digits.status.reset": "A new network: the weights are random again.",
    "digits.status.stopped": "Training was interrupted by a failure.",

    "digits.notice.title": "What to notice",
    "digits.notice.first":
      "Nearly everything is learned early in the first epoch. Then the curve of [error|ε] flattens and the answers improve little by little.",
    "digits.notice.first.do": "Train from scratch",
    "digits.notice.large":
      "Too large a step. With α~=~100 the first leap takes the argument of σ to where σ′ is nearly~0: the network falls silent and learns no more.",
    "digits.notice.large.do": "Set α = 100",
    "digits.notice.small":
      "Too small a step. With α~=~0.01 the error falls, but in a whole epoch only as much as in a few dozen steps with α~=~3.",
    "digits.notice.small.do": "Set α = 0.01",
    "digits.notice.batch":
      "A mini-batch of one image: each step listens to that image alone, and the band around the curve of [error|ε] becomes wide. Compare with a batch of 100.",
    "digits.notice.batch.do": "Learn from one image at a time",
    "digits.notice.narrow":
      "A bottleneck. Three hidden neurons are three numbers for each image; ten digits hardly fit into them. See which digits the network confuses.",
    "digits.notice.narrow.do": "Set H = 3",
    "digits.notice.seed":
      "Randomness is reproducible. The same seed gives exactly the same curve; another one takes another way to the same level.",
    "digits.notice.seed.do": "Take another seed",

    "digits.about.title": "Where the pre-trained network comes from",
    "digits.about.part":
      "This page carries {train} of MNIST’s {all} training images and {test} of its {tests} test images. A network that learned from these alone makes more mistakes than one that learned from all.",
    "digits.about":
      "It is built like yours and learned by the same rule, but has {hidden} hidden neurons, and its images were distorted anew in each epoch: turned, made thicker, bent, ones with an upstroke, sevens with a bar. After {epochs} {epochs|epoch|epochs} it reads {test} of the MNIST test images correctly. Besides images it saw {drawings} {drawings|digit|digits} drawn with a pen by {writers} {writers|person|people}, each time as if by another hand. It was shown scribbles and letters too, with all [label|l]~=~0: hence its “?”.",

    "error.worker-crashed":
      "Training was interrupted by a failure. The settings and the drawing are still here; what was learned is lost.",

    "error.network":
      "The file {part} did not load: the connection broke. Check it and try again; what has been learned is not lost.",
    "error.http-status":
      "The file {part} did not load: the server answered {status}. Try again; what has been learned is not lost.",
    "error.gzip": "The file {part} is damaged: it cannot be unpacked. Try to load it again.",
    "error.idx-magic":
      "The file {part} is damaged: it does not begin as an IDX file does. Try to load it again.",
    "error.idx-type":
      "The file {part} is damaged: it holds values of type {found}, not bytes. Try to load it again.",
    "error.idx-dimensions":
      "The file {part} is not the right one: it has {found} {found|dimension|dimensions}, {expected} are needed. Try to load it again.",
    "error.idx-shape":
      "The file {part} is damaged: by its header its images are {rows}~×~{columns}. Try to load it again.",
    "error.too-many-examples":
      "The file {part} is damaged: by its header it has {found} {found|example|examples}, {most} are the most that can be read. Try to load it again.",
    "error.idx-truncated":
      "The file {part} is cut short: {found} of {expected} {expected|byte|bytes} have come. Try to load it again.",
    "error.idx-trailing":
      "The file {part} is damaged: it is longer than {expected} {expected|byte|bytes}. Try to load it again.",
    "error.counts-differ":
      "The file {part} does not fit the other: {images} images but {labels} labels. Try to load it again.",
    "error.label-out-of-range":
      "The file {part} is damaged: label number {index} is {value}, which is not a digit. Try to load it again.",
    "error.image-size":
      "The file {part} is not the right one: its images are {rows}~×~{columns}, 28~×~28 are needed. Try to load it again.",
    "error.no-examples": "The file {part} is empty. Try to load it again.",
    "error.model-shape":
      "The pre-trained network does not fit: it has {inputs} {inputs|input|inputs} and {outputs} {outputs|output|outputs}. You can draw and train a new network without it.",
    "error.model-magic":
      "The file of the pre-trained network is not a file of Descent. You can draw and train a new network without it.",
    "error.model-version":
      "The file of the pre-trained network is newer than the page: version {found}, {expected} is needed. Load the page again.",
    "error.model-stages":
      "The file of the pre-trained network is newer than the page: it learned from images prepared in a way that the page does not know. Load the page again.",
    "error.model-length":
      "The file of the pre-trained network is damaged: it has {found} {found|byte|bytes} instead of {expected}. Try to load it again.",
    "error.model-checksum":
      "The file of the pre-trained network is damaged: its checksum does not match. Try to load it again.",
    "error.model-not-finite":
      "The file of the pre-trained network is damaged: some weights are not numbers. Try to load it again.",
  },
};
