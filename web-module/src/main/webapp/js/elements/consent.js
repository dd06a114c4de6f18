/** A key so soon after something appeared was meant for what stood there before. */
export const SETTLE_MS = 600;

/** A click that follows a key so closely is that key's. */
const OF_A_KEY_MS = 100;

/**
 * Whether a person means it: what opens a camera or takes a conversation is not done by a key that was on its way to something
 * else. Pointers, and technology that presses for a person, are believed; they cannot hit what they do not know of.
 */
export class Consent {
  #now; #framed;
  #cameIn = 0;
  #lastKey = -Infinity;
  #presses = 0;

  /** @param {EventTarget & { top?: unknown }} [view] the window that is watched @param {() => number} [now] a clock in milliseconds */
  constructor(view = window, now = () => performance.now()) {
    this.#now = now;
    this.#framed = view.top !== view;
    view.addEventListener('focus', event => { if (event.target === view) this.#comesIn(); });
    for (const type of ['keydown', 'keyup']) view.addEventListener(type, () => { this.#lastKey = now(); }, true);
    view.addEventListener('keydown', () => { this.#presses += 1; }, true);
    view.addEventListener('pointerdown', () => { this.#presses += 2; }, true);
  }

  /** The keyboard came over the frame's border: what it was doing outside is none of ours. */
  #comesIn() {
    this.#cameIn = this.#now();
    this.#presses = 0;
  }

  /**
   * @param {{ detail: number }} click
   * @param {number} appeared when what is consented to appeared, by {@link Consent#now}
   */
  isMeant(click, appeared) {
    const now = this.#now();
    if (click.detail > 0) return true;
    if (now - Math.max(appeared, this.#cameIn) < SETTLE_MS) return false;
    const byKey = now - this.#lastKey < OF_A_KEY_MS;
    // in a frame the first key may be the last of the page around it
    return !byKey || !this.#framed || this.#presses > 1;
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
 * Remembers when its element appeared, and lets through only what is meant.
 *
 * @implements {import('lit').ReactiveController}
 */
export class Asks {
  #appeared = 0;

  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    host.addController(this);
  }

  hostConnected() { this.#appeared = consent().now(); }

  /** Something else is asked now. */
  again() { this.#appeared = consent().now(); }

  /** A listener that hears only what is meant. @param {(click: MouseEvent) => void} act */
  meant(act) {
    return (/** @type {MouseEvent} */ click) => { if (consent().isMeant(click, this.#appeared)) act(click); };
  }
}
