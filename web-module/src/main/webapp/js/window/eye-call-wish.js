import { LitElement, html, css } from 'lit';
import { WISH_PAUSE_MS } from '../conversation/call-wish.js';
import { callName } from '../conversation/call-line.js';
import { buttons, reset } from '../elements/styles.js';
import { Ticker } from '../elements/ticker.js';
import { CallMode } from '../wire/protocol.js';

/**
 * The consumer asks for a call. Says `ask` with `{ mode }`; just after that it says that the wish has arrived.
 *
 * @property {boolean} voice voice calls are on
 * @property {boolean} video video calls are on
 * @property {{mode: string, at: number}} [wish] the last one, as the transcript has it
 * @property {() => number} now the server's clock
 */
export class EyeCallWish extends LitElement {
  static properties = { voice: { type: Boolean }, video: { type: Boolean }, wish: { attribute: false }, now: { attribute: false } };

  constructor() {
    super();
    this.voice = false;
    this.video = false;
    this.now = Date.now;
    new Ticker(this, 1_000, () => this.#asked);
  }

  get #asked() { return Boolean(this.wish) && this.now() - this.wish.at < WISH_PAUSE_MS; }

  render() {
    return html`<div class="wish" role="status">${this.#asked ? this.#said() : ''}</div>
      ${this.#asked ? '' : html`<div class="wish" role="group" aria-label="Would you rather talk?">
        ${this.voice ? this.#button(CallMode.VOICE_CALL, 'phone') : ''}
        ${this.video ? this.#button(CallMode.VIDEO_CALL, 'video') : ''}</div>`}`;
  }

  #said() {
    return html`<eye-icon name="circle-check"></eye-icon>You asked for a ${callName(this.wish.mode).toLowerCase()}. We will invite you here.`;
  }

  #button(mode, icon) {
    return html`<button type="button" class="btn small" @click=${() => this.#ask(mode)}>
      <eye-icon name=${icon}></eye-icon>Ask for a ${callName(mode).toLowerCase()}</button>`;
  }

  #ask(mode) { this.dispatchEvent(new CustomEvent('ask', { detail: { mode } })); }

  static styles = [reset, buttons, css`
    :host {
      display: block;
    }
    .wish {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      padding-bottom: var(--space-2);
      color: var(--color-text-soft);
      font-size: var(--text-sm);
      --icon-size: 1rem;
    }
    .wish:empty {
      padding: 0;
    }
  `];
}
