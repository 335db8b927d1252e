// @ts-check
// What the page relies on of the compiled core: types only, which no browser loads. The core itself is src/wasm.

/**
 * @typedef {"train-images" | "train-labels" | "test-images" | "test-labels"} DataPart
 *
 * @typedef {Object} TrainingStatus
 * @property {number} t mini-batches made
 * @property {number} last the furthest that were made
 * @property {number} epoch
 * @property {number} position examples of this epoch already used
 * @property {number} total training examples when all have arrived
 * @property {number} arrived training examples so far
 * @property {number} test_total
 * @property {number} test_arrived
 * @property {number} hidden
 * @property {number} batch
 * @property {number} rate α
 * @property {number} seed
 * @property {number | null} error mean ε of the last mini-batches before t
 * @property {number | null} accuracy last recorded at or before t, 0 to 1
 * @property {number} steps_per_epoch
 * @property {boolean} waiting the next mini-batch's data have not arrived
 *
 * @typedef {Object} Training
 * @property {(part: DataPart, bytes: Uint8Array) => void} push
 * @property {(part: DataPart) => void} finish
 * @property {(part: DataPart) => void} restart
 * @property {(hidden: number, rate: number, batch: number, seed: number) => void} reset
 * @property {(rate: number) => void} set_rate
 * @property {number} t steps made, where the run stands
 * @property {number} last the furthest step that was made
 * @property {() => boolean} step
 * @property {() => boolean} back
 * @property {(t: number) => number} go gives where it stands then
 * @property {() => Float64Array<ArrayBuffer>} marks steps at which α was changed
 * @property {() => boolean} is_repeatable
 * @property {(milliseconds: number, stop: number) => number} train_for
 * @property {() => number | undefined} evaluate
 * @property {() => number | undefined} examine the same, not remembered on the curve
 * @property {number | undefined} evaluated the t of the evaluation that `confusion` shows
 * @property {() => TrainingStatus} status
 * @property {() => Float64Array<ArrayBuffer>} curve
 * @property {() => Float64Array<ArrayBuffer>} accuracies
 * @property {() => Uint32Array<ArrayBuffer>} confusion
 * @property {(image: Uint8Array) => Float32Array<ArrayBuffer>} classify
 * @property {() => Float32Array<ArrayBuffer>} rows
 * @property {() => Uint8Array<ArrayBuffer>} model
 *
 * @typedef {Object} Judgement what ten outputs say
 * @property {number | null} digit that they name
 * @property {"either" | "nothing" | null} doubt why they name none
 * @property {number} first the greatest output
 * @property {number} second
 *
 * @typedef {{ shares: number[], worst: number }} ConfusionSummary right answers of each digit, 0 to 1, and the digit with
 *   the fewest
 *
 * @typedef {Object} Classifier
 * @property {(image: Uint8Array) => Float32Array} classify z_0 … z_9
 * @property {number} hidden
 * @property {boolean} straightens whether it was trained on images with the slant taken out
 * @property {() => void} free
 *
 * @typedef {Object} ErrorFunction ε(a) or ε(a, b), read from text
 * @property {(low: number, high: number, count: number) => Float64Array<ArrayBuffer>} sample NaN where ε has no value
 * @property {(a: number) => Float64Array<ArrayBuffer>} at ε and ε′
 * @property {(lowA: number, highA: number, lowB: number, highB: number, columns: number, rows: number) =>
 *   Float64Array<ArrayBuffer>} field row by row, upwards
 * @property {() => Float64Array<ArrayBuffer>} window the ends of a window that shows what ε does
 * @property {() => unknown[]} tree what was read
 * @property {() => void} free
 *
 * @typedef {Object} Minimum
 * @property {number} a
 * @property {number} error
 * @property {"round" | "flat" | "kink"} shape
 * @property {number | null} curvature ε″
 * @property {number | null} bound 2/ε″
 *
 * @typedef {Object} DescentStatus
 * @property {number} t
 * @property {number} last the furthest step that was made
 * @property {string} status
 * @property {boolean} done going on changes nothing that could be seen
 * @property {boolean} can_step
 * @property {number | null} steps until it converged
 * @property {number | null} reached the a that it converged to
 * @property {Minimum | null} goal the minimum that the run is judged by
 * @property {-1 | 0 | 1} side where the step leads that cannot be shown
 * @property {number | null} bound two numbers: 2/λ here
 *
 * @typedef {Object} DescentCheck ε′ beside a difference; NaN where ε has no value
 * @property {number} h
 * @property {number} right ε(a + h)
 * @property {number} left ε(a − h)
 * @property {number} difference
 * @property {number} derivative
 * @property {number} digits in which both agree
 * @property {boolean} measurable whether the difference is more than rounding
 *
 * @typedef {Object} Descent a run over one number
 * @property {number} t steps made
 * @property {number} last the furthest step that was made
 * @property {() => boolean} step
 * @property {() => boolean} back
 * @property {(t: number) => number} go
 * @property {(alpha: number) => void} set_alpha
 * @property {() => Float64Array<ArrayBuffer>} trail a, ε, ε′, −α·ε′ of each step up to t
 * @property {() => DescentStatus} status
 * @property {() => Float64Array<ArrayBuffer>} minima a, ε of each
 * @property {() => DescentCheck} check
 * @property {() => void} free
 *
 * @typedef {Object} PlaneDescent a run over two numbers
 * @property {number} t steps made
 * @property {number} last the furthest step that was made
 * @property {() => boolean} step
 * @property {() => boolean} back
 * @property {(t: number) => number} go
 * @property {(alpha: number) => void} set_alpha
 * @property {() => Float64Array<ArrayBuffer>} trail a, b, ε, ∂ε/∂a, ∂ε/∂b, −α·∂ε/∂a, −α·∂ε/∂b of each step up to t
 * @property {() => DescentStatus} status
 * @property {() => void} free
 *
 * @typedef {[number, number, number, number]} Four for V, v, U, u
 *
 * @typedef {import("../lecture/graph.js").Pass} ScalarPass
 *
 * @typedef {Object} ScalarState
 * @property {number} t
 * @property {number} last the last step that is kept
 * @property {number} rate α
 * @property {"learned" | "still" | "cut" | "jumping" | "saturated" | "descending"} outlook
 * @property {number} error mean ε over the pairs
 * @property {number} next_error the same after the next step
 * @property {Four} network
 * @property {Four} gradient mean over the pairs
 * @property {Four} next the network after the next step
 * @property {Four} start
 * @property {{ x: number, l: number, z: number, error: number }[]} answers one a pair
 * @property {ScalarPass} pass
 *
 * @typedef {Object} ScalarCheck
 * @property {import("../chapters/neuron/schema.js").Letter} name
 * @property {number} derivative
 * @property {number} slope
 * @property {number} digits in which both agree, at most 16
 * @property {boolean} measurable whether the slope is more than rounding
 *
 * @typedef {Object} ScalarRun
 * @property {(V: number, v: number, U: number, u: number) => void} restart
 * @property {(pairs: Float64Array) => void} set_pairs
 * @property {(rate: number) => void} set_rate
 * @property {() => boolean} step
 * @property {() => boolean} back
 * @property {(t: number) => void} go
 * @property {(shown: number) => ScalarState} state
 * @property {(t: number) => number | undefined} error_at
 * @property {(most: number) => Float64Array<ArrayBuffer>} curve
 * @property {(a: string, b: string, most: number) => Float64Array<ArrayBuffer>} path
 * @property {() => Float64Array<ArrayBuffer>} extents
 * @property {(name: string, low: number, high: number, count: number) => Float64Array<ArrayBuffer>} slice
 * @property {(a: string, b: string, range: Float64Array, columns: number, rows: number) => Float64Array<ArrayBuffer>} map
 * @property {() => ScalarCheck[]} check
 * @property {() => boolean} is_repeatable
 * @property {() => void} free
 *
 * @typedef {{ id: string, network: Four, pairs: number[], rate: number }} ScalarPreset
 *
 * @typedef {{ measurements: number[], header: [string, string] | null, beyond: number,
 *   bad: { line: number, reason: "columns" | "not-a-number" | "ambiguous" | "too-large", found: string }[] }} MeasurementFile
 *   `measurements`: x₀, l₀, x₁, l₁, …; `beyond`: good rows for which there was no room
 *
 * @typedef {Object} FittingStatus
 * @property {number | null} error mean ε of the network as it is now; null without measurements to learn from
 * @property {number | null} test_error the same of those held back
 * @property {number | null} deviation root of the mean square of the miss, in the units of l
 * @property {number | null} test_deviation
 *
 * @typedef {Object} Fitting a 1-H-1 network with its measurements
 * @property {number} t
 * @property {number} last the furthest step that was made
 * @property {number} first where the way back ends
 * @property {(t: number) => number} go
 * @property {() => boolean} is_repeatable whether `restart` and t steps with the settings as they are lead here
 * @property {() => Float64Array<ArrayBuffer>} marks the steps at which α or the measurements were changed
 * @property {(xs: Float64Array) => Float64Array<ArrayBuffer>} sums q at each x
 * @property {() => Float64Array<ArrayBuffer>} scaling middle and half of x; least of l, unit of l, margin:
 *   l = least + unit · (z − margin)
 * @property {(points: Float64Array) => void} edit other measurements for the network as it is
 * @property {(hidden: number, seed: number) => void} restart a new network
 * @property {(rate: number) => void} set_rate
 * @property {(steps: number, milliseconds: number) => number} train gives the steps made
 * @property {() => boolean} back
 * @property {() => FittingStatus} status
 * @property {() => Float64Array<ArrayBuffer>} measurements x₀, l₀, x₁, l₁, …, noise included
 * @property {() => Uint8Array<ArrayBuffer>} held_out 1 for each that is held back
 * @property {() => Float64Array<ArrayBuffer>} frame ranges that are scaled: x from, to, l from, to
 * @property {(xs: Float64Array) => Float64Array<ArrayBuffer>} answers
 * @property {(xs: Float64Array) => Float64Array<ArrayBuffer>} contributions all of unit 1, then all of unit 2, …
 * @property {() => Float64Array<ArrayBuffer>} parameters V, v, U of each unit, then u
 * @property {() => Float64Array<ArrayBuffer>} errors bins as of `Training.curve`
 * @property {() => Float64Array<ArrayBuffer>} test_errors
 * @property {() => void} free
 *
 * @typedef {Object} Api
 * @property {() => [string, string, number, number, number, number][]} error_functions id, formula, window, start, α
 * @property {() => [string, string, number, number, number, number, number, number, number][]} plane_functions id, formula,
 *   middle, half extent, start, α
 * @property {new (text: string, plane: boolean) => ErrorFunction} ErrorFunction
 * @property {new (error: ErrorFunction, low: number, high: number, start: number, alpha: number) => Descent} Descent
 * @property {new (error: ErrorFunction, windows: Float64Array, a: number, b: number, alpha: number) => PlaneDescent}
 *   PlaneDescent
 * @property {(id: string) => Float64Array<ArrayBuffer>} measurement_table
 * @property {(text: string) => MeasurementFile} parse_measurements
 * @property {new (points: Float64Array, frame: Float64Array, noise: number, share: number, atRightEnd: boolean,
 *   hidden: number, rate: number, seed: number) => Fitting} Fitting
 * @property {(points: Float64Array, lengths: Uint32Array, straighten: boolean) => Uint8Array<ArrayBuffer>} rasterise
 * @property {(z: Float32Array) => Judgement} judge
 * @property {(counts: Uint32Array) => ConfusionSummary} confusion_summary
 * @property {new (model: Uint8Array) => Classifier} Classifier
 * @property {new (hidden: number, rate: number, batch: number, seed: number) => Training} Training
 * @property {new (V: number, v: number, U: number, u: number, rate: number, pairs: Float64Array) => ScalarRun} ScalarRun
 * @property {() => ScalarPreset[]} scalar_presets
 * @property {(low: number, high: number, count: number) => Float64Array<ArrayBuffer>} sigmoid_curve σ and σ′ by turns
 *
 * @typedef {Object} CoreError every error that the core throws
 * @property {string} code stable, kebab-case
 * @property {Record<string, string | number>} details for the translation
 */

export {};
