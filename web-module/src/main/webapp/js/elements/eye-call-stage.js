import { LitElement, html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { CallState, Side } from '../wire/protocol.js';
import { durationOf, isOpen, isRinging, isVideo } from '../call/call-store.js';
import { KeepPlaying } from '../call/keep-playing.js';
import { PictureWatch } from '../call/picture-watch.js';
import { ScreenAwake } from '../call/screen-awake.js';
import { callName, clockWords } from '../conversation/call-line.js';
import { callStageStyles } from './call-stage-styles.js';
import { buttons, reset } from './styles.js';
import { heldBySystem } from '../call/sent-state.js';
import { cameraQuestion, describeNotice, weakNetworkWords } from './call-words.js';
import { heldWords, mutedWords, theirPictureWords, unansweredWords, waitingWords } from './media-words.js';

/**
 * A call as one side sees it while it rings out or runs: the other person, the own tile, and what one can do. It fills
 * the box it is put into, from a narrow phone to a whole screen. What a person chooses leaves as `call-act`, whose
 * `detail` is a CallAct. While it has the focus, M is the microphone and V the camera; no key ends the call but its button.
 *
 * @property {import('../call/call-store.js').Call} call
 * @property {import('../call/session-view.js').SessionView} [view] this page's part in it
 * @property {import('../wire/protocol.js').Side} side who looks
 * @property {string} peerName the other person's name
 * @property {() => number} now the server's clock
 */
export class EyeCallStage extends LitElement {
  static properties = {
    call: { attribute: false }, view: { attribute: false }, side: {}, peerName: {}, now: { attribute: false },
    silenced: { state: true }, stopped: { state: true },
  };

  #listening;
  #tick;
  #voice = new KeepPlaying({ onStuck: () => { this.silenced = true; }, onPlaying: () => { this.silenced = false; } });
  #picture = new KeepPlaying({ onStuck: () => { this.stopped = true; }, onPlaying: () => { this.stopped = false; } });
  #watch = new PictureWatch();
  #awake = new ScreenAwake();

  constructor() {
    super();
    this.side = Side.CONSUMER;
    this.peerName = '';
    this.now = Date.now;
    this.silenced = false;
    this.stopped = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    this.addEventListener('keydown', (event) => this.renderRoot.querySelector('eye-call-bar')?.key(event), { signal: this.#listening.signal });
    this.#tick = setInterval(() => this.requestUpdate(), 500);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    clearInterval(this.#tick);
    this.#voice.stop();
    this.#picture.stop();
    this.#watch.watch(undefined);
    this.#awake.want(false);
  }

  /** Puts the keys of the call under the person's hands. */
  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector('eye-call-bar')?.focus();
  }

  get #other() { return this.side === Side.AGENT ? Side.CONSUMER : Side.AGENT; }
  get #othersMedia() { return this.call.media[this.#other]; }
  get #together() { return this.call.state === CallState.ACTIVE && this.view?.phase !== 'OVER'; }
  get #seesOther() {
    return Boolean(this.view?.remote) && this.#together && isVideo(this.call) && this.#othersMedia.camera && !this.#othersMedia.weakNetwork;
  }

  get #showsItself() { return Boolean(this.view?.sendsVideo) && !['EXPLAINING', 'OVER'].includes(this.view.phase); }

  render() {
    if (!this.call) return nothing;
    return html`
      <section class="stage ${this.#seesOther ? 'picture' : ''}" aria-label="${callName(this.call.mode)} with ${isolated(this.peerName)}">
        <video class="remote" autoplay playsinline muted .muted=${true} ?data-shown=${this.#seesOther}
          ?data-screen=${this.#othersMedia.screen} aria-label="${this.#othersMedia.screen ? 'Screen' : 'Picture'} of ${isolated(this.peerName)}"></video>
        <audio class="voice" autoplay></audio>
        ${this.#seesOther ? nothing : this.#person()}
        ${this.#head()}
        ${this.#showsItself ? html`<eye-own-picture .view=${this.view}></eye-own-picture>` : nothing}
        ${this.#notice()}
        <eye-call-bar .call=${this.call} .view=${this.view}></eye-call-bar>
        <p class="visually-hidden" role="status">${this.#announcement()}</p>
      </section>`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const [picture, voice] = ['.remote', '.voice'].map((each) => this.renderRoot.querySelector(each));
    this.#picture.follow(picture, this.view?.remote);
    this.#voice.follow(voice, this.view?.remote); // a picture that waits for its first frame would keep the voice waiting
    const there = this.isConnected && Boolean(this.call);
    this.#watch.watch(there && this.#seesOther ? picture : undefined);
    if (there && changed.has('view') && changed.get('view')?.quality !== this.view?.quality) this.#figuresCame();
    this.#awake.want(there && this.#showsPicture);
    this.#sound();
  }

  /** Somebody looks at a picture, or is looked at, and touches nothing for a long time. */
  get #showsPicture() { return this.#seesOther || this.#showsItself && Boolean(this.view.camera || this.view.sharesScreen); }

  /** Pictures came, and none is painted: they are shown anew. A shared screen may stand still by itself. */
  #figuresCame() {
    const comes = this.#seesOther && !this.#interrupted && !this.#othersMedia.screen && this.view.quality?.figures?.picture?.framesPerSecond > 0;
    if (comes && !document.pictureInPictureElement && this.#watch.stands()) this.#picture.anew();
  }

  /** A speaker that went away is no reason to be silent: the browser's own choice sounds. */
  #sound() {
    const voice = this.renderRoot.querySelector('.voice');
    const speaker = this.view?.speaker ?? '';
    if (voice?.setSinkId && voice.sinkId !== speaker) voice.setSinkId(speaker).catch(() => voice.setSinkId(''));
  }

  /** Its page was left or loaded again; the last picture stays until it is back. */
  get #otherLeft() { return this.#together && this.call.other === 'LEFT'; }

  /** Whoever is muted may send nothing: that alone says nothing of the network. */
  get #interrupted() { return this.view?.phase === 'INTERRUPTED' || this.#together && Boolean(this.view?.silent) && this.#othersMedia.microphone; }

  get #asked() { return this.#together && Boolean(this.view?.asked); }

  #person() {
    return html`
      <div class="person">
        <eye-avatar name=${this.peerName} seed=${this.peerName} ?calling=${!this.#together && this.view?.phase !== 'OVER'}
          ?anonymous=${this.side === Side.AGENT}></eye-avatar>
        <p class="name" dir="auto" title=${this.peerName}>${this.peerName}</p>
        <p class="what">${this.#whatHappens()}</p>
      </div>`;
  }

  #head() {
    const muted = this.#together && !this.#othersMedia.microphone;
    return html`
      <header class="head">
        ${this.#seesOther ? html`<span class="chip name" dir="auto" title=${this.peerName}>${this.peerName}</span>` : nothing}
        ${this.#together ? html`<span class="chip" role="timer" aria-label="Duration">
          <span class="live" aria-hidden="true"></span>${clockWords(durationOf(this.call, this.now()))}</span>` : nothing}
        ${this.#seesOther && this.#othersMedia.screen ? html`<span class="chip"><eye-icon name="monitor"></eye-icon>Shares the screen</span>` : nothing}
        ${this.#together && this.view?.quality ? html`<eye-call-quality .quality=${this.view.quality} .theirs=${this.call.quality?.[this.#other]}
          .peerName=${this.peerName}></eye-call-quality>` : nothing}
        ${muted ? html`<span class="chip warn"><eye-icon name="mic-off"></eye-icon>${mutedWords(this.#othersMedia)}</span>` : nothing}
        ${this.#seesOther ? html`<eye-picture-tools .picture=${() => this.renderRoot.querySelector('.remote')} .stage=${() => this}></eye-picture-tools>` : nothing}
      </header>`;
  }

  #notice() {
    if (this.silenced) return this.#startButton('volume-x', 'Turn the sound on');
    if (this.stopped && this.#seesOther) return this.#startButton('video', 'Go on with the picture');
    if (this.#otherLeft) {
      return html`<p class="banner"><eye-icon name="hourglass"></eye-icon><span>One moment, <bdi>${this.peerName}</bdi> will be back…</span></p>`;
    }
    if (this.#interrupted) {
      return html`<p class="banner"><eye-icon name="wifi-off"></eye-icon>Connection interrupted. Trying to get it back…</p>`;
    }
    if (this.#asked) return html`<eye-camera-question peerName=${this.peerName}></eye-camera-question>`;
    const held = this.#held;
    if (held) return html`<p class="banner" role="alert"><eye-icon name=${held.icon}></eye-icon>${held.text}</p>`;
    const unanswered = unansweredWords(this.view?.unanswered);
    if (unanswered) return html`<p class="banner" role="alert"><eye-icon name="hourglass"></eye-icon>${unanswered}</p>`;
    if (!this.view?.notice) return this.#pausedForVoice();
    const { icon, text, errorId } = describeNotice(this.view.notice);
    return html`<p class="banner" role="alert"><eye-icon name=${icon}></eye-icon><span>${text}
      ${errorId ? html`<span class="id">Error ${errorId}</span>` : nothing}</span></p>`;
  }

  /** Browsers may want a touch of the person first. */
  #startButton(icon, words) {
    return html`<button type="button" class="btn banner" @click=${() => { this.#voice.play(); this.#picture.play(); }}>
      <eye-icon name=${icon}></eye-icon>${words}</button>`;
  }

  /** What the person has on and the system keeps back: it is said for as long as it is so. */
  get #held() { return this.view && this.view.phase !== 'OVER' ? heldWords(heldBySystem(this.view), this.view.sharesScreen) : undefined; }

  #pausedForVoice() {
    return this.view?.pausedForVoice ? html`<p class="banner"><eye-icon name="signal-low"></eye-icon>${weakNetworkWords()}</p>` : nothing;
  }

  #whatHappens() {
    if (isRinging(this.call)) return html`Ringing · ${clockWords(Math.max(0, this.call.expiresAt - this.now()))} left`;
    if (!this.view) return 'In another tab';
    if (this.view.phase === 'OVER') return 'Ending the call…';
    if (this.view.phase === 'OPENING') {
      return this.view.asksCamera ? 'Waiting for your camera and microphone…' : 'Waiting for your microphone…';
    }
    if (!this.#together) return waitingWords(this.#othersMedia, this.peerName) ?? 'Connecting…';
    if (this.#othersMedia.weakNetwork) return weakNetworkWords(this.peerName);
    return isVideo(this.call) && !this.#othersMedia.camera ? theirPictureWords(this.#othersMedia, this.peerName) : 'Voice call';
  }

  #announcement() {
    if (this.#otherLeft) return `One moment, ${isolated(this.peerName)} will be back.`;
    if (this.#interrupted) return 'The connection is interrupted.';
    if (this.view?.phase === 'OVER') return 'The call is ending.';
    if (!this.#together) return isRinging(this.call) ? `${isolated(this.peerName)} is being called.` : waitingWords(this.#othersMedia, this.peerName) ?? 'Connecting.';
    if (this.#asked) return cameraQuestion(this.peerName);
    const { microphone, camera, screen, weakNetwork } = this.#othersMedia;
    const picture = isVideo(this.call) ? `, ${!camera ? theirPictureWords(this.#othersMedia, this.peerName) : screen ? 'shares the screen' : 'camera on'}` : '';
    const mark = this.view?.quality?.mark ?? 'GOOD';
    const quality = mark === 'GOOD' ? '' : ` Your connection is ${mark.toLowerCase()}.`;
    const paused = `${weakNetwork ? ` ${weakNetworkWords(this.peerName)}` : ''}${this.view?.pausedForVoice ? ` ${weakNetworkWords()}` : ''}`;
    return `Connected with ${isolated(this.peerName)}: microphone ${microphone ? 'on' : mutedWords(this.#othersMedia).toLowerCase()}${picture}.${quality}${paused}`;
  }

  static styles = [reset, buttons, callStageStyles];
}
