import { SETTLE_MS, consent } from '../elements/consent.js';
import { Notification, moreRoutingTasks, readWaiting, updateRingState } from '../wire/protocol.js';
import { WaitingLine } from './waiting-line.js';

/** @typedef {import('../wire/protocol.js').Ring} Ring */

/** The conversations that ring at this agent, and the answers to them. */
export class Waiting {
  #connection; #onChange; #onRings;
  #line = new WaitingLine();
  /** When each began to ring here, by the page's own clock. @type {Map<string, number>} */
  #shown = new Map();
  /** Rings that this agent asked for and has no answer yet. @type {Set<string>} */
  #accepting = new Set();
  #asking = false;

  /**
   * @param {import('../wire/connection.js').Connection} connection
   * @param {{ onChange: () => void, onRings: (newcomers: Ring[], total: number) => void }} listeners `onRings`: who was not known before
   */
  constructor(connection, { onChange, onRings }) {
    this.#connection = connection;
    this.#onChange = onChange;
    this.#onRings = onRings;
    connection.on(Notification.ROUTING, (body) => this.#heard(readWaiting(body)));
  }

  /** The longest wait first; perhaps only the beginning of the line. */
  get rings() {
    return this.#line.rings;
  }

  /** How many wait in all. */
  get total() {
    return this.#line.total;
  }

  /** The one that waits longest and has been shown for long enough to be meant by a key. */
  get longest() {
    return this.rings.find(({ ringId }) => consent().now() - (this.#shown.get(ringId) ?? 0) >= SETTLE_MS);
  }

  /** @param {string} ringId */
  isAccepting(ringId) {
    return this.#accepting.has(ringId);
  }

  /** Without a connection nobody rings here. */
  forget() {
    this.#line = new WaitingLine();
    this.#shown = new Map();
  }

  /** Takes a waiting conversation. @param {string} ringId */
  async accept(ringId) {
    this.#accepting.add(ringId);
    this.#onChange();
    const answer = await this.#connection.request(updateRingState(ringId, 'ACCEPTED'));
    this.#accepting.delete(ringId);
    if (answer.ok || answer.reason === 'TAKEN' || answer.code === 404) {
      this.#line.drop(ringId);
    }
    this.#changed();
    return answer;
  }

  /** It stops ringing here; colleagues still hear it. @param {string} ringId */
  async reject(ringId) {
    const answer = await this.#connection.request(updateRingState(ringId, 'REJECTED'));
    if (answer.ok) {
      this.#line.drop(ringId);
      this.#changed();
    }
    return answer;
  }

  /** @param {import('../wire/protocol.js').WaitingNews} news */
  #heard({ snapshot, ...page }) {
    const newcomers = snapshot ? this.#line.begin(page) : this.#line.change(page);
    this.#changed();
    if (newcomers.length > 0) {
      this.#onRings(newcomers, this.total);
    }
  }

  #changed() {
    const now = consent().now();
    this.#shown = new Map(this.rings.map(({ ringId }) => [ringId, this.#shown.get(ringId) ?? now]));
    this.#onChange();
    this.#askForMore();
  }

  /** The next ones come before the known ones have all been taken. */
  async #askForMore() {
    const line = this.#line;
    const after = line.wantsMoreAfter;
    if (after === undefined || this.#asking) {
      return;
    }
    this.#asking = true;
    const answer = await this.#connection.request(moreRoutingTasks(after));
    this.#asking = false;
    if (answer.ok && line === this.#line) {
      line.append(after, readWaiting(answer.body));
      this.#changed();
    }
  }
}
