// @ts-check
// What the page and the training worker say to each other: types only, which no browser loads.

/** @typedef {import("../../../pkg/descent.js").DataPart} DataPart */
/** @typedef {import("../../../pkg/descent.js").TrainingStatus} TrainingStatus */
/** @typedef {import("../../../pkg/descent.js").Training} Training */

/**
 * What the page may ask the core for.
 * @typedef {"batch"
 *   | "browse"
 *   | "changes"
 *   | "check"
 *   | "classify"
 *   | "find_rate"
 *   | "lessons"
 *   | "mistakes"
 *   | "model"
 *   | "nearest"
 *   | "output"
 *   | "pulse"
 *   | "pulses"
 *   | "save"
 *   | "row_step"
 *   | "shares"
 *   | "trace"
 *   | "unit"
 *   | "weights_of_output"} Question
 */
/** The same, where the training is another one afterwards. @typedef {"open_model"
 *   | "restore"
 *   | "set_data"
 *   | "teach"} Change */

/**
 * @typedef {Object} Settings
 * @property {number} hidden units in the hidden layer, H
 * @property {number} rate α
 * @property {number} batch examples in a mini-batch
 * @property {number} seed of the weights and of the order
 *
 * @typedef {Object} DataSource one of the four files
 * @property {DataPart} part
 * @property {string} [url] absolute
 * @property {Uint8Array<ArrayBuffer>} [bytes] in place of the address, for a page that carries its data
 * @property {number} compressed expected bytes of the gzip file, for the progress
 * @property {number} size expected bytes of the IDX file
 */

/**
 * @typedef {Object} Want parts of a snapshot that cost more than a frame may
 * @property {boolean} rows of V
 * @property {boolean} confusion
 *
 * @typedef {Object} InitCommand always the first message
 * @property {"init"} type
 * @property {WebAssembly.Module | Uint8Array<ArrayBuffer>} wasm
 * @property {string} glueUrl no-modules glue; not loaded where `wasm_bindgen` is defined already
 * @property {readonly string[]} scriptUrls the worker's other scripts, in their order; not loaded where they stand before
 *   the worker already
 * @property {readonly DataSource[]} data
 * @property {readonly (readonly DataPart[])[]} order groups of parts: those of a group arrive together
 * @property {Settings} settings
 * @property {number} run
 *
 * @typedef {{ type: "reset", turn: number, run: number, settings: Settings }} ResetCommand
 * @typedef {{ type: "play", turn: number }} PlayCommand
 * @typedef {{ type: "epoch", turn: number }} EpochCommand trains to the end of the current epoch, then pauses
 * @typedef {{ type: "pause", turn: number }} PauseCommand
 * @typedef {{ type: "step", turn: number, count: number }} StepCommand pauses, then so many mini-batches
 * @typedef {{ type: "back", turn: number, count: number }} BackCommand pauses, then so many mini-batches back
 * @typedef {{ type: "go", turn: number, t: number }} GoCommand pauses, then to a step that was made; of several that wait
 *   only the newest is obeyed
 * @typedef {readonly (readonly [step: number, rate: number])[]} Changes from which step on which α, ascending
 * @typedef {{ type: "reach", turn: number, t: number, changes: Changes }} ReachCommand trains to step t as fast as it goes,
 *   whatever the pace, waits for data that are on their way, then pauses; α is the last of the changes in the end, wherever
 *   that is
 * @typedef {{ type: "rate", rate: number }} RateCommand
 * @typedef {{ type: "pace", batches: number | null }} PaceCommand mini-batches a frame, may be below 1; null: no limit
 * @typedef {{ type: "drawing", image: Uint8Array<ArrayBuffer> | null }} DrawingCommand 28 × 28 bytes to classify along
 * @typedef {{ type: "want" } & Want} WantCommand
 * @typedef {{ type: "retry", part: DataPart }} RetryCommand
 * @typedef {{ type: "ask", id: number, method: Question | Change, args: readonly unknown[], turn?: number }} AskCommand
 *   a method of the core; one that changes the training has a turn, and pauses
 * @typedef {{ type: "frame" }} FrameCommand an animation frame of the page has begun: it can show a snapshot
 *
 * @typedef {ResetCommand | PlayCommand | EpochCommand | PauseCommand | StepCommand | BackCommand | GoCommand |
 *   ReachCommand | RateCommand | PaceCommand | DrawingCommand | WantCommand | RetryCommand | AskCommand |
 *   FrameCommand} Command
 */

