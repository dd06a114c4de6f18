import { LitElement, html, css } from 'lit';
import { Asks } from './consent.js';
import { buttons, keyHint, reset } from './styles.js';
import { cameraQuestion } from './call-words.js';

/**
 * The other person is seen now: does this one want to be seen, too? The answer leaves as `call-act`; no camera opens before.
 *
 * @property {string} peerName
 */
export class EyeCameraQuestion extends LitElement {
  static properties = { peerName: {} };

  #asks = new Asks(this);

  constructor() {
    super();
    this.peerName = '';
  }

  render() {
    return html`
      <div class="question" role="group" aria-labelledby="words">
        <p id="words">${cameraQuestion(this.peerName)}</p>
        <button type="button" class="btn primary" @click=${this.#asks.meant(() => this.#act('CAMERA_ON'))}>
          <eye-icon name="video"></eye-icon>Turn my camera on</button>
        <button type="button" class="btn" @click=${() => this.#act('STAY_UNSEEN')}>Not now</button>
        ${this.#asks.hint()}
      </div>`;
  }

  #act(act) { this.dispatchEvent(new CustomEvent('call-act', { detail: act, bubbles: true, composed: true })); }

  static styles = [reset, buttons, keyHint, css`
    .question {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--space-2);
      padding: var(--space-3);
      border-radius: var(--radius-md);
      background: var(--color-raised);
      color: var(--color-text);
      box-shadow: var(--shadow-3);
    }
    p {
      flex-basis: 100%;
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      text-align: center;
      text-wrap: balance;
      overflow-wrap: anywhere;
    }
  `];
}
