// @ts-check
// Events with listeners.

/** @template {Record<string, any>} Events what each event brings */
export class Emitter {
  /** @type {Map<keyof Events, Set<(report: any) => void>>} */
  #listeners = new Map();

  /**
   * @template {keyof Events} K
   * @param {K} event
   * @param {(report: Events[K]) => void} listener
   * @returns {() => void} stops listening
   */
  on(event, listener) {
    const set = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, set);
    set.add(listener);
    return () => set.delete(listener);
  }

  /**
   * @protected
   * @template {keyof Events} K
   * @param {K} event
   * @param {Events[K]} report
   */
  emit(event, report) {
    for (const listener of this.#listeners.get(event) ?? []) listener(report);
  }
}
