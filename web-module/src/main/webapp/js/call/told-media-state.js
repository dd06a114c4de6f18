/** What the other side was told of this side's microphone and picture: once for each change, and once more when it may have been missed. */
import {setMediaState} from '../wire/protocol.js';

export class ToldMediaState {
  #connection; #callId;
  #told = '';

  /** @param {{connection: import('../wire/connection.js').Connection, callId: string}} options */
  constructor({connection, callId}) {
    this.#connection = connection;
    this.#callId = callId;
  }

  /** @param {import('./call-store.js').MediaState} state */
  async tell(state) {
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    const answer = await this.#connection.request(setMediaState(this.#callId, state));
    if (!answer.ok && this.#told === text) this.mayBeMissed();
  }

  /** The other side's page is a new one, or our socket is. */
  mayBeMissed() { this.#told = ''; }
}
