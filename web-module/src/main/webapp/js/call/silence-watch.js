/** How often it is looked whether anything came. */
const LOOK_MS = 200;
/** And while nothing comes. */
const LOOK_CLOSELY_MS = 100;
/** Sound comes 50 times a second: nothing for so long is no matter of chance. Chromium itself says so after 5 s and more. */
export const SILENCE_MS = 800;
/** Said again when it has lasted so many times as long: a browser may learn of its new address after what was tried first. */
export const LONGER = 1.75;

/** Watches whether anything comes over the connection of a call, and says when nothing does any more, and when something does again. */
export class SilenceWatch {
  #onSilence; #onSound; #timer; #peer;
  #silent = false;
  /** How long it must be silent until that is said the next time, and from when on that counts. */
  #bound = SILENCE_MS;
  #from = 0;
  #anew = false;

  /** @param {{onSilence: (milliseconds: number) => void, onSound: () => void}} options  `onSilence` is told for how long it has been silent */
  constructor({onSilence, onSound}) {
    this.#onSilence = onSilence;
    this.#onSound = onSound;
  }

  /** Whether nothing comes. */
  get silent() { return this.#silent; }

  /** Somebody is back: as eager as at the beginning, however long it has been silent. */
  again() { this.#anew = true; }

  /** From now on it is this connection. @param {import('./peer.js').Peer} peer */
  watch(peer) {
    if (peer === this.#peer) return;
    this.close();
    this.#peer = peer;
    if (this.silent) this.#sounds();
    this.#next();
  }

  close() {
    clearTimeout(this.#timer);
    this.#peer = undefined;
  }

  #isSilent(milliseconds) {
    this.#silent = true;
    this.#bound *= LONGER;
    this.#onSilence(milliseconds);
  }

  #sounds() {
    this.#silent = false;
    this.#bound = SILENCE_MS;
    this.#from = 0;
    this.#onSound();
  }

  #beginAnew(silence) {
    this.#anew = false;
    this.#from = silence;
    this.#bound = SILENCE_MS;
  }

  #next() { this.#timer = setTimeout(() => this.#look(), this.#silent ? LOOK_CLOSELY_MS : LOOK_MS); }

  async #look() {
    const peer = this.#peer;
    const silence = await peer.silence().catch(() => 0);
    if (peer !== this.#peer) return;
    if (this.#anew) this.#beginAnew(silence);
    if (silence - this.#from > this.#bound) this.#isSilent(silence);
    if (silence <= SILENCE_MS) this.#from = 0;
    if (silence <= SILENCE_MS && this.#silent) this.#sounds();
    this.#next();
  }
}
