/**
 * The way of signals between the two browsers, over the server. They are numbered within a round of media, kept until they
 * are answered, and said again after the socket broke; what comes twice, or of another round, is left out.
 *
 * @typedef {import('../wire/protocol.js').Signal} Signal
 * @typedef {{seq: number, signal: Signal}} Entry
 */
import {sendSignal} from '../wire/protocol.js';

/** What the server was too busy to take is said again after this. */
export const AGAIN_MS = 2_000;
export const TOO_MANY = 429;

export class SignalWay {
  #connection; #callId;
  #round = 0;
  #sent = 0;
  #seen = 0;
  /** @type {Entry[]} */
  #unanswered = [];
  #closed = false;

  /** @param {{connection: import('../wire/connection.js').Connection, callId: string}} options */
  constructor({connection, callId}) {
    this.#connection = connection;
    this.#callId = callId;
  }

  get round() { return this.#round; }

  /** Both browsers connect anew. @param {number} round */
  begin(round) {
    this.#round = round;
    this.#sent = 0;
    this.#seen = 0;
    this.#unanswered = [];
  }

  /** @param {import('../wire/protocol.js').SignalBody} body @returns {boolean} whether it is news */
  isNews({round, seq}) {
    if (round !== this.#round || seq <= this.#seen || this.#closed) return false;
    this.#seen = seq;
    return true;
  }

  /** @param {Signal} signal */
  send(signal) {
    const entry = {seq: ++this.#sent, signal};
    this.#unanswered.push(entry);
    this.#say(entry);
  }

  /** What a broken socket may have swallowed. */
  repeat() { this.#unanswered.forEach(entry => this.#say(entry)); }

  close() { this.#closed = true; }

  async #say(entry) {
    if (this.#closed || !this.#unanswered.includes(entry)) return;
    const answer = await this.#connection.request(sendSignal(this.#callId, this.#round, entry.seq, entry.signal));
    if (answer.code === TOO_MANY) setTimeout(() => this.#say(entry), AGAIN_MS);
    else if (answer.ok || answer.code > 0) this.#unanswered = this.#unanswered.filter(each => each !== entry);
  }
}
