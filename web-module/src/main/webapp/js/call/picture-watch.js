import {returns} from '../wire/returns.js';

/** A picture that is painted less often stands still. */
const STOOD_MS = 3_000;
/** A page that was not painted in the last moment shows no picture, and none stands. */
const PAINTED_MS = 1_500;

/**
 * Whether a picture stands still on the screen although new ones come, as after a system took the decoder away. What came is the caller's
 * to know; this knows what was painted (requestVideoFrameCallback). Where a browser cannot say so, no picture stands.
 */
export class PictureWatch {
  #now; #back; #frame; #element; #stop;
  #moved = 0;
  #painted = 0;
  #asked = false;

  /** @param {{now?: () => number, back?: import('../wire/returns.js').Returns, frame?: (painted: () => void) => void}} [options] `frame`: the next painting of the page */
  constructor({now = () => performance.now(), back = returns(), frame = painted => requestAnimationFrame(painted)} = {}) {
    this.#now = now;
    this.#back = back;
    this.#frame = frame;
  }

  /** From now on it is this one, or none; to be called at least once a second. @param {HTMLVideoElement|null|undefined} element */
  watch(element) {
    if (element) this.#askForPaint();
    if (element === this.#element) return;
    this.#stop?.();
    this.#element = element;
    this.#stop = element && this.#back.on(() => this.#moves());
    this.#moves();
    this.#next(element);
  }

  /** Pictures came in the last second: is none of them to be seen? Once it says so, it begins anew. */
  stands() {
    const now = this.#now();
    const stands = Boolean(this.#element?.requestVideoFrameCallback) && now - this.#painted < PAINTED_MS && now - this.#moved > STOOD_MS;
    if (stands) this.#moves();
    return stands;
  }

  #moves() { this.#moved = this.#now(); }

  /** One at a time: a hidden page paints nothing, and would keep them all. */
  #askForPaint() {
    if (this.#asked) return;
    this.#asked = true;
    this.#frame(() => {
      this.#asked = false;
      this.#painted = this.#now();
    });
  }

  #next(element) {
    element?.requestVideoFrameCallback?.(() => {
      if (element !== this.#element) return;
      this.#moves();
      this.#next(element);
    });
  }
}
