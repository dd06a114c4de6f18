/** How often it is looked whether anything came. */
const LOOK_MS = 250;
/** Sound comes 50 times a second: nothing for so long is no matter of chance. Chromium itself says so after 5 s and more. */
export const SILENCE_MS = 1_000;

/** Watches whether anything comes over the connection of a call, and says once when nothing does any more. */
export class SilenceWatch {
  #onSilence; #timer; #peer;
  #silent = false;

  /** @param {{onSilence: () => void}} options */
  constructor({onSilence}) { this.#onSilence = onSilence; }

  /** From now on it is this connection. @param {import('./peer.js').Peer} peer */
  watch(peer) {
    if (peer === this.#peer) return;
    this.close();
    this.#peer = peer;
    this.#silent = false;
    this.#next();
  }

  close() {
    clearTimeout(this.#timer);
    this.#peer = undefined;
  }

  #next() { this.#timer = setTimeout(() => this.#look(), LOOK_MS); }

  async #look() {
    const peer = this.#peer;
    const silence = await peer.silence().catch(() => 0);
    if (peer !== this.#peer) return;
    const before = this.#silent;
    this.#silent = silence > SILENCE_MS;
    if (this.#silent && !before) this.#onSilence();
    this.#next();
  }
}
