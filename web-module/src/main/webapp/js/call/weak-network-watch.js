import {WeakNetwork, networkReading} from './weak-network.js';

export const READING_MS = 1_500;

/** Reads what the network of a call gives, and paces the picture of its connection. */
export class WeakNetworkWatch {
  #onChange; #timer; #peer; #network;
  #since = 0;
  /** Its first pictures are small, until this has looked once. */
  #first = true;

  /** @param {{onChange: () => void}} options told when the step is another one */
  constructor({onChange}) { this.#onChange = onChange; }

  /** From now on it is this connection. @param {import('./peer.js').Peer} peer @param {import('../wire/protocol.js').CallConnection} how */
  watch(peer, how) {
    if (peer === this.#peer) return;
    clearTimeout(this.#timer);
    this.#network ??= new WeakNetwork(how);
    this.#network.renew();
    this.#peer = peer;
    this.#since = 0;
    this.#first = true;
    if (this.#network.step !== 'FULL') this.#pace();
    this.#next();
  }

  /** Nothing comes, or something does again. */
  interrupted() { this.#network?.interrupted(performance.now()); }

  /** @returns {import('./weak-network.js').Step} */
  get step() { return this.#network?.step ?? 'FULL'; }

  close() {
    clearTimeout(this.#timer);
    this.#peer = undefined;
  }

  #pace() {
    this.#first = false;
    this.#peer.pace(this.#network.step);
  }

  #next() { this.#timer = setTimeout(() => this.#read(), READING_MS); }

  async #read() {
    const peer = this.#peer;
    const stats = await peer.stats().catch(() => undefined);
    if (peer !== this.#peer || !stats) return;
    // media that is interrupted says nothing of what the network gives
    if (peer.state === 'connected') this.#judge(networkReading(stats, {at: performance.now(), sends: peer.sendsPicture, since: this.#since}));
    else this.#network.renew();
    if (this.#first) this.#pace();
    this.#next();
  }

  #judge(reading) {
    const before = this.#network.step;
    this.#since = reading.stamp;
    const step = this.#network.take(reading);
    if (step === before) return;
    this.#pace();
    this.#onChange();
  }
}
