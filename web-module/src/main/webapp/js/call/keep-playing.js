import {returns} from '../wire/returns.js';

/** What was paused is tried again this often, and when it is likelier: somebody is back, a device came or went, the track speaks again. */
const AGAIN_MS = 1_000;
/** From the so many-th pause or failed try in a row on a person may help by a press. */
const PATIENCE = 3;

const isLive = stream => Boolean(stream?.getTracks().some(({readyState}) => readyState === 'live'));

/**
 * Keeps a media element playing what it was given. Systems pause it by themselves (a phone call, Siri, a headset's button, a page that
 * was hidden), and nothing but the page starts it again. Browsers may refuse to sound before a person has touched the page; then, and
 * where trying does not help, `onStuck` asks for the touch, and `onPlaying` takes that back.
 */
export class KeepPlaying {
  #onStuck; #onPlaying; #back; #devices; #later; #element; #timer; #listening;
  #failed = 0;

  /**
   * @param {{onStuck?: () => void, onPlaying?: () => void, back?: import('../wire/returns.js').Returns, devices?: EventTarget,
   *   later?: (act: () => void, milliseconds: number) => any}} [options]
   */
  constructor({onStuck = () => {}, onPlaying = () => {}, back = returns(), devices = navigator.mediaDevices, later = (act, milliseconds) => setTimeout(act, milliseconds)} = {}) {
    this.#onStuck = onStuck;
    this.#onPlaying = onPlaying;
    this.#back = back;
    this.#devices = devices;
    this.#later = later;
  }

  /**
   * From now on this element plays this. To be called after each rendering: what plays already does not start anew.
   * @param {HTMLMediaElement|null|undefined} element @param {MediaStream|undefined} [stream]
   */
  follow(element, stream) {
    if (element !== this.#element) this.#attend(element);
    if (!element || element.srcObject === (stream ?? null)) return;
    element.srcObject = stream ?? null;
    this.#failed = 0;
    if (stream) this.#hear(stream);
    if (stream) this.play();
  }

  /** Shows the same anew: a picture that stands still although new ones come. */
  anew() {
    if (!this.#element?.srcObject) return;
    const {srcObject} = this.#element;
    this.#element.srcObject = null;
    this.#element.srcObject = srcObject;
    this.play();
  }

  /** Also for a press of a person. @returns {Promise<void>} never rejects */
  async play() {
    const element = this.#element;
    try {
      await element?.play();
    } catch (refusal) {
      if (element === this.#element) this.#refused(refusal);
    }
  }

  stop() { this.#attend(undefined); }

  /** @param {HTMLMediaElement|null|undefined} element */
  #attend(element) {
    this.#listening?.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#failed = 0;
    this.#element = element;
    if (!element) return;
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    element.addEventListener('playing', () => this.#onPlaying(), {signal});
    element.addEventListener('pause', () => this.#paused(), {signal});
    this.#devices?.addEventListener('devicechange', () => this.#again(), {signal});
    signal.addEventListener('abort', this.#back.on(() => this.#again()));
    if (element.srcObject) this.#hear(element.srcObject);
    this.#again();
  }

  /** @param {MediaStream} stream */
  #hear(stream) {
    const {signal} = this.#listening;
    for (const track of stream.getTracks()) track.addEventListener('unmute', () => this.#again(), {signal});
  }

  get #isPaused() {
    const element = this.#element;
    return Boolean(element?.isConnected && element.paused && isLive(element.srcObject));
  }

  /** The first time at once. A system that pauses it again and again is not fought. */
  #paused() {
    if (!this.#isPaused) return;
    this.#failed += 1;
    if (this.#failed >= PATIENCE) this.#onStuck();
    if (this.#failed === 1) this.play();
    this.#tryLater();
  }

  #refused({name}) {
    if (name === 'NotAllowedError') this.#onStuck();
  }

  #tryLater() { this.#timer ??= this.#later(() => this.#tick(), AGAIN_MS); }

  #tick() {
    this.#timer = undefined;
    if (!this.#isPaused) return void (this.#failed = 0);
    this.#failed += 1;
    if (this.#failed >= PATIENCE) this.#onStuck();
    this.play();
    this.#tryLater();
  }

  #again() { if (this.#isPaused) this.play(); }
}
