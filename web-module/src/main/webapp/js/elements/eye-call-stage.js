import { LitElement, html, css, nothing } from 'lit';
import { CallState, Side } from '../wire/protocol.js';
import { durationOf, isOpen, isRinging, isVideo } from '../call/call-store.js';
import { callName, clockWords } from '../conversation/call-line.js';
import { buttons, reset } from './styles.js';
import { describeFailure } from './call-words.js';

/**
 * A call as one side sees it while it rings out or runs: the other person, the own tile, and what one can do. It fills
 * the box it is put into, from a narrow phone to a whole screen. What a person chooses leaves as `call-act`, whose
 * `detail` is a CallAct. While it has the focus, M is the microphone and V the camera; no key ends the call but its button.
 *
 * @property {import('../call/call-store.js').Call} call
 * @property {import('../call/call-session.js').SessionView} [view] this page's part in it
 * @property {import('../wire/protocol.js').Side} side who looks
 * @property {string} peerName the other person's name
 * @property {() => number} now the server's clock
 */
export class EyeCallStage extends LitElement {
  static properties = {
    call: { attribute: false }, view: { attribute: false }, side: {}, peerName: {}, now: { attribute: false },
    silenced: { state: true },
  };

  #listening;
  #tick;

  constructor() {
    super();
    this.side = Side.CONSUMER;
    this.peerName = '';
    this.now = Date.now;
    this.silenced = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    this.addEventListener('keydown', (event) => this.#key(event), { signal: this.#listening.signal });
    this.#tick = setInterval(() => this.requestUpdate(), 500);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    clearInterval(this.#tick);
  }

  /** Puts the keys of the call under the person's hands. */
  focus() { this.renderRoot.querySelector('.bar button')?.focus(); }

  get #other() { return this.side === Side.AGENT ? Side.CONSUMER : Side.AGENT; }
  get #othersMedia() { return this.call.media[this.#other]; }
  get #together() { return this.call.state === CallState.ACTIVE && this.view?.phase !== 'OVER'; }
  get #seesOther() {
    return Boolean(this.view?.remote) && this.#together && isVideo(this.call) && this.#othersMedia.camera;
  }

  render() {
    if (!this.call) return nothing;
    return html`
      <section class="stage ${this.#seesOther ? 'picture' : ''}" aria-label="${callName(this.call.mode)} with ${this.peerName}">
        <video class="remote" autoplay playsinline muted .muted=${true} ?data-shown=${this.#seesOther}
          aria-label="Picture of ${this.peerName}"></video>
        <audio class="voice" autoplay></audio>
        ${this.#seesOther ? nothing : this.#person()}
        ${this.#head()} ${this.#tile()} ${this.#notice()} ${this.#bar()}
        <p class="visually-hidden" role="status">${this.#announcement()}</p>
      </section>`;
  }

  updated() {
    this.#play('.remote', this.view?.remote);
    this.#play('.voice', this.view?.remote); // a picture that waits for its first frame would keep the voice waiting
    this.#play('.own', this.view?.local);
  }

