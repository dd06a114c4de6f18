/**
 * This side's screen, or what of it the person picks. A leaf like {@link import('./media.js').Media}: nothing is captured
 * before `start()`, and the browser's own bar may stop it at any time.
 */
export class ScreenShare {
  #devices;
  /** @type {MediaStreamTrack|undefined} */
  #track;

  /** Told when it was stopped from the browser's own bar, or what was shown is gone. */
  onEnded = () => {};

  constructor(devices = navigator.mediaDevices) { this.#devices = devices; }

  get possible() { return Boolean(this.#devices?.getDisplayMedia); }
  get track() { return this.#track; }

  /** The browser lets the person pick. Who picks nothing has changed their mind, and nothing went wrong. @returns {Promise<{failure?: 'SCREEN_FAILED'}>} */
  async start() {
    try {
      const picked = await this.#devices.getDisplayMedia({video: {frameRate: {ideal: 15, max: 30}}, audio: false});
      this.#take(picked.getVideoTracks()[0]);
      return {};
    } catch (problem) {
      return problem.name === 'NotAllowedError' ? {} : {failure: 'SCREEN_FAILED'};
    }
  }

  stop() {
    if (!this.#track) return;
    this.#track.onended = null;
    this.#track.stop();
    this.#track = undefined;
  }

  #take(track) {
    this.stop();
    this.#track = track;
    track.contentHint = 'detail'; // letters matter more than motion
    track.onended = () => { this.stop(); this.onEnded(); };
  }
}
