/**
 * This side's screen, or what of it the person picks. A leaf like {@link import('./media.js').Media}: nothing is captured
 * before `start()`, and the browser's own bar may stop it at any time.
 */
import {Questions, later} from './questions.js';
import {isForbidden, refusalOf} from './refusal.js';
import {SystemMute} from './system-mute.js';

/** Who picks nothing has changed their mind, and nothing went wrong. */
const FAILURES = {DENIED: undefined, FORBIDDEN: 'SCREEN_FORBIDDEN', WITHHELD: 'SCREEN_WITHHELD'};

export class ScreenShare {
  #devices; #forbids; #system; #questions;
  /** @type {MediaStreamTrack|undefined} */
  #track;

  /** Told when it was stopped from the browser's own bar, or what was shown is gone. */
  onEnded = () => {};
  /** Told when the system keeps it back, as a window that is not to be seen, or no more. */
  onMuted = () => {};
  /** `unanswered` is another. */
  onQuestion = () => {};

  constructor(devices = navigator.mediaDevices, forbids = isForbidden, clock = later) {
    this.#devices = devices;
    this.#forbids = forbids;
    this.#system = new SystemMute(() => this.onMuted(), clock);
    this.#questions = new Questions({onChange: () => this.onQuestion(), later: clock});
  }

  get possible() { return Boolean(this.#devices?.getDisplayMedia); }
  get track() { return this.#track; }
  get heldBySystem() { return this.#system.holds(this.#track); }
  get unanswered() { return this.#questions.unanswered; }

  /** The browser lets the person pick, for as long as that takes. @returns {Promise<{failure?: 'SCREEN_FORBIDDEN'|'SCREEN_WITHHELD'|'SCREEN_FAILED'}>} */
  async start() {
    try {
      const picked = await this.#questions.ask({screen: true},
        () => this.#devices.getDisplayMedia({video: {frameRate: {ideal: 15, max: 30}}, audio: false}));
      this.#take(picked.getVideoTracks()[0]);
      return {};
    } catch (problem) {
      if (!['NotAllowedError', 'SecurityError'].includes(problem.name)) return {failure: 'SCREEN_FAILED'};
      return {failure: FAILURES[refusalOf(problem, this.#forbids('display-capture'))]};
    }
  }

  stop() {
    if (!this.#track) return;
    this.#track.onended = null;
    this.#system.forget(this.#track);
    this.#track.stop();
    this.#track = undefined;
  }

  #take(track) {
    this.stop();
    this.#track = track;
    track.contentHint = 'detail'; // letters matter more than motion
    track.onended = () => { this.stop(); this.onEnded(); };
    this.#system.watch(track);
  }
}
