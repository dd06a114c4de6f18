/** Renders its host again every so often while `wanted()` says so: for clocks and countdowns. */
export class Ticker {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /** @param {import('lit').ReactiveControllerHost} host @param {number} period milliseconds @param {() => boolean} wanted */
  constructor(host, period, wanted) {
    this.host = host;
    this.period = period;
    this.wanted = wanted;
    host.addController(this);
  }

  hostConnected() {
    this.hostUpdated();
  }

  hostDisconnected() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  hostUpdated() {
    if (!this.wanted()) {
      this.hostDisconnected();
    } else {
      this.#timer ??= setInterval(() => this.host.requestUpdate(), this.period);
    }
  }
}
