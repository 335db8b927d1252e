// @ts-check
// The texts of being the descent.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const play = {
  ru: {
    "descent.play.title": "Спуск вручную",
    "descent.play.text":
      "Кривая скрыта. Потяните точку по~оси и~отпустите: там, где вы были, видны [error|ε] и~наклон [derivative|ε′]~— ровно то, что видит правило. Найдите место пониже.",
    "descent.play.label": "Неизвестная кривая: видны только места, где вы были",
    "descent.play.spoken": "Попытка {count}: a = {a}, ε = {error}, ε′ = {slope}",
    "descent.play.count": "Попыток: {count} из~{most}",
    "descent.play.best": "пока ниже всего [error|ε]~=~{error}",
    "descent.play.here": "[error|ε]~=~{error}, [derivative|ε′]~=~{slope}.",
    "descent.play.slope.right": "Здесь кривая растёт вправо: ниже~— левее.",
    "descent.play.slope.left": "Здесь кривая растёт влево: ниже~— правее.",
    "descent.play.slope.flat": "Здесь наклон почти~0.",
    "descent.play.a": "место на~оси",
    "descent.play.try": "Посмотреть здесь",
    "descent.play.rule": "А~теперь правило",
    "descent.play.again": "Другая кривая",
    "descent.play.close": "К~своему спуску",
    "descent.play.you": "вы",
    "descent.play.by-rule": "правило",
    "descent.play.result":
      "Вы: [error|ε]~=~{yours}, попыток {attempts}. Правило с~α~=~{rate}: [error|ε]~=~{rules}, шагов {steps}.",
    "descent.play.winner.you": "Вы ниже: вам можно прыгать, а~правило идёт только под уклон, шагами своей~α.",
    "descent.play.winner.rule": "Правило ниже, хотя видит не~больше вашего: только наклон там, где стоит.",
    "descent.play.winner.both": "Одинаково низко: вы шли как правило.",
  },
  en: {
    "descent.play.title": "Be the descent",
    "descent.play.text":
      "The curve is hidden. Drag the point along the axis and let go: where you have been you see [error|ε] and the slope [derivative|ε′], just what the rule sees. Find a lower place.",
    "descent.play.label": "An unknown curve: only the places where you have been are seen",
    "descent.play.spoken": "Attempt {count}: a = {a}, ε = {error}, ε′ = {slope}",
    "descent.play.count": "Attempts: {count} of {most}",
    "descent.play.best": "lowest so far [error|ε]~=~{error}",
    "descent.play.here": "[error|ε]~=~{error}, [derivative|ε′]~=~{slope}.",
    "descent.play.slope.right": "Here the curve rises to the right: lower is to the left.",
    "descent.play.slope.left": "Here the curve rises to the left: lower is to the right.",
    "descent.play.slope.flat": "Here the slope is nearly~0.",
    "descent.play.a": "place on the axis",
    "descent.play.try": "Look here",
    "descent.play.rule": "Now the rule",
    "descent.play.again": "Another curve",
    "descent.play.close": "Back to your descent",
    "descent.play.you": "you",
    "descent.play.by-rule": "the rule",
    "descent.play.result":
      "You: [error|ε]~=~{yours}, attempts {attempts}. The rule with α~=~{rate}: [error|ε]~=~{rules}, steps {steps}.",
    "descent.play.winner.you":
      "You are lower: you may jump, and the rule only goes downhill, in steps of its~α.",
    "descent.play.winner.rule":
      "The rule is lower, though it sees no more than you: only the slope where it stands.",
    "descent.play.winner.both": "Equally low: you went as the rule does.",
  },
};
