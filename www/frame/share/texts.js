// @ts-check
// The dialog "Share" in both languages. Marks are explained in i18n/index.js.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const share = {
  ru: {
    "share.close": "Закрыть",
    "share.title": "Поделиться",
    "share.copied": "Скопировано.",
    "share.copy-by-hand": "Браузер не~разрешил копировать: нажмите Ctrl+C, текст уже выделен.",
    "share.link": "Ссылка",
    "share.link.field": "Ссылка на~главу, как она сейчас настроена",
    "share.link.copy": "Скопировать ссылку",
    "share.link.projector": "Открывать крупно, для~проектора",
    "share.link.file":
      "Страница открыта из~файла, и~её адрес верен только здесь. Передать можно то, что~после #: откройте у~себя такой~же файл и~допишите это к~его адресу.",
    "share.link.computer": "Этот адрес открывается только на~вашем компьютере.",
    "share.code.open": "Показать классу",
    "share.code.large": "QR-код ссылки",
    "share.embed": "Вставить в~страницу курса",
    "share.embed.note":
      "Рисунок главы и~управление, без~остального. Вставьте эти строки в~HTML своей страницы.",
    "share.embed.field": "Строки HTML",
    "share.embed.copy": "Скопировать строки",
    "error.code-too-long":
      "Для~QR-кода ссылка слишком длинная: {found}~{found|байт|байта|байт}, а~помещается {most}. Скопируйте её.",
  },
  en: {
    "share.close": "Close",
    "share.title": "Share",
    "share.copied": "Copied.",
    "share.copy-by-hand": "The browser did not let the page copy: press Ctrl+C, the text is selected.",
    "share.link": "Link",
    "share.link.field": "Link to the chapter as it is set now",
    "share.link.copy": "Copy link",
    "share.link.projector": "Open it large, for a~projector",
    "share.link.file":
      "The page is open from a file, and its address is true only here. What can be passed on is the part after #: open the same file on your computer and add it to its address.",
    "share.link.computer": "This address opens on your computer only.",
    "share.code.open": "Show to the class",
    "share.code.large": "QR code of the link",
    "share.embed": "Put into a course page",
    "share.embed.note":
      "The chapter’s picture and its controls, without the rest. Paste these lines into the HTML of your page.",
    "share.embed.field": "Lines of HTML",
    "share.embed.copy": "Copy lines",
    "error.code-too-long":
      "The link is too long for a QR code: {found}~{found|byte|bytes}, and {most} fit. Copy it instead.",
  },
};
