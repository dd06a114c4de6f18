// Microphone and camera, opened as a call opens them, and how loud it is.
import { keepSounding } from '../call/keep-sounding.js';

/** Louder than the noise of a good microphone in a quiet room; root mean square of 1. */
const HEARD = 0.01;
/** How long somebody has to say something. */
const LISTEN_MS = 4_000;
/** A quiet voice fills a third of the meter. */
const GAIN = 8;

/** @param {string} failure a CallFailure @returns {import('./rows.js').Finding} */
const blamed = (failure) => ({ outcome: /_(DENIED|FORBIDDEN|WITHHELD|UNANSWERED|MISSING|BUSY)$/.exec(failure)?.[1] ?? 'FAILED' });

/**
 * Opens both with one question if the browser allows that. A camera that works is told at once, while the microphone listens.
 * @param {import('../call/media.js').Media} media @param {(id: string, finding: import('./rows.js').Finding) => void} found
 */
export async function openDevices(media, found) {
  const both = await media.open({ camera: true });
  if (both.failure === 'MICROPHONE_UNANSWERED') {
    ['microphone', 'camera'].forEach((id) => found(id, blamed(both.failure)));
    return false;
  }
  const camera = both.ok ? both.notice && { ok: false, failure: both.notice } : await media.cameraOn();
  found('camera', !camera || camera.ok ? cameraFinding(media) : blamed(camera.failure));
  if (!both.ok) {
    found('microphone', blamed(both.failure));
  }
  return both.ok;
}

/** What a camera is good for that is open. @param {import('../call/media.js').Media} media @returns {import('./rows.js').Finding} */
export const cameraFinding = (media) => ({ outcome: media.heldBySystem.camera ? 'MUTED' : 'OK' });

/** The level of a microphone, again and again until `stop()`. */
export class Meter {
  #context = new AudioContext();
  #leave = keepSounding(this.#context);
  #analyser = this.#context.createAnalyser();
  #samples = new Float32Array(this.#analyser.fftSize);
  #track;
  #timer;
  #heard = () => {};

  /** @param {() => MediaStreamTrack | undefined} track the one in use now @param {(level: number) => void} show 0 to 1 */
  constructor(track, show) {
    this.#timer = setInterval(() => {
      this.#follow(track());
      const level = this.#level();
      if (level > HEARD) this.#heard();
      show(Math.min(1, level * GAIN));
    }, 80);
  }

  /** @returns {Promise<boolean>} whether there is anything to hear */
  hears() {
    return new Promise((resolve) => {
      setTimeout(() => resolve(false), LISTEN_MS);
      this.#heard = () => resolve(true);
    });
  }

  stop() {
    clearInterval(this.#timer);
    this.#leave();
    this.#context.close();
  }

  /** Another microphone may have been chosen. */
  #follow(track) {
    if (!track || track === this.#track) return;
    this.#track = track;
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(this.#analyser);
  }

  #level() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.sqrt(this.#samples.reduce((sum, each) => sum + each * each, 0) / this.#samples.length);
  }
}
