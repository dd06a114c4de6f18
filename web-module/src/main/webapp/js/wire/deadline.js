/**
 * Something that is over at a time of the server. A timer of the browser stands still while the computer sleeps and comes late in a
 * page that nobody sees; so the time is looked at again whenever the server's clock has been measured anew.
 */
export class Deadline {
  #clock; #onOver; #timers; #at; #timer; #stop;

  /**
   * @param {{serverNow: () => number, on: (type: 'clock', listener: () => void) => () => void}} clock a Connection
   * @param {() => void} onOver told once
   * @param {{set: (act: () => void, milliseconds: number) => unknown, clear: (timer: any) => void}} [timers]
   */
  constructor(clock, onOver, timers = {set: (act, milliseconds) => setTimeout(act, milliseconds), clear: timer => clearTimeout(timer)}) {
    this.#clock = clock;
    this.#onOver = onOver;
    this.#timers = timers;
  }

  /** From now on it may take so long; what was set before does not count any more. @param {number} milliseconds */
  set(milliseconds) {
    this.clear();
    this.#at = this.#clock.serverNow() + milliseconds;
    this.#stop = this.#clock.on('clock', () => this.#look());
    this.#arm();
  }

  clear() {
    this.#timers.clear(this.#timer);
    this.#stop?.();
    this.#stop = undefined;
  }

  #arm() { this.#timer = this.#timers.set(() => this.#look(), Math.max(0, Math.ceil(this.#at - this.#clock.serverNow()))); }

  #look() {
    this.#timers.clear(this.#timer);
    if (this.#clock.serverNow() < this.#at) return this.#arm();
    this.clear();
    this.#onOver();
  }
}
