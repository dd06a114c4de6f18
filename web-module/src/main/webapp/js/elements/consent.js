import { html, nothing } from 'lit';

/** A key so soon after something appeared was meant for what stood there before. */
export const SETTLE_MS = 600;

/** A click that follows a key so closely is that key's. */
const OF_A_KEY_MS = 100;

/** Keys that go from place to place, and so show that a person looks where they are. */
const WALKING = new Set(['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

const HINTS = {
  TOO_SOON: 'That was too quick to be sure that you meant it. Please choose again.',
  FROM_OUTSIDE: 'So that no key answers by accident: press Tab, then choose again.',
};

/**
 * Whether a person means it: what opens a camera or takes a conversation is not done by a key that was on its way to something
 * else. Pointers, and technology that presses for a person, are believed; they cannot hit what they do not know of.
 *
 * In a frame a key is believed of who has gone into it: by a pointer, or by walking on with the keyboard from where the page
 * around it let go. Enter and Space alone are no way in, however often, and a key that is held counts as the press that began it.
 */
export class Consent {
  #now; #framed;
  #cameIn = 0;
  #lastKey = -Infinity;
  #pointed = -Infinity;
  #isIn = false;

  /** @param {EventTarget & { top?: unknown }} [view] the window that is watched @param {() => number} [now] a clock in milliseconds */
  constructor(view = window, now = () => performance.now()) {
    this.#now = now;
    this.#framed = view.top !== view;
    view.addEventListener('focus', event => { if (event.target === view) this.#comesIn(); });
    for (const type of ['keydown', 'keyup']) view.addEventListener(type, () => { this.#lastKey = now(); }, true);
    view.addEventListener('keydown', event => { if (!event.repeat && WALKING.has(event.key)) this.#isIn = true; }, true);
    view.addEventListener('pointerdown', () => {
      this.#pointed = now();
      this.#isIn = true;
    }, true);
  }

  /** The keyboard came over the frame's border: what it was doing outside is none of ours. A pointer brings it along. */
  #comesIn() {
    this.#cameIn = this.#now();
    this.#isIn = this.#cameIn - this.#pointed < SETTLE_MS;
  }

  /**
   * Why a press is not taken, or undefined if it is meant.
   *
   * @param {{ detail?: number }} press a click, or a key that acts by itself
   * @param {number} appeared when what is consented to appeared, by {@link Consent#now}
   * @returns {'TOO_SOON' | 'FROM_OUTSIDE' | undefined}
   */
  doubt(press, appeared) {
    const now = this.#now();
    if (press.detail) return undefined;
    if (now - Math.max(appeared, this.#cameIn) < SETTLE_MS) return 'TOO_SOON';
    return this.#isIn || !this.#framed || now - this.#lastKey >= OF_A_KEY_MS ? undefined : 'FROM_OUTSIDE';
  }

  now() { return this.#now(); }
}

/** @type {Consent | undefined} */
let person;

/** The one of this page. A page asks for it at its start, so that it knows whether somebody is there. */
export function consent() {
  person ??= new Consent();
  return person;
}

/**
 * Remembers when its element appeared, lets through only what is meant, and has a word for who pressed in vain.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Asks {
  #appeared = 0;
  /** @type {'TOO_SOON' | 'FROM_OUTSIDE' | undefined} */
  #doubt;
  #host;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() { this.again(); }

  /** Something else is asked now. */
  again() {
    this.#appeared = consent().now();
    this.#doubt = undefined;
  }

  /** Whether this press, or this key that acts by itself, is meant. @param {{ detail?: number }} press */
  hears(press) {
    this.#doubt = consent().doubt(press, this.#appeared);
    this.#host.requestUpdate();
    return !this.#doubt;
  }

  /** A listener that hears only what is meant. @param {(click: MouseEvent) => void} act */
  meant(act) {
    return (/** @type {MouseEvent} */ click) => { if (this.hears(click)) act(click); };
  }

  /** What to do after a key that was not taken; a live region, there from the start. */
  hint() {
    return html`<p class="key-hint" role="status">${this.#doubt ? HINTS[this.#doubt] : nothing}</p>`;
  }
}
