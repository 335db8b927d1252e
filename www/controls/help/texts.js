// @ts-check
// The list of keys, in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const help = {
  ru: {
    "help.title": "Клавиши и~жесты",
    "help.close": "Закрыть",
    "help.space": "Пробел",
    "help.toggle": "пуск и~пауза",
    "help.step": "один шаг",
    "help.back": "на~шаг назад",
    "help.reset": "сброс: начать заново",
    "help.projector": "для~проектора: крупно",
    "help.help": "этот список",
    "help.note": "Пока вы печатаете число или двигаете ползунок, клавиши действуют на~него.",
    "help.letters": "Буквы и~знаки (R, P, ?)~— тоже команды",

    "help.hand": "Мышью или пальцем",
    "help.hand.plot": "Любой график",
    "help.hand.plot.do": "коснитесь или наведите: числа в~этом месте; нажатие оставляет их на~виду",
    "help.hand.scrub": "Ползунок шагов",
    "help.hand.scrub.do": "любой сделанный шаг; число рядом можно набрать",
    "help.hand.curve": "Глава~1, свои точки",
    "help.hand.curve.do": "нажмите на~пустое место: новая точка; тяните точку, чтобы сдвинуть",
    "help.hand.descent": "Глава~2",
    "help.hand.descent.do": "нажмите на~кривую или карту либо ведите по~ней: другое начало",
    "help.hand.neuron": "Глава~3",
    "help.hand.neuron.do": "наведите на~число или строку: загорится то, из~чего оно получено",
    "help.hand.digits": "Глава~4",
    "help.hand.digits.do":
      "рисуйте; картинку можно перетащить или вставить; клетка, строка [a matrix|V] и~любое число открываются нажатием",
  },
  en: {
    "help.title": "Keys and gestures",
    "help.close": "Close",
    "help.space": "Space",
    "help.toggle": "play and pause",
    "help.step": "one step",
    "help.back": "one step back",
    "help.reset": "reset: start again",
    "help.projector": "for a~projector: large",
    "help.help": "this list",
    "help.note": "While you type a number or move a slider, the keys act on it.",
    "help.letters": "Letters and signs (R, P, ?) are commands, too",

    "help.hand": "With mouse or finger",
    "help.hand.plot": "Any plot",
    "help.hand.plot.do": "touch it or point at it: the numbers there; a press keeps them in view",
    "help.hand.scrub": "Slider of steps",
    "help.hand.scrub.do": "any step that was made; the number beside it can be typed",
    "help.hand.curve": "Chapter~1, points of your own",
    "help.hand.curve.do": "press an empty place for a new point; drag a point to move it",
    "help.hand.descent": "Chapter~2",
    "help.hand.descent.do": "press the curve or the map, or drag along it: another start",
    "help.hand.neuron": "Chapter~3",
    "help.hand.neuron.do": "point at a number or a line: what it comes from lights up",
    "help.hand.digits": "Chapter~4",
    "help.hand.digits.do":
      "draw; drop or paste a picture; a cell, a row of [a matrix|V] and any number open at a press",
  },
};
