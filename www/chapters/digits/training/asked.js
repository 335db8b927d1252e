// @ts-check
// Questions to the worker that wait for their answers.

/** @typedef {import("./types.js").AskCommand} AskCommand */

export class Asked {
  #last = 0;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (reason: Error) => void }>} */
  #waiting = new Map();
  #send;
  #isDead;

  /** @param {(command: AskCommand) => void} send @param {() => boolean} isDead */
  constructor(send, isDead) {
    this.#send = send;
    this.#isDead = isDead;
  }

  /** @param {Omit<AskCommand, "type" | "id">} question @returns {Promise<any>} rejected with a code where the core refuses */
  ask(question) {
    if (this.#isDead()) return Promise.reject(new Error("the training has crashed"));
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: "ask", id, ...question });
    });
  }

  /** @param {import("./types.js").AnswerReport} report */
  answer({ id, value, error }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) asked?.reject(Object.assign(new Error(error.code), error));
    else asked?.resolve(value);
  }

  /** Nobody answers any more. @param {string} message */
  giveUp(message) {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}
