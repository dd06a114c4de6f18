// Why texts were not taken: too much at once, or a full conversation. Said beside the composer; the text stays in the transcript,
// where it can be sent again.
import { isFullOrFast } from '../wire/protocol.js';

/** @typedef {import('../wire/connection.js').Refusal} Refusal */

export class WritingRefusals {
  /** @type {Map<string, Refusal>} */
  #last = new Map();

  /** A text of this conversation was answered. @param {string} id @param {import('../wire/connection.js').Answer | Refusal} answer */
  answered(id, answer) {
    if (answer.ok) {
      this.#last.delete(id);
    } else if (isFullOrFast(answer)) {
      this.#last.set(id, answer);
    }
  }

  /** @param {string | undefined} id @returns {Refusal | undefined} */
  of(id) {
    return id === undefined ? undefined : this.#last.get(id);
  }
}
