/**
 * Which of the own tracks the system keeps back: the operating system, a key of the headset or the keyboard, a phone call, another
 * program. `muted` is never a page's doing, and no page can undo it (W3C Media Capture and Streams, 4.3.1); the browser says when it begins and ends.
 *
 * @typedef {{microphone: boolean, camera: boolean, screen: boolean}} SystemMutes  what is on by the person's wish or not, and held by the system
 */
export class SystemMute {
  #onChange;
  /** @type {Map<MediaStreamTrack, AbortController>} */
  #listening = new Map();

  /** @param {() => void} onChange a track that is watched was muted, or is not any more */
  constructor(onChange) { this.#onChange = onChange; }

  /** @param {MediaStreamTrack} track */
  watch(track) {
    const listening = new AbortController();
    this.#listening.set(track, listening);
    ['mute', 'unmute'].forEach(type => track.addEventListener(type, () => this.#onChange(), {signal: listening.signal}));
  }

  /** @param {MediaStreamTrack} track */
  forget(track) {
    this.#listening.get(track)?.abort();
    this.#listening.delete(track);
  }
}

/** @param {MediaStreamTrack} [track] */
export const isHeldBySystem = track => Boolean(track?.muted);
