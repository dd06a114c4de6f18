/**
 * The line of those who wait for an agent, as far as this page knows it: always its beginning without a gap, and how many there are in
 * all. Pure: it asks nobody and knows no time.
 *
 * @typedef {import('../wire/protocol.js').Ring} Ring
 * @typedef {{ changes: Ring[], total: number }} Page
 */

/** With fewer than so many known the next page is asked for. */
export const FEW = 25;
/** So many are kept; who comes behind them is counted. */
export const MOST = 100;

export class WaitingLine {
  /** In the order of the line. @type {Ring[]} */
  #known = [];
  #total = 0;
  /** All up to this one are known; it may wait no longer. @type {Ring | undefined} */
  #end;

  get rings() {
    return this.#known;
  }

  /** How many wait, known or not. */
  get total() {
    return Math.max(this.#total, this.#known.length);
  }

  /** Whether there is more of it than is known. */
  get goesOn() {
    return this.#total > this.#known.length;
  }

  /** Where the next page should be asked for: behind this one. @returns {string | undefined} */
  get wantsMoreAfter() {
    return this.goesOn && this.#known.length < FEW ? this.#end?.ringId : undefined;
  }

  /** @param {string} ringId */
  knows(ringId) {
    return this.#known.some((each) => each.ringId === ringId);
  }

  /** What was known before counts no more. @param {Page} page @returns {Ring[]} who was not known */
  begin({ changes, total }) {
    const newcomers = changes.filter(({ ringId }) => !this.knows(ringId));
    this.#keep(changes);
    this.#end = this.#known.at(-1);
    this.#total = total;
    return newcomers;
  }

  /** The page behind `after`; one that was asked for before the line began anew is dropped. @param {string} after @param {Page} page */
  append(after, { changes, total }) {
    if (this.#end?.ringId !== after) {
      return;
    }
    this.#keep([...this.#known, ...changes.filter(({ ringId }) => !this.knows(ringId))]);
    this.#end = changes.at(-1) ?? this.#end;
    this.#total = changes.length > 0 ? total : this.#known.length;
  }

  /**
   * What happened since. A newcomer behind what is known is counted and not kept.
   * @param {Page} news @returns {Ring[]} who was not known
   */
  change({ changes, total }) {
    const newcomers = changes.filter((ring) => !ring.stopped && !this.knows(ring.ringId));
    const whole = !this.goesOn;
    for (const ring of changes) {
      this.#known = this.#known.filter((each) => each.ringId !== ring.ringId);
      if (!ring.stopped) this.#insert(ring, whole);
    }
    this.#total = total;
    return newcomers;
  }

  /** It is not for this agent any more, whatever the server says of it later. @param {string} ringId */
  drop(ringId) {
    if (this.knows(ringId)) {
      this.#known = this.#known.filter((each) => each.ringId !== ringId);
      this.#total -= 1;
    }
  }

  /** @param {Ring} ring @param {boolean} whole the whole line was known */
  #insert(ring, whole) {
    const isLast = !this.#end || ring.waitingSince > this.#end.waitingSince;
    if (isLast && (!whole || this.#known.length >= MOST)) {
      return;
    }
    const behind = this.#known.findIndex((each) => each.waitingSince > ring.waitingSince);
    const at = behind < 0 ? this.#known.length : behind;
    if (isLast) this.#end = ring;
    this.#keep([...this.#known.slice(0, at), ring, ...this.#known.slice(at)]);
  }

  /** @param {Ring[]} rings */
  #keep(rings) {
    this.#known = rings.slice(0, MOST);
    if (rings.length > MOST) this.#end = this.#known[MOST - 1];
  }
}
