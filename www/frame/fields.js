// @ts-check
// The kinds of settings that an address has: what each may be, and the nearest that it may be to what a link says.

/**
 * @typedef {{ kind: "number", min: number, max: number, initial: number }} NumberField
 * @typedef {{ kind: "integer", min: number, max: number, initial: number }} IntegerField
 * @typedef {{ kind: "choice", values: readonly (string | number)[], initial: string | number }} ChoiceField
 * @typedef {{ kind: "text", maxLength: number, initial: string, reads?: (text: string) => boolean }} TextField `reads`: whether
 *   a link's text says something; without it any does
 * @typedef {{ kind: "flag", initial: boolean }} FlagField
 * @typedef {NumberField | IntegerField | ChoiceField | TextField | FlagField} Field
 * @typedef {Readonly<Record<string, Field>>} Schema
 * @typedef {string | number | boolean} Value
 * @typedef {Record<string, Value>} Values
 */

/**
 * The nearest value that a field may have to what a text says: a number out of range becomes the bound, all else that
 * the field cannot be its initial value.
 * @param {Field} field
 * @param {string} text
 * @returns {Value}
 */
export function nearest(field, text) {
  switch (field.kind) {
    case "number":
    case "integer": {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      if (Number.isNaN(value)) return field.initial;
      const whole = field.kind === "integer" ? Math.round(value) : value;
      // Plus 0: a minus before a zero is no other value.
      return Math.min(field.max, Math.max(field.min, whole)) + 0;
    }
    case "choice":
      return field.values.find((value) => String(value) === text) ?? field.initial;
    case "text":
      return accepts(field, text) && (text === "" || (field.reads?.(text) ?? true)) ? text : field.initial;
    case "flag":
      return text === "1" || (text !== "0" && field.initial);
  }
}

/**
 * Whether a text says a value as it is, so that nothing has to be mended: "1e2" does, for 100.
 * @param {Field} field
 * @param {string} text
 * @param {Value} value the nearest
 */
export function says(field, text, value) {
  if (field.kind === "flag") return text === "1" || text === "0";
  return typeof value === "number" ? text.trim() !== "" && Number(text) === value : text === value;
}

/**
 * Whether a value may stand in a field.
 * @param {Field} field
 * @param {unknown} value
 * @returns {boolean}
 */
export function accepts(field, value) {
  switch (field.kind) {
    case "number":
      return typeof value === "number" && value >= field.min && value <= field.max;
    case "integer":
      return Number.isSafeInteger(value) && Number(value) >= field.min && Number(value) <= field.max;
    case "choice":
      return field.values.some((allowed) => allowed === value);
    case "text":
      return typeof value === "string" && value.length <= field.maxLength;
    case "flag":
      return typeof value === "boolean";
  }
}

/**
 * The initial value of every field.
 * @param {Schema} schema
 * @returns {Values}
 */
export function initialValues(schema) {
  return Object.fromEntries(Object.entries(schema).map(([name, field]) => [name, field.initial]));
}
