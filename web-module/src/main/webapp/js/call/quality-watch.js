import {Quality, reading} from './quality.js';

/** The first reading, so that a short call has one too. */
const FIRST_MS = 1000;
export const INTERVAL_MS = 5000;
/** A report at each second interval, and whenever the mark changes. */
const REPORT_EVERY = 2;

/**
 * Watches the connection of a call: reads its figures, shows them, and tells the server what they amount to.
 *
 * @typedef {{mark: import('./quality.js').QualityMark, figures: import('./quality.js').Figures}} QualityView
 */
export class QualityWatch {
  #report; #onChange; #timer; #peer; #began;
  #quality = new Quality();
  #readings = 0;
  #told = {};

  /** @param {{report: (summary: object) => void, onChange: (view: QualityView) => void}} options */
  constructor({report, onChange}) {
    this.#report = report;
    this.#onChange = onChange;
  }

  /** From now on it is this connection. @param {import('./peer.js').Peer} peer */
  watch(peer) {
    if (peer === this.#peer) return;
    clearTimeout(this.#timer);
    this.#quality.renew();
    this.#peer = peer;
    this.#began = performance.now();
    this.#next(FIRST_MS);
  }

  /** Says what has not been said yet: the call is about to end. */
  tell() {
    const {summary} = this.#quality;
    if (!summary || summary.seconds === this.#told.seconds) return;
    this.#told = summary;
    this.#report(summary);
  }

  /** Also what is being read is not told any more. */
  close() {
    clearTimeout(this.#timer);
    this.#peer = undefined;
  }

  #next(milliseconds) {
    this.#timer = setTimeout(() => this.#read(), milliseconds);
  }

  async #read() {
    const peer = this.#peer;
    const stats = await peer.stats().catch(() => undefined);
    if (peer !== this.#peer || !stats) return;
    this.#quality.take(reading(stats, performance.now()), this.#began, peer.fragment);
    const {mark, interval} = this.#quality;
    this.#onChange({mark, figures: interval});
    if (this.#readings % REPORT_EVERY === 0 || mark !== this.#told.mark) this.tell();
    this.#readings += 1;
    this.#next(INTERVAL_MS);
  }
}
