import {returns} from '../wire/returns.js';

/**
 * Keeps the screen from going dark (Screen Wake Lock) while it is wanted. Browsers take that back when the page is hidden, so it is
 * taken anew when somebody is back; one that refuses, for want of battery or by a policy, is not asked for reasons.
 */
export class ScreenAwake {
  #lock; #back; #page; #held; #stop;
  #wanted = false;
  #asking = false;

  /** @param {{lock?: WakeLock, back?: import('../wire/returns.js').Returns, page?: {visibilityState: string}}} [options] */
  constructor({lock = navigator.wakeLock, back = returns(), page = document} = {}) {
    this.#lock = lock;
    this.#back = back;
    this.#page = page;
  }

  /** To be called whenever it may have changed. @param {boolean} wanted */
  want(wanted) {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#stop?.();
    this.#stop = wanted ? this.#back.on(() => this.#take()) : undefined;
    if (wanted) this.#take();
    else this.#release();
  }

  async #take() {
    if (!this.#lock || this.#held || this.#asking || this.#page.visibilityState !== 'visible') return;
    this.#asking = true;
    const held = await this.#lock.request('screen').catch(() => undefined);
    this.#asking = false;
    this.#held = held;
    held?.addEventListener('release', () => { if (this.#held === held) this.#held = undefined; });
    if (!this.#wanted) this.#release();
  }

  #release() {
    this.#held?.release().catch(() => { /* it is released already */ });
    this.#held = undefined;
  }
}
