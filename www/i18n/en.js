// @ts-check
// The page in English. Marks are explained in index.js.

/** @type {Record<string, string>} */
export const en = {
  "page.name": "Descent",
  "page.skip": "Skip to the content",
  "page.chapters": "Chapters",
  "page.language": "Language",
  "page.theme.light": "Colours: light",
  "page.theme.auto": "Colours: as the system",
  "page.theme.dark": "Colours: dark",
  "page.reload": "Load the page again",
  "page.retry": "Try again",

  "footer.about":
    "Descent is the lecture “Approximation of unknown functions” that you can touch. Everything is computed in your browser; your drawings are not sent anywhere.",
  "footer.data": "Data: MNIST by Y.~LeCun and C.~Cortes, licensed CC~BY-SA~3.0.",
  "footer.code": "Code: licensed MIT or Apache-2.0, at your option.",

  "tool.tour": "A tour of the four chapters",
  "tool.projector": "For a~projector (P)",
  "tool.share": "Share: link, pictures, numbers",

  "transport.name": "Training controls",
  "transport.reset": "Reset",
  "transport.reset.label": "Reset: start again (R)",
  "transport.back": "Back",
  "transport.back.label": "One step back (←)",
  "transport.play": "Play",
  "transport.pause": "Pause",
  "transport.step": "Step",
  "transport.step.label": "One step (→)",
  "transport.speed": "Speed",
  "transport.scrub": "through the steps",
  "transport.scrub.label": "Through the steps: to any step made so far",

  "rule.living": "The rule, with the numbers of the next step",
  "rule.chain": "A derivative as the product of its factors",
  "rule.choice": "The number that the line is about",

  "plot.scale": "Scale of the error",
  "plot.linear": "lin",
  "plot.log": "log",

  "help.open": "Keys (?)",

  "field.none": "This is no number. Enter one from {min} to {max}; a fraction such as 1/2 will do.",
  "field.unclear": "This could be {thousands} or {decimals}. Write one of the two.",
  "field.range": "Enter a number from {min} to {max}.",
  "field.integer-range": "Enter a whole number from {min} to {max}.",

  "curve.name": "Unknown function",
  "descent.name": "Gradient descent",
  "neuron.name": "Four numbers",
  "digits.name": "Recognising digits",
  "digits.title": "Training a network, full case: recognising images",
  "digits.sentence":
    "The same lines as with four numbers, but the input is an image [x vector|x], 784~numbers. The network learns to recognise the digit by changing the matrices [a matrix|V], [a matrix|U] and the vectors [a vector|v], [a vector|u] so that the error [error|ε] gets smaller.",
  "digits.pad.title": "Drawing",
  "digits.pad.label":
    "Drawing pad. Draw with a mouse, finger or pen. Arrows move a pen, Space puts it down, 0 to 9 draw a sample, Backspace removes a line, Delete clears.",
  "digits.pad.hint": "Draw here",
  "digits.pad.sample": "A sample. Draw your own over it",
  "digits.undo": "Undo",
  "digits.undo.label": "Undo a line",
  "digits.clear": "Clear",
  "digits.clear.label": "Clear the pad",
  "digits.seen": "What the network sees: 28~×~28",
  "digits.seen.upright": "Input: 28~×~28, slant removed",
  "digits.seen.slanted": "Input: 28~×~28, as drawn",
  "digits.slant": "Slant at the input of the pre-trained network",
  "digits.slant.out": "Slant removed, as in the images that it learned from",
  "digits.slant.kept": "As drawn",
  "digits.seen.label": "The drawing reduced to 28 by 28 pixels",
  "digits.answer.ready": "Pre-trained",
  "digits.answer.training": "In training",
  "digits.answer.empty": "The pad is empty",
  "digits.answer.waiting": "The network is loading",
  "digits.answer.none": "Not loaded",
  "digits.answer.unsure": "Not like a digit",
  "digits.answer.either": "Not sure: {first} or {second}",
  "digits.answer.unsure.spoken": "The pre-trained network sees no digit here.",
  "digits.answer.either.spoken": "The pre-trained network is not sure: {first} or {second}.",
  "digits.answer.spoken": "The pre-trained network sees {digit}.",
  "digits.answer.spoken.empty": "The pad is empty.",
  "digits.bars.label": "Outputs z₀…z₉ of the pre-trained network and of the network in training, from 0 to 1",
  "digits.bars.note": "These are not probabilities: each output by itself goes from 0 to 1.",

  "digits.ask.inside": "Why?",
  "digits.ask.inside.digit": "Why {digit}?",
  "digits.ask.way": "What does it see?",
  "digits.ask.teach": "Teach the network",
  "digits.ask.course": "Which α is best?",
  "digits.ask.keep": "Files and your own data",
  "digits.rate": "learning rate",
  "error.unknown":
    "Something broke. Your drawing and the training are still here; if the page does not answer, load it again.",
  "error.no-wasm": "The browser could not start the computation. Update the browser and load the page again.",
  "error.model-missing":
    "The pre-trained network did not load. You can draw and train a new network without it.",
  "error.learning-rate": "The learning rate α must be a number above zero. The previous one is kept.",
  "error.out-of-range": "{found} is not possible: the value must be from {least} to {most}.",
};
