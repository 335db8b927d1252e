// @ts-check
// The list of keys, in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const help = {
  ru: {
    "help.title": "Клавиши",
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
  },
  en: {
    "help.title": "Keys",
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
  },
};
