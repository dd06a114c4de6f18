/**
 * What a consumer's page prepares while calls ring: each of its tabs reads the offer that the agent's page will begin with, so that
 * the one which accepts answers at once.
 */
import {isRinging} from './call-store.js';
import {PreparedConnection} from './prepared-connection.js';

export class PreparedAnswers {
  /** @type {Map<string, PreparedConnection>} */
  #byCall = new Map();

  /** A call rings, with an offer or not yet or no more; or it does not ring any more. @param {import('./call-store.js').Call} call */
  follow(call) {
    const offer = isRinging(call) ? call.offer : undefined;
    if (this.#byCall.get(call.callId)?.offer.sdp === offer?.sdp) return;
    this.take(call.callId)?.close();
    if (offer) this.#prepare(call.callId, offer);
  }

  /** Hands it over to the call that is accepted. @param {string} callId @returns {PreparedConnection|undefined} */
  take(callId) {
    const prepared = this.#byCall.get(callId);
    this.#byCall.delete(callId);
    return prepared;
  }

  #prepare(callId, offer) {
    try {
      this.#byCall.set(callId, PreparedConnection.answering(offer));
    } catch { /* said when it is accepted */ }
  }

  /** Lets go what was prepared for calls that the server knows no more. @param {string[]} callIds those that it knows */
  keepOnly(callIds) {
    [...this.#byCall.keys()].filter(callId => !callIds.includes(callId)).forEach(callId => this.take(callId).close());
  }
}