  /** By hand: the template would set the stream anew at each rendering, and each time the picture would start anew. */
  #play(selector, stream) {
    const element = this.renderRoot.querySelector(selector);
    if (!element || element.srcObject === (stream ?? null)) return;
    element.srcObject = stream ?? null;
    if (stream) this.#start(element);
  }

  /** Browsers may refuse to sound before the person touched the page; then a button asks for the touch. */
  async #start(element) {
    try {
      await element.play();
      if (!element.muted) this.silenced = false;
    } catch (refusal) {
      if (refusal.name === 'NotAllowedError') this.silenced = true;
    }
  }

  #person() {
    return html`
      <div class="person">
        <eye-avatar class=${this.#together || this.view?.phase === 'OVER' ? '' : 'waiting'} name=${this.peerName} seed=${this.peerName}
          ?anonymous=${this.side === Side.AGENT}></eye-avatar>
        <p class="name">${this.peerName}</p>
        <p class="what">${this.#whatHappens()}</p>
      </div>`;
  }

  #head() {
    const muted = this.#together && !this.#othersMedia.microphone;
    return html`
      <header class="head">
        ${this.#seesOther ? html`<span class="chip name">${this.peerName}</span>` : nothing}
        ${this.#together ? html`<span class="chip" role="timer" aria-label="Duration">
          <span class="live" aria-hidden="true"></span>${clockWords(durationOf(this.call, this.now()))}</span>` : nothing}
        ${muted ? html`<span class="chip warn"><eye-icon name="mic-off"></eye-icon>Muted</span>` : nothing}
      </header>`;
  }

  #tile() {
    if (!this.view?.sendsVideo || ['EXPLAINING', 'OVER'].includes(this.view.phase)) return nothing;
    return html`
      <div class="tile" ?data-mirrored=${this.view.mirrored}>
        ${this.view.camera
          ? html`<video class="own" autoplay playsinline muted .muted=${true} aria-label="Your own picture"></video>`
          : html`<div class="dark"><eye-icon name="video-off"></eye-icon><span>Camera off</span></div>`}
        ${this.view.microphone ? nothing : html`<eye-icon class="mark" name="mic-off" label="You are muted"></eye-icon>`}
      </div>`;
  }

  #notice() {
    if (this.silenced) {
      return html`<button type="button" class="btn banner" @click=${() => this.#start(this.renderRoot.querySelector('.voice'))}>
        <eye-icon name="volume-x"></eye-icon>Turn the sound on</button>`;
    }
    if (this.view?.phase === 'INTERRUPTED') {
      return html`<p class="banner"><eye-icon name="wifi-off"></eye-icon>Connection interrupted. Trying to get it back…</p>`;
    }
    if (!this.view?.notice) return nothing;
    return html`<p class="banner"><eye-icon name="video-off"></eye-icon>${describeFailure(this.view.notice).title}</p>`;
  }

  #bar() {
    const { view } = this;
    const devices = view && isOpen(this.call) && !['EXPLAINING', 'OPENING', 'OVER'].includes(view.phase);
    return html`
      <div class="bar" role="toolbar" aria-label="Call">
        ${devices ? this.#microphone() : nothing}
        ${devices && view.sendsVideo ? this.#camera() : nothing}
        ${devices && view.canSwitchCamera ? this.#control('SWITCH_CAMERA', 'switch-camera', 'Switch camera') : nothing}
        ${this.#leave()}
      </div>`;
  }

  #microphone() {
    return this.view.microphone
      ? this.#control('MUTE', 'mic', 'Mute microphone', 'M')
      : this.#control('UNMUTE', 'mic-off', 'Unmute microphone', 'M', true);
  }

  #camera() {
    return this.view.camera
      ? this.#control('CAMERA_OFF', 'video', 'Turn camera off', 'V')
      : this.#control('CAMERA_ON', 'video-off', 'Turn camera on', 'V', true);
  }

  #control(act, icon, label, key, off = false) {
    return html`<button type="button" class="control ${off ? 'off' : ''}" aria-label=${label}
      title=${key ? `${label} (${key})` : label} aria-keyshortcuts=${key ?? nothing} @click=${() => this.#act(act)}>
      <eye-icon name=${icon}></eye-icon></button>`;
  }

  #leave() {
    if (this.view?.phase === 'OVER') return nothing;
    const [act, label] = isRinging(this.call) ? ['CANCEL', 'Cancel invitation'] : ['HANG_UP', 'Hang up'];
    return html`<button type="button" class="control leave" aria-label=${label} title=${label}
      @click=${() => this.#act(act)}><eye-icon name="phone-off"></eye-icon>${act === 'CANCEL' ? 'Cancel' : nothing}</button>`;
  }

  #whatHappens() {
    if (isRinging(this.call)) return html`Ringing · ${clockWords(Math.max(0, this.call.expiresAt - this.now()))} left`;
    if (!this.view) return 'In another tab';
    if (this.view.phase === 'OVER') return 'Ending the call…';
    if (this.view.phase === 'OPENING') {
      return this.view.asksCamera ? 'Waiting for your camera and microphone…' : 'Waiting for your microphone…';
    }
    if (!this.#together) return 'Connecting…';
    return isVideo(this.call) && !this.#othersMedia.camera ? 'Camera is off' : 'Voice call';
  }

  #announcement() {
    if (this.view?.phase === 'INTERRUPTED') return 'The connection is interrupted.';
    if (this.view?.phase === 'OVER') return 'The call is ending.';
    if (!this.#together) return isRinging(this.call) ? `${this.peerName} is being called.` : 'Connecting.';
    const { microphone, camera } = this.#othersMedia;
    const picture = isVideo(this.call) ? `, ${camera ? 'camera on' : 'camera off'}` : '';
    return `Connected with ${this.peerName}: microphone ${microphone ? 'on' : 'muted'}${picture}.`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !this.view) return;
    const key = event.key.toLowerCase();
    if (key === 'm') this.#act(this.view.microphone ? 'MUTE' : 'UNMUTE');
    if (key === 'v' && this.view.sendsVideo) this.#act(this.view.camera ? 'CAMERA_OFF' : 'CAMERA_ON');
  }

  /** @param {import('../call/calls.js').CallAct} act */
  #act(act) {
    this.dispatchEvent(new CustomEvent('call-act', { detail: act, bubbles: true, composed: true }));
  }

  static styles = [reset, buttons, css`
    :host {
      display: block;
      position: relative;
      min-height: 16rem;
      height: 100%;
      color-scheme: dark;
      color: var(--color-text);
      background: var(--color-sunken);
      container-type: size;
      overflow: hidden;
    }
    .stage {
      position: absolute;
      inset: 0;
      background: radial-gradient(120% 90% at 50% 30%, var(--color-raised), var(--color-sunken) 75%);
    }
    .stage.picture {
      background: var(--color-sunken);
    }
    .remote {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: contain;
      opacity: 0;
      transition: opacity var(--medium) var(--ease);
    }
    .remote[data-shown] {
      opacity: 1;
    }
    .person {
      position: absolute;
      inset: 0 0 5.5rem;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: var(--space-1);
      padding: var(--space-4);
      text-align: center;
    }
    eye-avatar {
      --avatar-size: clamp(5rem, 24cqmin, 8.5rem);
      margin-bottom: var(--space-4);
    }
    eye-avatar.waiting {
      animation: waiting 2.4s var(--ease) infinite;
    }
    @keyframes waiting {
      from { box-shadow: 0 0 0 0 color-mix(in srgb, var(--color-accent) 45%, transparent); }
      70%, to { box-shadow: 0 0 0 1.75rem transparent; }
    }
    .person .name {
      font-size: var(--text-xl);
      font-weight: var(--weight-strong);
      letter-spacing: var(--tracking-tight);
      overflow-wrap: anywhere;
    }
    .what {
      color: var(--color-text-soft);
      font-variant-numeric: tabular-nums;
    }
    .head {
      position: absolute;
      inset: var(--space-3) var(--space-3) auto;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      pointer-events: none;
    }
    .chip {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 1.875rem;
      padding: 0 var(--space-3);
      border-radius: var(--radius-full);
      background: rgb(10 14 16 / 0.72);
      color: #f3f6f7;
      font-size: var(--text-sm);
      font-variant-numeric: tabular-nums;
      --icon-size: 0.9375rem;
    }
    .chip.name {
      max-width: 60cqw;
      font-weight: var(--weight-medium);
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }
    .live {
      width: 0.5rem;
      height: 0.5rem;
      border-radius: var(--radius-full);
      background: var(--color-positive);
    }
    .tile {
      position: absolute;
      right: var(--space-3);
      bottom: 6rem;
      width: clamp(6.5rem, 24cqw, 14rem);
      aspect-ratio: 4 / 3;
      border-radius: var(--radius-lg);
      background: var(--color-raised);
      box-shadow: 0 0 0 1px rgb(255 255 255 / 0.14), var(--shadow-3);
      overflow: hidden;
    }
    .tile video {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    .tile[data-mirrored] video {
      transform: scaleX(-1);
    }
    .tile .dark {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: var(--space-1);
      height: 100%;
      color: var(--color-text-soft);
      font-size: var(--text-xs);
    }
    .tile .mark {
      position: absolute;
      left: var(--space-2);
      bottom: var(--space-2);
      padding: 0.25rem;
      border-radius: var(--radius-full);
      background: rgb(10 14 16 / 0.72);
      color: #f3f6f7;
      --icon-size: 1.375rem;
    }
    .banner {
      position: absolute;
      inset: auto var(--space-3) 6rem;
      display: flex;
      align-items: center;
      gap: var(--space-2);
      width: fit-content;
      max-width: calc(100% - 2 * var(--space-3) - clamp(6.5rem, 24cqw, 14rem) - var(--space-3));
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius-md);
      background: var(--color-warning-soft);
      color: var(--color-warning-text);
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      --icon-size: 1.125rem;
    }
    .bar {
      position: absolute;
      inset: auto 0 0;
      display: flex;
      justify-content: center;
      gap: var(--space-3);
      padding: var(--space-5) var(--space-3) max(var(--space-5), env(safe-area-inset-bottom));
      background: linear-gradient(transparent, rgb(10 14 16 / 0.7));
    }
    .control {
      display: grid;
      place-items: center;
      flex: none;
      width: 3.25rem;
      height: 3.25rem;
      padding: 0;
      border: 0;
      border-radius: var(--radius-full);
      background: rgb(58 68 74 / 0.92);
      color: #f3f6f7;
      cursor: pointer;
      -webkit-tap-highlight-color: transparent;
      transition: background-color var(--fast) var(--ease), transform var(--fast) var(--ease);
      --icon-size: 1.375rem;
    }
    .control:hover {
      background: rgb(78 90 97 / 0.96);
    }
    .control:active {
      transform: scale(0.95);
    }
    .control.off {
      background: #f3f6f7;
      color: #171d20;
    }
    .control.off:hover {
      background: #ffffff;
    }
    .control.leave {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--space-2);
      width: auto;
      min-width: 4.25rem;
      padding: 0 var(--space-4);
      font-size: var(--text-md);
      font-weight: var(--weight-medium);
      background: #c8352f;
      color: #ffffff;
    }
    .control.leave:hover {
      background: #ac2823;
    }
    .control:focus-visible {
      outline: 3px solid var(--color-focus);
      outline-offset: 3px;
    }
    @container (aspect-ratio < 0.75) {
      .remote {
        object-fit: cover;
      }
      .tile {
        aspect-ratio: 3 / 4;
        width: clamp(5.5rem, 26cqw, 9rem);
      }
    }
    @container (height < 24rem) {
      .tile,
      .banner {
        bottom: 5.25rem;
      }
      eye-avatar {
        --avatar-size: 3.5rem;
        margin-bottom: var(--space-1);
      }
      .person {
        inset-block-end: 4.5rem;
        gap: 0;
      }
      .bar {
        padding-block: var(--space-3);
      }
    }
    @container (height < 20rem) {
      .tile {
        top: var(--space-3);
        right: var(--stage-corner, var(--space-3)); /* whoever puts a button into the corner says how wide it is */
        bottom: auto;
        width: 5.5rem;
      }
    }
    @media (forced-colors: active) {
      .control {
        border: 1px solid ButtonText;
      }
    }
  `];
}
