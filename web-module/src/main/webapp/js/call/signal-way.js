/**
 * The way of signals between the two browsers, over the server. They are numbered within a round of media, kept until they
 * are answered, and said again after the socket broke, in their order; what comes twice, too late, or of another round, is left out.
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
  /** The socket broke, or the server is too busy: what comes waits for its turn behind what was not answered. */
  #held = false;
  #closed = false;
  #stopListening;

  /** @param {{connection: import('../wire/connection.js').Connection, callId: string}} options */
  constructor({connection, callId}) {
    this.#connection = connection;
    this.#callId = callId;
    this.#stopListening = connection.on('state', state => { this.#held ||= state !== 'READY'; });
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
    if (!this.#held) this.#say(entry);
  }

  /** What a broken socket may have swallowed: the server knows this page again. */
  repeat() {
    this.#held = false;
    this.#unanswered.forEach(entry => this.#say(entry));
  }

  close() {
    this.#closed = true;
    this.#stopListening();
  }

  #repeatLater() {
    if (this.#held) return;
    this.#held = true;
    setTimeout(() => this.repeat(), AGAIN_MS);
  }

  async #say(entry) {
    if (this.#closed) return;
    const answer = await this.#connection.request(sendSignal(this.#callId, this.#round, entry.seq, entry.signal));
    if (answer.code === TOO_MANY) this.#repeatLater();
    else if (answer.ok || answer.code > 0) this.#unanswered = this.#unanswered.filter(each => each !== entry);
  }
}
