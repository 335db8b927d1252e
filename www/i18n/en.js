// @ts-check
// The page in English. Marks are explained in index.js.

/** @type {Record<string, string>} */
export const en = {
  "page.name": "Descent",
  "page.skip": "Skip to the main part",
  "page.chapters": "Chapters",
  "page.language": "Language",
  "page.theme": "Colours",
  "page.theme.light": "Light",
  "page.theme.auto": "As the system",
  "page.theme.dark": "Dark",
  "page.reload": "Load the page again",
  "page.retry": "Try again",

  "footer.about":
    "Descent is the lecture “Approximation of unknown functions” made touchable. Everything is computed in your browser; drawings are sent nowhere.",
  "footer.data": "Data: MNIST by Y.~LeCun and C.~Cortes, licensed CC~BY-SA~3.0.",
  "footer.code": "Code: licensed MIT or Apache-2.0, at your choice.",

  "tool.tour": "A tour of the four chapters",
  "tool.share": "Share: link, pictures, numbers",

  "transport.name": "Training controls",
  "transport.reset": "Reset",
  "transport.reset.label": "Reset: begin anew (R)",
  "transport.back": "Back",
  "transport.back.label": "One step back (←)",
  "transport.play": "Play",
  "transport.pause": "Pause",
  "transport.step": "Step",
  "transport.step.label": "One step (→)",
  "transport.speed": "Speed",
  "transport.scrub": "through the steps",
  "transport.scrub.label": "Through the steps: to any that was made",

  "plot.scale": "Scale of the error",
  "plot.linear": "lin",
  "plot.log": "log",

  "help.open": "Keys (?)",
  "help.title": "Keys",
  "help.close": "Close",
  "help.space": "Space",
  "help.toggle": "play and pause",
  "help.step": "one step",
  "help.back": "one step back",
  "help.reset": "reset: begin anew",
  "help.help": "this list",
  "help.note": "While you type a number or move a slider, the keys belong to it.",

  "field.range": "A number from {min} to {max} is needed.",
  "field.integer-range": "A whole number from {min} to {max} is needed.",

  "curve.name": "Unknown function",
  "descent.name": "Gradient descent",
  "neuron.name": "Four numbers",
  "digits.name": "Recognising digits",
  "digits.title": "Training a network, full case: recognising images",
  "digits.sentence":
    "An image [x vector|x] is 784~numbers. The network learns to name its digit: step by step it changes the matrices [a matrix|V], [a matrix|U] and the vectors [a vector|v], [a vector|u] so that the error [error|ε] gets smaller.",
  "digits.formulas": "The network’s formulas and the rule of learning",
  "digits.mean": "The rule uses the mean of ∂ε/∂a over a mini-batch: over several images at once.",

  "digits.pad.title": "Drawing",
  "digits.pad.label":
    "Drawing pad. Draw with mouse, finger or pen; Backspace removes a line, Delete clears the pad.",
  "digits.pad.hint": "Draw here",
  "digits.pad.sample": "A sample. Draw your own over it",
  "digits.undo": "Undo",
  "digits.undo.label": "Undo a line",
  "digits.clear": "Clear",
  "digits.clear.label": "Clear the pad",
  "digits.seen": "What the network sees: 28~×~28",
  "digits.seen.upright": "Input: 28~×~28, slant removed",
  "digits.seen.slanted": "Input: 28~×~28, as drawn",
  "digits.slant": "The drawing's slant before the ready network",
  "digits.slant.out": "Slant taken out, as of the images that it was trained on",
  "digits.slant.kept": "As drawn",
  "digits.seen.label": "The drawing brought to 28 by 28 points",
  "digits.answer.ready": "Ready",
  "digits.answer.training": "In training",
  "digits.answer.empty": "The pad is empty",
  "digits.answer.waiting": "The network is loading",
  "digits.answer.none": "Not loaded",
  "digits.answer.unsure": "Not like a digit",
  "digits.answer.either": "Not sure: {first} or {second}",
  "digits.answer.unsure.spoken": "The ready network sees no digit here.",
  "digits.answer.either.spoken": "The ready network is not sure: {first} or {second}.",
  "digits.answer.spoken": "The ready network sees {digit}.",
  "digits.answer.spoken.empty": "The pad is empty.",
  "digits.bars.label": "Outputs z₀…z₉ of the ready network and of the network in training, from 0 to 1",
  "digits.bars.note": "These are not probabilities: each output goes from 0 to 1 by itself.",

  "digits.ask.inside": "Why?",
  "digits.ask.inside.digit": "Why {digit}?",
  "digits.ask.way": "What does it see?",
  "digits.ask.teach": "Teach it",
  "digits.ask.course": "Which α is best?",
  "digits.ask.keep": "Files and your own data",
  "digits.section.close": "Close",

  "digits.train.title": "Training from scratch",
  "digits.epoch": "Epoch",
  "digits.epoch.label": "To the epoch’s end: every image once",
  "digits.speed.full": "Full",
  "digits.speed.fast": "Fast",
  "digits.speed.medium": "Medium",
  "digits.speed.slow": "Slow",

  "digits.error": "Error [error|ε] over steps",
  "digits.error.label": "Error ε over the steps t",
  "digits.error.empty": "The error curve will run here",
  "digits.accuracy": "Right answers on the test",
  "digits.accuracy.label": "Share of right answers on the test images over the epochs",
  "digits.accuracy.reading": "epoch {epoch}",

  "digits.number.epoch": "epoch",
  "digits.number.error": "error",
  "digits.number.accuracy": "right on the test",
  "digits.number.speed": "images a second",

  "digits.rate": "learning rate",
  "digits.hidden": "hidden units",
  "digits.batch": "images in a mini-batch",
  "digits.seed": "random seed",
  "digits.seed.another": "Another",
  "digits.more": "Network and chance",
  "digits.more.now": "H~=~{hidden}, batch~{batch}, seed~{seed}",
  "digits.more.note":
    "The learning rate may change while training. Another H, mini-batch or seed is a new network: training begins from scratch.",
  "digits.export": "Save the network to a file",

  "digits.data.name": "Loading the MNIST data",
  "digits.data.loading": "{loaded} of {total}~MB",
  "digits.data.retry": "Load again",
  "digits.part.train-images": "with the training images",
  "digits.part.train-labels": "with the labels of the training images",
  "digits.part.test-images": "with the test images",
  "digits.part.test-labels": "with the labels of the test images",
  "digits.restart": "Begin anew",
  "digits.status.starting": "The computation is starting.",

  "digits.status.fresh": "The weights are random: it knows nothing yet.",
  "digits.status.fresh-loading": "You can begin: the rest is coming.",
  "digits.status.playing": "Learning from {total} images.",
  "digits.status.playing-part": "Learning from what has arrived.",
  "digits.status.waiting": "Waiting for the next images.",
  "digits.status.going": "On the way to step {t}.",
  "digits.status.paused": "Paused. A step is one mini-batch.",
  "digits.status.epoch": "Epoch done: every image was seen once more.",
  "digits.status.reset": "A new network: the weights are random again.",
  "digits.status.stopped": "An error has stopped the training.",

  "digits.notice.title": "What to notice",
  "digits.notice.first":
    "Nearly everything is learned early in the first epoch. Then the curve of [error|ε] flattens and the answers improve little by little.",
  "digits.notice.first.do": "Train from scratch",
  "digits.notice.large":
    "Too large a step. With α~=~100 the first leap takes σ to where σ′ is almost~0: the network falls silent and learns no more.",
  "digits.notice.large.do": "Set α = 100",
  "digits.notice.small":
    "Too small a step. With α~=~0.01 the error falls, but a whole epoch covers no more ground than a few dozen steps with α~=~3.",
  "digits.notice.small.do": "Set α = 0.01",
  "digits.notice.batch":
    "A mini-batch of one image: each step listens to that image alone, and the band around the curve of [error|ε] gets wide. Compare with a batch of 100.",
  "digits.notice.batch.do": "Learn from one image at a time",
  "digits.notice.narrow":
    "A narrow neck. Three hidden units are three numbers for an image; ten digits hardly fit into them. See what is taken for what.",
  "digits.notice.narrow.do": "Leave H = 3",
  "digits.notice.seed":
    "Chance is honest here. The same seed gives exactly the same curve; another one takes another way to the same level.",
  "digits.notice.seed.do": "Take another seed",

  "digits.about.title": "Where the ready network comes from",
  "digits.about":
    "It is built like yours and learned by the same rule, but has {hidden} hidden units, and its images were distorted anew in each epoch: turned, made thicker, bent, a 1 with an upstroke, a 7 with a bar. After {epochs} {epochs|epoch|epochs} it reads {test} of the MNIST test images rightly, and {drawings} of {count} digits drawn with a pen. It was shown scribbles and letters too, with all [label|l]~=~0: hence its “?”.",

  "error.unknown":
    "Something broke: {what}. Your drawing and the training are still here; if the page does not answer, load it again.",
  "error.no-wasm":
    "The browser could not start the computation ({what}). Update the browser and load the page again.",
  "error.model-missing":
    "The ready network did not load ({what}). You can draw and train a new network without it.",
  "error.worker-crashed":
    "Training has stopped: {what}. The settings and the drawing are still here; what was learned is lost.",

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
    "The file {part} is not the right one: it has {found} dimensions, {expected} are needed. Try to load it again.",
  "error.idx-shape":
    "The file {part} is damaged: it says that its images are {rows}~×~{columns}. Try to load it again.",
  "error.idx-truncated":
    "The file {part} breaks off: {found} of {expected} bytes have come. Try to load it again.",
  "error.idx-trailing":
    "The file {part} is damaged: it is longer than {expected} bytes. Try to load it again.",
  "error.counts-differ":
    "The file {part} does not fit the other: {images} images but {labels} labels. Try to load it again.",
  "error.label-out-of-range":
    "The file {part} is damaged: label number {index} is {value}, which is no digit. Try to load it again.",
  "error.image-size":
    "The file {part} is not the right one: its images are {rows}~×~{columns}, 28~×~28 are needed. Try to load it again.",
  "error.no-examples": "The file {part} is empty. Try to load it again.",
  "error.learning-rate": "The learning rate α must be a number above zero. The former one stays.",
  "error.out-of-range": "There can be no such value: {found}. From {least} to {most} is needed.",
  "error.model-shape":
    "The ready network does not fit: it has {inputs} inputs and {outputs} outputs. You can draw and train a new network without it.",
  "error.model-magic":
    "The file of the ready network is no file of Descent. You can draw and train a new network without it.",
  "error.model-version":
    "The file of the ready network is newer than the page: version {found}, {expected} is needed. Load the page again.",
  "error.model-stages":
    "The file of the ready network is newer than the page: it learned from images prepared in a way that the page does not know. Load the page again.",
  "error.model-length":
    "The file of the ready network is damaged: it has {found} bytes instead of {expected}. Try to load it again.",
  "error.model-checksum":
    "The file of the ready network is damaged: its checksum does not fit. Try to load it again.",
  "error.model-not-finite":
    "The file of the ready network is damaged: some weights are not numbers. Try to load it again.",
};
