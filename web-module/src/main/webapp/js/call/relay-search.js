/**
 * What came of asking the relays for an address. A browser that gets none from anybody stays `new` for ever and says nothing of it but
 * these events (W3C webrtc-pc, RTCPeerConnectionIceErrorEvent).
 */

/** From here to 699 the number is the server's own answer; 701 is the browser's word for none. */
const FIRST_ANSWER = 300;
const NO_ANSWER = 701;
/** "Allocation Quota Reached" and "Insufficient Capacity" (RFC 8656, section 19). */
const FULL = [486, 508];

export class RelaySearch {
  #found = false;
  #refused = false;
  #unreachable = false;
  #full = false;

  /** @param {RTCIceCandidate|null} candidate */
  found(candidate) {
    if (candidate?.type === 'relay') this.#found = true;
  }

  /** @param {RTCPeerConnectionIceErrorEvent} problem */
  failed({errorCode, url}) {
    if (url?.startsWith('stun')) return;
    if (errorCode >= FIRST_ANSWER && errorCode < NO_ANSWER) this.#refused = true;
    if (FULL.includes(errorCode)) this.#full = true;
    if (errorCode === NO_ANSWER) this.#unreachable = true;
  }

  get successful() { return this.#found; }

  /** A relay took the credential, and had no room. */
  get full() { return this.#full; }

  /** @returns {import('../wire/protocol.js').CallFailure|undefined} */
  get obstacle() {
    if (this.#found) return undefined;
    if (this.#refused) return 'RELAY_REFUSED';
    return this.#unreachable ? 'RELAY_UNREACHABLE' : undefined;
  }
}
