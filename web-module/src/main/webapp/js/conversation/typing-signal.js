/** Said again this often while somebody keeps typing; receivers forget a sign after 8 s. */
const REPEAT_MS = 4_000;

/** Without a key for this long, typing has paused. */
const PAUSE_MS = 5_000;

/**
 * Tells the other side that this person types: COMPOSING at once and every few seconds, PAUSE after a rest, ACTIVE when
 * the text was sent or removed.
 */
export class TypingSignal {
  #lastSaid = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #composing = false;

  /** @param {(chatState: 'COMPOSING' | 'PAUSE' | 'ACTIVE') => void} say @param {() => number} now */
  constructor(say, now = () => performance.now()) {
    this.say = say;
    this.now = now;
  }

  /** A key was struck and there is text. */
  typed() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#become('PAUSE'), PAUSE_MS);
    if (!this.#composing || this.now() - this.#lastSaid >= REPEAT_MS) {
      this.#lastSaid = this.now();
      this.#composing = true;
      this.say('COMPOSING');
    }
  }

  /** The text is gone: sent, or removed. */
  stopped() {
    clearTimeout(this.#rest);
    this.#become('ACTIVE');
  }

  /** @param {'PAUSE' | 'ACTIVE'} chatState */
  #become(chatState) {
    if (this.#composing) {
      this.#composing = false;
      this.say(chatState);
    }
  }
}
