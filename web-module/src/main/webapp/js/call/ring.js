/**
 * The audible ring, made of two soft tones, no file. Browsers let a page sound only after a person has touched it:
 * before that the ring stays silent by itself, and sounds as soon as it may.
 */

import {keepSounding, wake} from './keep-sounding.js';

/** One ring: two notes twice, then silence; seconds from its start, and hertz. */
const NOTES = [[0, 659.26], [0.16, 783.99], [0.5, 659.26], [0.66, 783.99]];
const NOTE_SECONDS = 0.28;
const PERIOD_MS = 3_000;
const LOUDNESS = 0.14;

export class Ring {
  #context; #timer; #gain; #create;

  /** @param {() => AudioContext} [create] */
  constructor(create = () => new AudioContext()) { this.#create = create; }

  /** Rings until `stop()`. Calling it twice is one ring. */
  start() {
    if (this.#timer) return;
    this.#timer = setInterval(() => this.#sound(), PERIOD_MS);
    this.#sound();
  }

  /** Silent at once, in the middle of a note too. */
  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#gain?.disconnect();
    this.#gain = undefined;
  }

  /** To be called from a click or a key: from then on the ring may sound. */
  unlock() {
    if (!mayCreate()) return;
    if (this.#context) return wake(this.#context);
    this.#context = this.#create();
    keepSounding(this.#context, {onRunning: () => this.#soundsAgain()});
  }

  /** What may sound at last does not wait for the next turn. */
  #soundsAgain() { if (this.#timer && !this.#gain) this.#sound(); }

  #sound() {
    this.unlock();
    this.#gain?.disconnect();
    this.#gain = undefined;
    if (this.#context?.state !== 'running') return;
    this.#gain = new GainNode(this.#context, {gain: LOUDNESS});
    this.#gain.connect(this.#context.destination);
    NOTES.forEach(([at, frequency]) => this.#note(this.#context.currentTime + at, frequency));
  }

  #note(at, frequency) {
    const tone = new OscillatorNode(this.#context, {type: 'sine', frequency});
    const shape = new GainNode(this.#context, {gain: 0});
    shape.gain.setValueAtTime(0, at);
    shape.gain.linearRampToValueAtTime(1, at + 0.02);
    shape.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS);
    tone.connect(shape).connect(this.#gain);
    tone.start(at);
    tone.stop(at + NOTE_SECONDS);
  }
}

/** A context made before anybody touched the page only makes the browser complain. */
const mayCreate = () => typeof AudioContext === 'function' && navigator.userActivation?.hasBeenActive !== false;
