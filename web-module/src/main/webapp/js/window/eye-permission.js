import { LitElement, html, css } from 'lit';
import { Asks } from '../elements/consent.js';
import { buttons, keyHint, reset } from '../elements/styles.js';

/**
 * What the browser will ask and why, before it asks. Says `call-act`: PROCEED, or HANG_UP.
 *
 * @property {boolean} camera the browser will ask for the camera too
 * @property {string} peerName who waits
 */
export class EyePermission extends LitElement {
  static properties = { camera: { type: Boolean }, peerName: {} };

  #asks = new Asks(this);

  focus() { this.renderRoot.querySelector('.primary')?.focus(); }

  render() {
    const devices = this.camera ? 'camera and microphone' : 'microphone';
    return html`
      <section aria-labelledby="what">
        <div class="signs" aria-hidden="true">
          ${this.camera ? html`<span><eye-icon name="video"></eye-icon></span>` : ''}
          <span><eye-icon name="mic"></eye-icon></span>
        </div>
        <div class="words">
          <h2 id="what">Your browser will now ask for your ${devices}</h2>
          <p>Choose <b>Allow</b>, so that <bdi>${this.peerName}</bdi> can ${this.camera ? 'see and hear' : 'hear'} you.</p>
          <ul>
            <li><eye-icon name="lock"></eye-icon>The call is encrypted from your device to theirs.</li>
            <li><eye-icon name="video-off"></eye-icon>Nothing is recorded. You can mute or hang up at any time.</li>
          </ul>
        </div>
        <div class="next">
          <button type="button" class="btn large primary" @click=${this.#asks.meant(() => this.#act('PROCEED'))}>Continue</button>
          <button type="button" class="btn large quiet" @click=${() => this.#act('HANG_UP')}>Cancel the call</button>
          ${this.#asks.hint()}
        </div>
      </section>`;
  }

  #act(act) { this.dispatchEvent(new CustomEvent('call-act', { detail: act, bubbles: true, composed: true })); }

  static styles = [reset, buttons, keyHint, css`
    :host {
      display: block;
      height: 100%;
      overflow-y: auto;
      background: var(--color-canvas);
    }
    section {
      display: grid;
      align-content: safe center;
      justify-items: center;
      gap: var(--space-6);
      min-height: 100%;
      padding: var(--space-6) var(--space-5);
    }
    .signs {
      display: flex;
      gap: var(--space-3);
    }
    .signs span {
      display: grid;
      place-items: center;
      width: 4rem;
      height: 4rem;
      border-radius: var(--radius-xl);
      background: var(--color-accent-soft);
      color: var(--color-accent-text);
      --icon-size: 1.75rem;
    }
    .words {
      display: grid;
      gap: var(--space-3);
      max-width: 23rem;
      color: var(--color-text-soft);
      font-size: var(--text-md);
      text-align: center;
      text-wrap: pretty;
    }
    h2 {
      color: var(--color-text);
      font-size: var(--text-xl);
      text-wrap: balance;
    }
    ul {
      display: grid;
      gap: var(--space-2);
      margin-top: var(--space-3);
      font-size: var(--text-sm);
      text-align: start;
    }
    li {
      display: flex;
      gap: var(--space-3);
      --icon-size: 1.125rem;
    }
    li eye-icon {
      margin-top: 1px;
      color: var(--color-text-faint);
    }
    .next {
      display: grid;
      gap: var(--space-2);
      width: 100%;
      max-width: 22rem;
    }
    @media (max-height: 30rem) {
      .signs {
        display: none;
      }
      section {
        gap: var(--space-3);
        padding-block: var(--space-3);
      }
      ul {
        margin-top: 0;
      }
      .next {
        grid-auto-flow: column;
        grid-auto-columns: 1fr;
      }
    }
  `];
}
