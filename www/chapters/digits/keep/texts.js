// @ts-check
// What is kept, and data of one's own, in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const keep = {
  ru: {
    "digits.keep.network": "Сеть в~файле",
    "digits.keep.network.text":
      "В~файле все веса обучаемой сети. Открытая сеть начинает с~шага~0 и~учится дальше.",
    "digits.keep.open": "Открыть сеть",
    "digits.keep.opened": "Открыта сеть из~файла {name}.",

    "digits.keep.browser": "До~следующего раза",
    "digits.keep.browser.text":
      "Сеть, её кривая и~рисунки остаются в~этом браузере и~после перезагрузки страницы; никуда не~отправляются.",
    "digits.keep.nothing": "Пока хранить нечего: сеть ещё не~училась.",
    "digits.keep.run": "Хранится сеть 784-{hidden}-10, шаг~{t}.",
    "digits.keep.run.share": "Хранится сеть 784-{hidden}-10, шаг~{t}, верно {share}.",
    "digits.keep.found": "С~прошлого раза хранится сеть 784-{hidden}-10, шаг~{t}. Новая займёт её место.",
    "digits.keep.off": "Ничего не~хранится: после перезагрузки всё начнётся сначала.",
    "digits.keep.own": "Сеть, которая учится на~своих данных, не~хранится. Её можно сохранить в~файл.",
    "digits.keep.forbidden":
      "Браузер не~даёт странице ничего хранить: после перезагрузки всё начнётся сначала. Остальное работает как обычно.",
    "digits.keep.forget": "Забыть",
    "digits.keep.again": "Хранить",
    "digits.keep.restore": "Вернуть сеть",
    "digits.keep.restored": "Сеть с~прошлого раза: шаг~{t}. Она хранится в~этом браузере.",
    "digits.keep.recovered":
      "Обучение прервалось из-за~сбоя и~начато заново с~последней копии: шаг~{t}. Что было после~неё, потеряно.",
    "digits.keep.offer": "В~этом браузере есть сеть с~прошлого раза: шаг~{t}.",

    "digits.own.title": "Свои данные",
    "digits.own.text":
      "Вместо цифр MNIST~— другие картинки в~том~же формате IDX: Fashion‑MNIST, буквы EMNIST. До~десяти классов, до~64~×~64 пикселей, можно в~gzip. Выберите сразу все файлы; если тестовых нет, для теста отложится каждая шестая картинка.",
    "digits.own.choose": "Выбрать файлы",
    "digits.own.train-images": "Обучение, картинки",
    "digits.own.train-labels": "Обучение, метки",
    "digits.own.test-images": "Тест, картинки",
    "digits.own.test-labels": "Тест, метки",
    "digits.own.one": "Файл",
    "digits.own.one.train-images": "Выбрать файл с~обучающими картинками",
    "digits.own.one.train-labels": "Выбрать файл с~метками обучающих картинок",
    "digits.own.one.test-images": "Выбрать файл с~тестовыми картинками",
    "digits.own.one.test-labels": "Выбрать файл с~метками тестовых картинок",
    "digits.own.none": "нужен",
    "digits.own.none.test": "не~обязателен",
    "digits.own.file": "{count}~· {name}",
    "digits.own.names": "Названия классов, через запятую",
    "digits.own.names.example": "футболка, брюки, свитер",
    "digits.own.turned": "Картинки лежат на~боку, как в~EMNIST: повернуть",
    "digits.own.use": "Учить на~них",
    "digits.own.strange": "Не~файл IDX: {name}. Остальные взяты.",
    "digits.own.busy": "Файлы читаются.",
    "digits.own.taken":
      "Взято: {classes} {classes|класс|класса|классов}, {train} {train|картинка|картинки|картинок} для обучения и~{test} для теста, каждая {rows}~×~{columns}. Сеть новая, шаг~0.",
    "digits.own.left-out":
      "{count} {count|картинка|картинки|картинок} с~другими метками {count|пропущена|пропущены|пропущено}: выходов у~сети десять.",
    "digits.own.faint":
      "Самый тёмный пиксель в~файлах~— {greatest}, а~не~255: картинки усилены так, чтобы он стал 255.",
    "digits.own.inverted":
      "Похоже, это негативы: края картинок полны чернил. Сети легче учиться, когда бумага равна~0.",
    "digits.own.look": "Посмотреть картинки",
    "digits.own.leave": "Вернуть MNIST",

    "error.file-unreadable": "Файл не~читается. Попробуйте ещё раз или возьмите другой.",
    "error.no-training":
      "Обучение ещё не~началось: картинки для него загружаются. Попробуйте через несколько секунд.",
    "error.saved-magic": "То, что хранилось,~— не~сеть «Спуска».",
    "error.saved-version":
      "Хранившаяся сеть сделана другой версией страницы: {found}, а~эта читает {expected}.",
    "error.saved-damaged": "Хранившаяся сеть повреждена.",
    "error.saved-data": "Хранившаяся сеть училась на~других картинках: их было {total}, а~здесь {found}.",
    "error.keep-model-magic": "Это не~файл сети «Спуска». Прежняя сеть осталась на~месте.",
    "error.keep-model-version":
      "Файл сделан другой версией: {found}, а~страница читает {expected}. Прежняя сеть осталась на~месте.",
    "error.keep-model-length":
      "Файл обрывается или длиннее, чем нужно: {found} {found|байт|байта|байт} вместо {expected}. Прежняя сеть осталась на~месте.",
    "error.keep-model-checksum":
      "Файл повреждён: контрольная сумма не~сходится. Прежняя сеть осталась на~месте.",
    "error.keep-model-not-finite":
      "Файл повреждён: среди весов есть не~числа. Прежняя сеть осталась на~месте.",
    "error.keep-model-shape":
      "Эта сеть другой формы: {inputs} {inputs|вход|входа|входов} и~{outputs} {outputs|выход|выхода|выходов}, а~нужно {expected_inputs} и~{expected_outputs}. Прежняя осталась на~месте.",
    "error.keep-model-stages":
      "Эта сеть училась на~картинках, подготовленных иначе: здесь её не~продолжить. Прежняя осталась на~месте.",
    "error.keep-out-of-range":
      "Скрытых нейронов в~этой сети {found}, а~страница учит от~{least} до~{most}. Прежняя осталась на~месте.",
    "error.own-html":
      "Это веб-страница, а~не~данные: вместо файла скачалась страница о~нём. Скачайте сам файл.",
    "error.own-gzip": "Архив не~распаковывается: файл повреждён или скачан не~до~конца.",
    "error.own-label-out-of-range": "{part}: метка номер {index} равна {value}, а~нужна от~0 до~255.",
    "error.own-idx-magic": "{part}: файл начинается не~так, как IDX.",
    "error.own-idx-type": "{part}: в~файле не~байты, а~значения вида {found}.",
    "error.own-idx-dimensions": "{part}: измерений в~файле {found}, а~нужно {expected}.",
    "error.own-idx-shape": "{part}: по~заголовку файла картинки в~нём {rows}~×~{columns}.",
    "error.own-idx-truncated":
      "{part}: файл обрывается, в~нём {found} из~{expected} {expected|байта|байт|байт}.",
    "error.own-idx-trailing": "{part}: файл длиннее, чем {expected} {expected|байт|байта|байт}.",
    "error.own-counts-differ": "{part}: картинок {images}, а~меток {labels}. Файлы из~разных наборов.",
    "error.own-no-examples": "{part}: файл пуст.",
    "error.own-image-too-large": "Картинки {rows}~×~{columns}: больше, чем {most}~×~{most}.",
    "error.own-sizes-differ":
      "Картинки для обучения {rows}~×~{columns}, а~для теста {test_rows}~×~{test_columns}: нужны одинаковые.",
    "error.own-too-few-classes": "Классов {found}, а~нужно хотя~бы два: иначе учить нечему.",
    "error.own-too-many-examples": "Картинок {found}: больше {most} странице не~уместить.",
  },
  en: {
    "digits.keep.network": "The network in a file",
    "digits.keep.network.text":
      "The file holds all weights of the network in training. A network that is opened begins at step~0 and goes on learning.",
    "digits.keep.open": "Open a network",
    "digits.keep.opened": "Opened the network from the file {name}.",

    "digits.keep.browser": "For next time",
    "digits.keep.browser.text":
      "The network, its curve and the drawings stay in this browser when the page is reloaded. They are not sent anywhere.",
    "digits.keep.nothing": "Nothing to keep yet: the network has not begun to learn.",
    "digits.keep.run": "Kept: network 784-{hidden}-10, step~{t}.",
    "digits.keep.run.share": "Kept: network 784-{hidden}-10, step~{t}, {share} correct.",
    "digits.keep.found":
      "Kept from last time: network 784-{hidden}-10, step~{t}. A new one will take its place.",
    "digits.keep.off": "Nothing is kept: after a reload everything starts again.",
    "digits.keep.own": "A network that learns from your own data is not kept. You can save it to a file.",
    "digits.keep.forbidden":
      "The browser lets the page keep nothing: after a reload everything starts again. The rest works as usual.",
    "digits.keep.forget": "Forget",
    "digits.keep.again": "Keep",
    "digits.keep.restore": "Restore the network",
    "digits.keep.restored": "The network from last time: step~{t}. It is kept in this browser.",
    "digits.keep.recovered":
      "An error stopped the training; it goes on from its last copy, step~{t}. What came after that is lost.",
    "digits.keep.offer": "This browser has a network from last time: step~{t}.",

    "digits.own.title": "Your own data",
    "digits.own.text":
      "Other images in place of MNIST’s digits, in the same IDX format: Fashion‑MNIST, EMNIST letters. Up to ten classes, up to 64~×~64 pixels, gzipped or not. Choose all the files at once; if there are none for the test, every sixth image is held back for it.",
    "digits.own.choose": "Choose files",
    "digits.own.train-images": "Training, images",
    "digits.own.train-labels": "Training, labels",
    "digits.own.test-images": "Test, images",
    "digits.own.test-labels": "Test, labels",
    "digits.own.one": "File",
    "digits.own.one.train-images": "Choose the file of training images",
    "digits.own.one.train-labels": "Choose the file of training labels",
    "digits.own.one.test-images": "Choose the file of test images",
    "digits.own.one.test-labels": "Choose the file of test labels",
    "digits.own.none": "needed",
    "digits.own.none.test": "optional",
    "digits.own.file": "{count}~· {name}",
    "digits.own.names": "Names of the classes, separated by commas",
    "digits.own.names.example": "T-shirt, trousers, pullover",
    "digits.own.turned": "The images lie on their side, as in EMNIST: turn them",
    "digits.own.use": "Learn from these",
    "digits.own.strange": "Not an IDX file: {name}. The others are taken.",
    "digits.own.busy": "Reading the files.",
    "digits.own.taken":
      "Taken: {classes} {classes|class|classes}, {train} {train|image|images} to learn from and {test} to test on, each {rows}~×~{columns}. The network is new, at step~0.",
    "digits.own.left-out":
      "{count} {count|image|images} with other labels {count|was|were} left out: the network has ten outputs.",
    "digits.own.faint":
      "The darkest pixel in the files is {greatest} and not 255: all were made stronger so that it is 255.",
    "digits.own.inverted":
      "These look like negatives: their edges are full of ink. A network learns more easily when paper is~0.",
    "digits.own.look": "Look at the images",
    "digits.own.leave": "Back to MNIST",

    "error.file-unreadable": "The file cannot be read. Try again or take another.",
    "error.no-training":
      "The training has not begun: its images are still loading. Try again in a few seconds.",
    "error.saved-magic": "What was kept is not a network of Descent.",
    "error.saved-version":
      "The kept network is from another version of the page: {found}; this one reads {expected}.",
    "error.saved-damaged": "The kept network is damaged.",
    "error.saved-data": "The kept network learned from other images: there were {total}, here are {found}.",
    "error.keep-model-magic": "This is not a network file of Descent. The present network stays.",
    "error.keep-model-version":
      "The file is from another version: {found}; the page reads {expected}. The present network stays.",
    "error.keep-model-length":
      "The file is cut short or too long: {found} {found|byte|bytes} instead of {expected}. The present network stays.",
    "error.keep-model-checksum":
      "The file is damaged: its checksum does not match. The present network stays.",
    "error.keep-model-not-finite":
      "The file is damaged: some weights are not numbers. The present network stays.",
    "error.keep-model-shape":
      "This network has another shape: {inputs} {inputs|input|inputs} and {outputs} {outputs|output|outputs}; {expected_inputs} and {expected_outputs} are needed. The present one stays.",
    "error.keep-model-stages":
      "This network learned from images prepared in another way: it cannot be trained on here. The present one stays.",
    "error.keep-out-of-range":
      "This network has {found} hidden {found|neuron|neurons}; the page trains {least} to {most}. The present one stays.",
    "error.own-html":
      "This is a web page and no data: the page about the file was downloaded in its place. Download the file itself.",
    "error.own-gzip": "The archive cannot be unpacked: the file is damaged or was not downloaded in full.",
    "error.own-label-out-of-range": "{part}: label number {index} is {value}; from 0 to 255 is needed.",
    "error.own-idx-magic": "{part}: the file does not begin as an IDX file does.",
    "error.own-idx-type": "{part}: the file holds values of type {found}, not bytes.",
    "error.own-idx-dimensions":
      "{part}: the file has {found} {found|dimension|dimensions}; {expected} are needed.",
    "error.own-idx-shape": "{part}: by the file’s header its images are {rows}~×~{columns}.",
    "error.own-idx-truncated": "{part}: the file is cut short, {found} of {expected} {expected|byte|bytes}.",
    "error.own-idx-trailing": "{part}: the file is longer than {expected} {expected|byte|bytes}.",
    "error.own-counts-differ":
      "{part}: {images} {images|image|images}, but {labels} {labels|label|labels}. The files are from different sets.",
    "error.own-no-examples": "{part}: the file is empty.",
    "error.own-image-too-large": "The images are {rows}~×~{columns}: larger than {most}~×~{most}.",
    "error.own-sizes-differ":
      "The training images are {rows}~×~{columns}, the test images {test_rows}~×~{test_columns}: they must be alike.",
    "error.own-too-few-classes":
      "There {found|is|are} {found} {found|class|classes}; at least two are needed, or there is nothing to learn.",
    "error.own-too-many-examples": "There are {found} images: the page has room for {most}.",
  },
};
