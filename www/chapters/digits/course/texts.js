// @ts-check
// "Which α is best?" in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const course = {
  ru: {
    "digits.course.compare": "Разные α с~одного начала",
    "digits.course.compare.text":
      "Сеть, картинки и~их~порядок одни и~те~же, разная только~α. При~маленькой~α сеть учится медленно, при~большой проскакивает минимум.",
    "digits.course.length": "Сколько учить",
    "digits.course.length.epochs": "{epochs} {epochs|эпоху|эпохи|эпох}",
    "digits.course.start": "Сравнить α~= {a}; {b}; {c}",
    "digits.course.stop": "Остановить",
    "digits.course.keep": "Оставить для сравнения",
    "digits.course.keep.label": "Оставить для сравнения кривую этого прогона",
    "digits.course.making": "Учится с~α~= {rate}: {n} из~{of}.",
    "digits.course.runs": "Прогоны на~графиках",
    "digits.course.runs.now": "сейчас",
    "digits.course.runs.steps": "{steps} {steps|шаг|шага|шагов}",
    "digits.course.runs.right": "верно {share}",
    "digits.course.runs.again": "Пройти заново",
    "digits.course.runs.again.label": "Пройти заново этот прогон и~продолжить с~его конца",
    "digits.course.runs.remove": "Убрать с~графиков",

    "digits.course.find": "Найти α за~сто шагов",
    "digits.course.find.text":
      "Копия сети делает сто шагов, на~каждом α чуть больше: от~0,001 до~100. Пока~α мала, [error|ε] почти стоит; где [error|ε] быстро падает, α~хороша; где подскакивает, шаг уже слишком велик. Так подбирают~α и~большим сетям. Сама сеть не~меняется.",
    "digits.course.find.source": "Л.~Смит, 2015, «тест диапазона».",
    "digits.course.find.start": "Сделать сто шагов",
    "digits.course.find.again": "Сделать ещё раз",
    "digits.course.find.take": "Взять α~= {rate}",
    "digits.course.find.taken": "Теперь α~= {rate}.",
    "digits.course.find.hint": "Нажмите на~график, чтобы взять эту~α.",
    "digits.course.find.none": "Картинки ещё загружаются: попробуйте чуть позже.",
    "digits.course.find.plot": "Ошибка ε мини-пакета при~растущей α",
    "digits.course.find.label": "Ошибка ε за~сто шагов с~растущей α. Стрелки выбирают α, Enter берёт её.",
    "digits.course.find.empty": "Здесь будет ошибка при~растущей α",

    "digits.course.pulse": "Что происходит с~весами",
    "digits.course.pulse.text":
      "Отчего сеть замолкает при~α~=~100? Первые~же шаги уносят [activation|p] далеко от~нуля, туда, где σ′ почти~0: нейроны насыщены. Каждая производная содержит множитель~σ′, и~[derivative|∂ε/∂a] почти исчезает; веса не~меняются.",
    "digits.course.pulse.V": "Веса [a matrix|V]",
    "digits.course.pulse.V.label": "Сколько весов V какой величины",
    "digits.course.pulse.U": "Веса [a matrix|U]",
    "digits.course.pulse.U.label": "Сколько весов U какой величины",
    "digits.course.pulse.norm": "Длина [derivative|∂ε/∂a]",
    "digits.course.pulse.norm.label": "Длина градиента ∂ε/∂a по~шагам",
    "digits.course.pulse.saturated": "Насыщенные нейроны",
    "digits.course.pulse.saturated.label": "Доля скрытых нейронов с~σ′(p) меньше 0,01 по~шагам",
    "digits.course.pulse.note":
      "Насыщен нейрон, у~которого σ′(p)~<~0,01; доля~— по~всем скрытым нейронам и~картинкам мини-пакета. У~обученной сети насыщены многие, и~это не~беда; беда~— когда почти все и~с~первых шагов. Измеряется, пока вы~смотрите сюда.",
    "digits.course.pulse.empty": "Появится, когда сеть начнёт учиться",
    "digits.course.pulse.bin": "от~{from} до~{to}",
    "digits.course.pulse.count": "{count} {count|вес|веса|весов}",
  },
  en: {
    "digits.course.compare": "Several α from one start",
    "digits.course.compare.text":
      "The network, the images and their order are the same; only α differs. With a small α the network learns slowly, with a large one it leaps over the minimum.",
    "digits.course.length": "How long to train",
    "digits.course.length.epochs": "{epochs} {epochs|epoch|epochs}",
    "digits.course.start": "Compare α~= {a}, {b}, {c}",
    "digits.course.stop": "Stop",
    "digits.course.keep": "Keep for comparison",
    "digits.course.keep.label": "Keep for comparison the curve of this run",
    "digits.course.making": "Training with α~= {rate}: {n} of~{of}.",
    "digits.course.runs": "Runs in the plots",
    "digits.course.runs.now": "now",
    "digits.course.runs.steps": "{steps} {steps|step|steps}",
    "digits.course.runs.right": "{share} correct",
    "digits.course.runs.again": "Run again",
    "digits.course.runs.again.label": "Run again from the start and go on from the end",
    "digits.course.runs.remove": "Remove from the plots",

    "digits.course.find": "Find α in a hundred steps",
    "digits.course.find.text":
      "A copy of the network makes a hundred steps, each with a slightly larger α: from 0.001 to 100. While α is small, [error|ε] hardly moves; where [error|ε] falls fast, α is good; where it jumps up, the step is too large. Large networks get their α in this way too. The network itself does not change.",
    "digits.course.find.source": "L.~N.~Smith, 2015, the range test.",
    "digits.course.find.start": "Make a hundred steps",
    "digits.course.find.again": "Make them again",
    "digits.course.find.take": "Take α~= {rate}",
    "digits.course.find.taken": "α is {rate} now.",
    "digits.course.find.hint": "Press the plot to take the α there.",
    "digits.course.find.none": "The images are still loading: try a little later.",
    "digits.course.find.plot": "Error ε of a mini-batch as α rises",
    "digits.course.find.label":
      "Error ε over a hundred steps with rising α. Arrows choose an α, Enter takes it.",
    "digits.course.find.empty": "The error at rising α will appear here",

    "digits.course.pulse": "What happens to the weights",
    "digits.course.pulse.text":
      "Why does the network fall silent with α~=~100? The very first steps take [activation|p] far from zero, to where σ′ is nearly~0: the neurons are saturated. Every derivative has a factor~σ′, so [derivative|∂ε/∂a] nearly vanishes, and the weights do not change.",
    "digits.course.pulse.V": "Weights [a matrix|V]",
    "digits.course.pulse.V.label": "How many weights V are of which size",
    "digits.course.pulse.U": "Weights [a matrix|U]",
    "digits.course.pulse.U.label": "How many weights U are of which size",
    "digits.course.pulse.norm": "Length of [derivative|∂ε/∂a]",
    "digits.course.pulse.norm.label": "Length of the gradient ∂ε/∂a over steps",
    "digits.course.pulse.saturated": "Saturated neurons",
    "digits.course.pulse.saturated.label": "Share of hidden neurons with σ′(p) below 0.01 over steps",
    "digits.course.pulse.note":
      "A neuron is saturated where σ′(p)~<~0.01; the share is over all hidden neurons and all images of the mini-batch. In a trained network many are, which does no harm; it does when nearly all are, from the first steps on. It is measured while you look here.",
    "digits.course.pulse.empty": "It will appear when the network begins to learn",
    "digits.course.pulse.bin": "from {from} to {to}",
    "digits.course.pulse.count": "{count} {count|weight|weights}",
  },
};
