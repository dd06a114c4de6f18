/**
 * Which of the own tracks the system keeps back: the operating system, a key of the headset or the keyboard, a phone call, another
 * program. `muted` is never a page's doing, and no page can undo it (W3C Media Capture and Streams, 4.3.1); the browser says when it begins and ends.
 * Chromium mutes a camera that misses some frames, too: what is shorter than SYSTEM_MUTE_MS is nothing to speak of.
 *
 * @typedef {{microphone: boolean, camera: boolean, screen: boolean}} SystemMutes  what the system holds, whether the person has it on or not
 */
import {later} from './questions.js';
import {SYSTEM_MUTE_MS} from './time-limits.js';

export class SystemMute {
  #onChange; #later;
  /** What ends the watch over a track. @type {Map<MediaStreamTrack, () => void>} */
  #watched = new Map();
  /** @type {Set<MediaStreamTrack>} */
  #held = new Set();

  /** @param {() => void} onChange what `holds` says of a track that is watched is another @param {import('./questions.js').Later} [clock] */
  constructor(onChange, clock = later) {
    this.#onChange = onChange;
    this.#later = clock;
  }

  /** @param {MediaStreamTrack} [track] */
  holds(track) { return this.#held.has(track); }

  /** @param {MediaStreamTrack} track */
  watch(track) {
    const listening = new AbortController();
    let cancel = () => {};
    const look = () => {
      cancel();
      if (track.muted) cancel = this.#later(SYSTEM_MUTE_MS, () => this.#hold(track));
      else if (this.#held.delete(track)) this.#onChange();
    };
    ['mute', 'unmute'].forEach(type => track.addEventListener(type, look, {signal: listening.signal}));
    this.#watched.set(track, () => { cancel(); listening.abort(); });
    look();
  }

  /** @param {MediaStreamTrack} track */
  forget(track) {
    this.#watched.get(track)?.();
    this.#watched.delete(track);
    this.#held.delete(track);
  }

  #hold(track) {
    this.#held.add(track);
    this.#onChange();
  }
}
