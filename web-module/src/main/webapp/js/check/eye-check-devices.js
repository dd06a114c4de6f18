import { LitElement, html, nothing } from 'lit';
import { local } from '../browser/storage.js';
import { DeviceChoice, inventory } from '../call/device-choice.js';
import { KeepPlaying } from '../call/keep-playing.js';
import { Questions } from '../call/questions.js';
import { Media } from '../call/media.js';
import { heldWords, unansweredWords } from '../elements/media-words.js';
import { buttons, fields, reset } from '../elements/styles.js';
import { devicesStyles } from './check-styles.js';
import { Meter } from './probe-devices.js';
import { playTone } from './tone.js';

/** @type {{ kind: import('../call/device-choice.js').DeviceKind, name: string }[]} */
const KINDS = [{ kind: 'videoinput', name: 'Camera' }, { kind: 'audioinput', name: 'Microphone' }];

const KEPT = 'What you choose is used for your next call in this browser.';
const NOT_KEPT = 'This browser keeps nothing: what you choose here is forgotten when you leave this page.';
const HEARD_WRONG = 'This device could not be opened. The one before goes on.';

/**
 * Chooses microphone, camera and speaker for the next call, with a picture, a meter and a sound. Down: `media`, the devices of a
 * running check, and `version`, which counts what came of it; without one the person may open them here, and nothing else does. `close()` closes what was opened here.
 */
export class EyeCheckDevices extends LitElement {
  static properties = {
    media: { attribute: false }, version: { attribute: false }, trial: { state: true }, listed: { state: true }, sounding: { state: true }, problem: { state: true },
  };

  static styles = [reset, buttons, fields, devicesStyles];

  #choice = new DeviceChoice();
  /** @type {Meter | undefined} */
  #meter;
  #playing = new KeepPlaying();
  #listening = new AbortController();
  /** What devices there are. */
  #listing = new Questions({ onChange: () => this.requestUpdate() });
  /** Being opened here. @type {Media | undefined} */
  #asking;

  constructor() {
    super();
    /** @type {Media | undefined} */
    this.media = undefined;
    this.version = 0;
    /** @type {Media | undefined} */
    this.trial = undefined;
    this.listed = inventory([], {});
    this.sounding = false;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    navigator.mediaDevices?.addEventListener('devicechange', () => this.look(), { signal: this.#listening.signal });
    this.look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#playing.stop();
    this.#listing.close();
    this.close();
  }

  /** What is plugged in now; names that are known stay where the browser forgets them. */
  async look() {
    const found = inventory(await this.#listing.ask({}, async () => (await navigator.mediaDevices?.enumerateDevices()) ?? []), {
      audioinput: this.#choice.of('audioinput'), videoinput: this.#choice.of('videoinput'), audiooutput: this.#choice.of('audiooutput'),
    });
    const open = (this.media ?? this.trial)?.inventory;
    this.listed = open?.audioinput.length ? open : found.audioinput.length || found.videoinput.length ? found : this.listed;
  }

  /** @param {number} level 0 to 1 */
  show(level) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.level'))?.style.setProperty('--level', String(level));
  }

  close() {
    this.#meter?.stop();
    this.trial?.close();
    this.#meter = this.trial = undefined;
    this.show(0);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (this.isConnected) this.#playing.follow(this.renderRoot.querySelector('video'), (this.media ?? this.trial)?.stream);
    if (changed.has('media')) {
      if (this.media) this.close();
      else this.show(0);
    }
    if (changed.has('media') || (changed.has('version') && this.media)) this.look();
  }

  render() {
    const open = this.media ?? this.trial;
    const seen = Boolean(open?.cameraTrack) && !open?.heldBySystem.camera;
    return html`
      <div class="picture">
        <video class=${open?.mirrored ? 'mirrored' : ''} ?hidden=${!seen} autoplay muted playsinline aria-label="Your own picture"></video>
        ${seen ? nothing : html`<p><eye-icon name="camera-off"></eye-icon>${open ? (open.heldBySystem.camera ? 'Your system has stopped the camera' : 'No picture') : 'The camera is off'}</p>`}
      </div>
      <div class="choices">
        ${KINDS.map(({ kind, name }) => html`${this.#select(kind, name)}
          ${kind === 'audioinput' ? html`<div class="level" aria-hidden="true"></div>` : nothing}`)}
        <div class="speaker">${this.#select('audiooutput', 'Speaker')}
          <button class="btn" ?disabled=${this.sounding} @click=${this.#sound}><eye-icon name="volume-2"></eye-icon>Play a sound</button></div>
      </div>
      <div class="foot"><p role="status">${this.#says() || (local.kept ? KEPT : NOT_KEPT)}</p>
        ${this.media ? nothing : html`<button class="btn small" @click=${this.trial ? this.close : this.#open}>
          <eye-icon name=${this.trial ? 'video-off' : 'video'}></eye-icon>${this.trial ? 'Switch them off' : 'Try camera and microphone'}</button>`}</div>`;
  }

  /** A question that is open, then what the system keeps back, then what went wrong. */
  #says() {
    const { microphone, camera } = (this.media ?? this.trial)?.heldBySystem ?? { microphone: false, camera: false };
    return unansweredWords((this.media ?? this.#asking ?? this.trial)?.unanswered ?? this.#listing.unanswered) ?? heldWords({ microphone, picture: camera }, false)?.text ?? this.problem;
  }

  /** @param {import('../call/device-choice.js').DeviceKind} kind @param {string} name */
  #select(kind, name) {
    const devices = this.listed[kind];
    if (kind === 'audiooutput' && devices.length === 0) return nothing;
    return html`<label class="field"><span class="label">${name}</span>
      <select class="input" ?disabled=${devices.length === 0} @change=${(/** @type {Event} */ event) => this.#pick(kind, /** @type {any} */ (event.target).value)}>
        ${devices.length === 0 ? html`<option>None known yet</option>` : nothing}
        ${devices.some(({ chosen }) => chosen) || devices.length === 0 ? nothing : html`<option value="" selected disabled>The browser’s choice</option>`}
        ${devices.map(({ deviceId, label, chosen }) => html`<option value=${deviceId} ?selected=${chosen}>${label}</option>`)}
      </select></label>`;
  }

  /** @param {import('../call/device-choice.js').DeviceKind} kind @param {string} deviceId */
  async #pick(kind, deviceId) {
    const open = this.media ?? this.trial;
    const opened = open ? await open.choose({ kind, deviceId }) : { ok: true };
    this.problem = opened.ok ? '' : HEARD_WRONG;
    if (opened.ok) this.#choice.choose({ kind, deviceId });
    await this.look();
    this.requestUpdate();
  }

  async #open() {
    if (this.#asking) return;
    const media = this.#asking = new Media();
    media.onQuestion = media.onDevicesChanged = () => this.requestUpdate();
    const opened = await media.open({ camera: true });
    this.#asking = undefined;
    if (!this.isConnected || this.media) {
      media.close();
      return;
    }
    this.problem = opened.ok ? '' : 'Microphone and camera could not be opened. The check says why.';
    if (!opened.ok) {
      media.close();
      return;
    }
    this.trial = media;
    this.#meter = new Meter(() => media.microphoneTrack, (level) => this.show(level));
    await this.look();
  }

  async #sound() {
    this.sounding = true;
    await playTone(this.#choice.of('audiooutput')).catch(() => undefined);
    this.sounding = false;
  }
}