/**
 * @typedef {Object} Snapshot
 * @property {"snapshot"} type
 * @property {number} run of the reset it belongs to
 * @property {number} turn of the last command with a turn that it has obeyed
 * @property {boolean} playing
 * @property {TrainingStatus} status
 * @property {boolean} repeatable a new run with the present settings has the same network at t
 * @property {boolean} silent outputs where σ′(q) ≈ 0 err by much: steps change nothing any more
 * @property {boolean} measured the accuracy and the confusion are of this moment, or there are none
 * @property {number | null} examplesPerSecond over the last second spent in training; null before the first mini-batch
 * @property {number | null} seconds spent in training since the run began; null: it did not begin here
 * @property {Float64Array<ArrayBuffer>} curve to the last step, wherever t is; quadruples: step at the end of a bin;
 *   least, mean and greatest ε
 * @property {Float64Array<ArrayBuffer>} accuracies to the last step; pairs: step, accuracy
 * @property {Float64Array<ArrayBuffer>} early the same within the first epoch, on a thousand of the test images
 * @property {Float64Array<ArrayBuffer>} marks steps at which α was changed
 * @property {Float64Array<ArrayBuffer>} changes to the last step; pairs: the step from which on, α. The first from 0 on;
 *   empty before the first step, and where changes of α do not tell how the network was come to
 * @property {Float32Array<ArrayBuffer> | null} z answer for the drawing; null: no drawing, or no network before the first data
 * @property {Float32Array<ArrayBuffer> | null} rows hidden × 784; null: not wanted, or as in the last snapshot that had them
 * @property {Uint32Array<ArrayBuffer> | null} confusion 100 numbers, row = label; null: not wanted, none yet, or t = 0
 *
 * @typedef {{ type: "ready" }} ReadyReport
 * @typedef {{ type: "progress", part: DataPart, loaded: number, total: number, done: boolean }} ProgressReport bytes as
 *   they travel
 * @typedef {{ type: "data-error", part: DataPart, code: string, details: Record<string, string | number> }} DataErrorReport
 *   codes of the worker: "network", "http-status" (details.status), "gzip"; otherwise those of the core
 * @typedef {{ type: "refused", command: string, code: string, details: Record<string, string | number> }} RefusedReport
 *   a command whose values the core does not accept
 * @typedef {{ type: "answer", id: number, value?: unknown, error?: { code: string, details: Record<string, string | number> } }} AnswerReport
 * @typedef {{ type: "crash", message: string }} CrashReport
 *
 * @typedef {ReadyReport | Snapshot | ProgressReport | DataErrorReport | RefusedReport | AnswerReport | CrashReport} Report
 */

/**
 * What course.js gives to runner.js.
 * @typedef {Object} Course
 * @property {boolean} isUnderWay
 * @property {(until: number | "epoch", changes?: Changes) => void} begin a step, the end of the present epoch, or Infinity;
 *   on a way with its changes of α, of which there may be none, the pace does not hold
 * @property {() => void} end
 * @property {() => void} forget ends, and forgets how fast it went
 * @property {(batches: number | null) => void} setPace
 * @property {() => void} addFrame the page has begun another frame
 * @property {(batches: number, examples: number, milliseconds: number) => void} addMade so many mini-batches, of so many
 *   examples each, in so long
 * @property {(status: Pick<TrainingStatus, "t" | "epoch_end">) => number} limit the step to train to now,
 *   with α as it is to be from the present one on
 * @property {(t: number) => boolean} isReached
 * @property {() => number | null} perSecond examples
 * @property {() => void} forgetTime the run is one that began elsewhere
 * @property {() => number | null} seconds spent in training since the run began
 *
 * @typedef {(training: Pick<Training, "set_rate">) => Course} CreateCourse
 */

/**
 * What snapshots.js gives to runner.js.
 * @typedef {Object} Snapshots
 * @property {(image: Uint8Array<ArrayBuffer> | null) => void} setDrawing
 * @property {(want: Want) => void} setWant
 * @property {() => void} addFrame the page can show one
 * @property {() => void} addNews there is something to tell
 * @property {boolean} isDue
 * @property {(state: Pick<Snapshot, "run" | "turn" | "playing" | "examplesPerSecond" | "seconds">, complete: boolean) => void} send
 *   `complete`: with everything that is wanted, however lately it was sent
 *
 * @typedef {(
 *   training: import("../../../pkg/descent.js").Training,
 *   report: (report: Report, transfer?: Transferable[]) => void,
 * ) => Snapshots} CreateSnapshots
 */

/**
 * What rest.js gives to runner.js.
 * @typedef {Object} Rest
 * @property {() => void} end the reader goes on
 * @property {(milliseconds: number, remember?: boolean) => void} begin asks all test images after so long, unless the reader
 *   goes on before; remembers it on the curve: not where a step or the scrub has only called
 *
 * @typedef {(training: Training, runner: { guard: Surroundings["guard"], tell: () => void }) => Rest} CreateRest
 */

/**
 * What questions.js gives to runner.js.
 * @typedef {Object} Questions
 * @property {(method: string) => boolean} isChange
 * @property {(command: AskCommand) => void} answer
 *
 * @typedef {(training: Training, report: (report: Report, transfer?: Transferable[]) => void) => Questions} CreateQuestions
 */

/**
 * What runner.js gives to worker.js.
 * @typedef {Object} Runner
 * @property {(command: Command) => void} obey
 * @property {() => void} arrived more data have come: a training that waited for them goes on
 * @property {() => void} changed what the page sees of a training that stands has changed
 *
 * @typedef {Object} Surroundings
 * @property {number} run the first
 * @property {(report: Report, transfer?: Transferable[]) => void} report
 * @property {(action: () => void) => void} guard runs what must not fail
 *
 * @typedef {(training: Training, surroundings: Surroundings) => Runner} CreateRunner
 */

/**
 * What downloads.js gives to worker.js. It tells the runner what has arrived, and when a file has ended, well or not.
 * @typedef {(
 *   training: Pick<Training, "push" | "finish" | "restart" | "is_own">,
 *   sources: readonly DataSource[],
 *   runner: Pick<Runner, "arrived" | "changed">,
 *   report: (report: Report) => void,
 * ) => { load: (part: DataPart) => Promise<void>, loadAll: (order: InitCommand["order"]) => Promise<void> }} CreateDownloads
 *
 * @typedef {{ createDownloads: CreateDownloads, createCourse: CreateCourse,
 *   createSnapshots: CreateSnapshots, createQuestions: CreateQuestions, createRest: CreateRest, createRunner: CreateRunner }} Scripts what the scripts make global
 */

export {};
