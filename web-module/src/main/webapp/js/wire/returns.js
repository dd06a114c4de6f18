/** How often it is looked whether the system slept. */
const LOOK_MS = 2_000;
/** The two clocks of a browser go apart by less than this while nobody sets one and nothing sleeps. */
const JUMP_MS = 1_000;

/** Whether the system's clock and the steady one went apart: somebody has set the one, or the other stood still in a sleep. */
export class ClockGap {
  #wall; #steady; #apart;

  /** @param {() => number} [wall] @param {() => number} [steady] both in milliseconds */
  constructor(wall = () => Date.now(), steady = () => performance.now()) {
    this.#wall = wall;
    this.#steady = steady;
    this.#apart = wall() - steady();
  }

  /** Since the last time that was asked. */
  jumped() {
    const apart = this.#wall() - this.#steady();
    const jumped = Math.abs(apart - this.#apart) > JUMP_MS;
    this.#apart = apart;
    return jumped;
  }
}

/**
 * Says when this page may have missed something, or gets back what the system took from it: somebody looks at it again, it is
 * taken out of the browser's cache or unfrozen (Page Lifecycle), or the computer has slept. Several of these come together, so a
 * listener must bear being told twice. `slept`: the clocks have gone apart, so nothing that was measured by them is sure any more.
 */
export class Returns {
  #listeners = new Set();

  /** @param {Window} [view] @param {ClockGap} [gap] */
  constructor(view = window, gap = new ClockGap()) {
    const {document} = view;
    const back = () => this.#tell(gap.jumped());
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') back(); });
    document.addEventListener('resume', back);
    view.addEventListener('pageshow', back);
    view.addEventListener('focus', back);
    view.setInterval(() => { if (gap.jumped()) this.#tell(true); }, LOOK_MS);
  }

  /** @param {(how: {slept: boolean}) => void} listener @returns {() => void} stops listening */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(slept) { [...this.#listeners].forEach(listener => listener({slept})); }
}

let ofThisPage;

/** Those of this page. @returns {Returns} */
export const returns = () => (ofThisPage ??= new Returns());
