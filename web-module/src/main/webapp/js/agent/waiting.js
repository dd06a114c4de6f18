import { SETTLE_MS, consent } from '../elements/consent.js';
import { Notification, readRings, updateRingState } from '../wire/protocol.js';

/** @typedef {import('../wire/protocol.js').Ring} Ring */

/** The conversations that ring at this agent, and the answers to them. */
export class Waiting {
  #connection; #onChange; #onRing;
  /** @type {Map<string, Ring>} */
  #rings = new Map();
  /** When each began to ring here, by the page's own clock. @type {Map<string, number>} */
  #shown = new Map();
  /** Rings that this agent asked for and has no answer yet. @type {Set<string>} */
  #accepting = new Set();

  /**
   * @param {import('../wire/connection.js').Connection} connection
   * @param {{ onChange: () => void, onRing: (ring: Ring) => void }} listeners
   */
  constructor(connection, { onChange, onRing }) {
    this.#connection = connection;
    this.#onChange = onChange;
    this.#onRing = onRing;
    connection.on(Notification.ROUTING, (body) => this.#ringsChanged(readRings(body)));
  }

  /** The longest wait first. */
  get rings() {
    return [...this.#rings.values()].sort((a, b) => a.waitingSince - b.waitingSince);
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
    this.#rings = new Map();
    this.#shown = new Map();
  }

  /** Takes a waiting conversation. @param {string} ringId */
  async accept(ringId) {
    this.#accepting.add(ringId);
    this.#onChange();
    const answer = await this.#connection.request(updateRingState(ringId, 'ACCEPTED'));
    this.#accepting.delete(ringId);
    if (answer.ok || answer.reason === 'TAKEN' || answer.code === 404) {
      this.#rings.delete(ringId);
    }
    this.#onChange();
    return answer;
  }

  /** It stops ringing here; colleagues still hear it. @param {string} ringId */
  async reject(ringId) {
    const answer = await this.#connection.request(updateRingState(ringId, 'REJECTED'));
    if (answer.ok) {
      this.#rings.delete(ringId);
      this.#onChange();
    }
    return answer;
  }

  /** @param {Ring[]} changes */
  #ringsChanged(changes) {
    for (const ring of changes) {
      const isNew = !ring.stopped && !this.#rings.has(ring.ringId);
      if (ring.stopped) {
        this.#rings.delete(ring.ringId);
        this.#shown.delete(ring.ringId);
      } else {
        this.#rings.set(ring.ringId, ring);
      }
      if (isNew) {
        this.#shown.set(ring.ringId, consent().now());
        this.#onRing(ring);
      }
    }
    this.#onChange();
  }
}
