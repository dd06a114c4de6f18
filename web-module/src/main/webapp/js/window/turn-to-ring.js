import {exclusively} from '../browser/locks.js';

/** One ring for all tabs of a browser: the others wait for their turn, in silence. */
const LOCK = 'eyeline.ring';

export class TurnToRing {
  #ring; #waiting;

  /** @param {import('../call/ring.js').Ring} ring */
  constructor(ring) { this.#ring = ring; }

  unlock() { this.#ring.unlock(); }

  start() {
    if (this.#waiting) return;
    this.#waiting = new AbortController();
    const {signal} = this.#waiting;
    exclusively(LOCK, () => this.#sound(signal), {signal}).catch(() => { /* it rings no more */ });
  }

  stop() {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.#ring.stop();
  }

  /** Holds the turn until the ring stops. */
  #sound(signal) {
    if (signal.aborted) return undefined;
    this.#ring.start();
    return new Promise(resolve => { signal.addEventListener('abort', resolve, {once: true}); });
  }
}
