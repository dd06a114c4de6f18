/**
 * Waiting for media, before it comes for the first time and when it has stopped: how long it may take, and when another way is
 * looked for. It knows neither the page nor devices; the session shows, and ends.
 */
import {Deadline} from '../wire/deadline.js';
import {SilenceWatch} from './silence-watch.js';
import {AGREEING_MS, INTERRUPTION_LIMIT_MS, OTHERS_RETURN_MS, RETURN_LIMIT_MS, SILENCE_SHOWN_MS} from './time-limits.js';

export class MediaWait {
  #probe; #restart; #onOutage; #onSilent; #deadline; #peer;
  /** There was media, and it stopped. */
  #interrupted = false;
  #leftAloneUntil = 0;
  #silence = new SilenceWatch({onSilence: milliseconds => this.#isSilent(milliseconds), onSound: () => this.#isHeard()});

  /**
   * @param {{clock: import('../wire/connection.js').Connection, probe: () => Promise<boolean>, restart: () => void, onOutage: () => void, onSilent: (silent: boolean) => void,
   *   onTooLong: () => void}} options  `probe`: whether the server answers. `restart`: looks for another way. `onOutage`: nothing came for a
   *   moment, or something does again. `onSilent`: a person should read of it, or no more
   */
  constructor({clock, probe, restart, onOutage, onSilent, onTooLong}) {
    this.#probe = probe;
    this.#restart = restart;
    this.#onOutage = onOutage;
    this.#onSilent = onSilent;
    this.#deadline = new Deadline(clock, onTooLong);
  }

  /** From now on it may take so long. @param {number} milliseconds */
  limit(milliseconds) { this.#deadline.set(milliseconds); }

  /** Media flows over this connection. @param {import('./peer.js').Peer} peer */
  isOver(peer) {
    this.#deadline.clear();
    this.#interrupted = false;
    this.#leftAloneUntil = 0;
    this.#silence.watch(peer);
  }

  /** Media stopped. The socket may be as dead: that is asked at once. @param {import('./peer.js').Peer} peer */
  async begins(peer) {
    this.#interrupted = true;
    this.#peer = peer;
    this.limit(INTERRUPTION_LIMIT_MS);
    const limit = INTERRUPTION_LIMIT_MS + (await this.#probe() ? OTHERS_RETURN_MS : 0);
    const silence = await peer.silence();
    if (peer === this.#peer && this.#interrupted) this.limit(Math.max(0, limit - silence));
  }

  /** Both connect anew after there was media, and are left to it for a while. */
  beginsAnew() {
    this.#interrupted = true;
    this.#peer = undefined;
    this.#leftAloneUntil = performance.now() + AGREEING_MS;
    this.limit(INTERRUPTION_LIMIT_MS);
  }

  /** The other side's socket, or ours: what was tried in between is tried again. */
  somebodyIsBack() {
    this.#prolong();
    this.lookElsewhere();
  }

  /** The browser has a network again: whoever comes back in the last second finds the call. */
  networkIsBack() {
    this.#prolong();
    this.#lookAnew();
  }

  /** Where nothing comes, another way is looked for. */
  lookElsewhere() {
    const lost = this.#interrupted || this.#silence.silent;
    if (lost && performance.now() >= this.#leftAloneUntil) this.#restart();
  }

  close() {
    this.#deadline.clear();
    this.#interrupted = false;
    this.#silence.close();
  }

  /** The first look may come before the browser knows its network: more of them follow soon. */
  #prolong() {
    this.#silence.again();
    if (this.#interrupted) this.limit(RETURN_LIMIT_MS);
  }

  #isSilent(milliseconds) {
    this.#onOutage();
    if (milliseconds > SILENCE_SHOWN_MS) this.#onSilent(true);
    this.#lookAnew();
  }

  #isHeard() {
    this.#onOutage();
    this.#onSilent(false);
  }

  /** Nothing comes, or the network is another one: the socket is asked at once, before the browser notices by itself, and media as soon as there is one. */
  async #lookAnew() {
    if (await this.#probe()) this.lookElsewhere();
  }
}
