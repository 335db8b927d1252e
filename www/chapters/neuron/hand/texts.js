// @ts-check
// The texts of looking for four numbers by hand, once that has been opened.

/** @type {Record<"ru" | "en", Record<string, string>>} */
export const hand = {
  ru: {
    "neuron.hand.label": "Ошибка ε по~попыткам, ваша и~правила",
    "neuron.hand.plot": "[error|ε] по~попыткам",
    "neuron.hand.slider.V": "вес первого слоя",
    "neuron.hand.slider.v": "сдвиг первого слоя",
    "neuron.hand.slider.U": "вес второго слоя",
    "neuron.hand.slider.u": "сдвиг второго слоя",
    "neuron.hand.begin": "Двигайте ползунки; отпустили~— попытка, и~видна только [error|ε].",
    "neuron.hand.count": "Попыток: {count} из~{most}",
    "neuron.hand.best": "лучшая [error|ε]~=~{error}",
    "neuron.hand.lower": "[error|ε]~=~{error}: ниже, чем попыткой раньше.",
    "neuron.hand.higher": "[error|ε]~=~{error}: выше, чем попыткой раньше.",
    "neuron.hand.spoken": "Попытка {count}: ε = {error}",
    "neuron.hand.return": "К~лучшей попытке",
    "neuron.hand.rule": "А~теперь правило",
    "neuron.hand.again": "Другие пары",
    "neuron.hand.close": "Закрыть",
    "neuron.hand.you": "вы",
    "neuron.hand.by-rule": "правило",
    "neuron.hand.result":
      "Вы: [error|ε]~=~{yours}, попыток {attempts}. Правило с~α~=~{rate} за~столько~же шагов: [error|ε]~=~{rules}, за~{most}: [error|ε]~=~{last}.",
    "neuron.hand.level": "Вашу [error|ε] оно прошло на~шаге {step}.",
    "neuron.hand.why":
      "Попытка говорит одно число, [error|ε]. Проход назад говорит четыре: куда и~насколько сдвинуть [a|V], [a|v], [a|U] и~[a|u] сразу.",
    "neuron.hand.ahead": "Вы ниже. С~23~860~числами так уже не~выйдет, а~правило останется тем~же.",
    "neuron.hand.numbers": "Числа, к~которым пришли",
  },
  en: {
    "neuron.hand.label": "The error ε over attempts, yours and the rule’s",
    "neuron.hand.plot": "[error|ε] over attempts",
    "neuron.hand.slider.V": "weight of the first layer",
    "neuron.hand.slider.v": "bias of the first layer",
    "neuron.hand.slider.U": "weight of the second layer",
    "neuron.hand.slider.u": "bias of the second layer",
    "neuron.hand.begin":
      "Move the sliders; each time you let go is an attempt, and all you see is [error|ε].",
    "neuron.hand.count": "Attempts: {count} of {most}",
    "neuron.hand.best": "best [error|ε]~=~{error}",
    "neuron.hand.lower": "[error|ε]~=~{error}: lower than one attempt ago.",
    "neuron.hand.higher": "[error|ε]~=~{error}: higher than one attempt ago.",
    "neuron.hand.spoken": "Attempt {count}: ε = {error}",
    "neuron.hand.return": "Back to the best attempt",
    "neuron.hand.rule": "Now the rule",
    "neuron.hand.again": "Other pairs",
    "neuron.hand.close": "Close",
    "neuron.hand.you": "you",
    "neuron.hand.by-rule": "the rule",
    "neuron.hand.result":
      "You: [error|ε]~=~{yours}, attempts {attempts}. The rule with α~=~{rate} in as many steps: [error|ε]~=~{rules}, in {most}: [error|ε]~=~{last}.",
    "neuron.hand.level": "It passed your [error|ε] at step {step}.",
    "neuron.hand.why":
      "An attempt tells one number, [error|ε]. The pass back tells four: which way and how far to move [a|V], [a|v], [a|U] and [a|u] at once.",
    "neuron.hand.ahead": "You are lower. With 23,860 numbers that will not do, and the rule stays the same.",
    "neuron.hand.numbers": "The numbers that were come to",
  },
};
