import { LitElement, html, css, nothing } from 'lit';
import { Side } from '../wire/protocol.js';
import { buttons, reset } from './styles.js';
import { describeEnd } from './call-words.js';

/**
 * How a call ended or why it could not go on, in words for the person who looks, with what to do next. Says `call-read`
 * when the person has read it.
 *
 * @property {import('../call/call-store.js').Call} call an ended one
 * @property {import('../wire/protocol.js').CallFailure} [failure] what this page itself reported
 * @property {import('../wire/protocol.js').Side} side who looks
 * @property {string} peerName
 * @property {boolean} compact one line high, for a place above a transcript
 */
export class EyeCallStatus extends LitElement {
  static properties = {
    call: { attribute: false }, failure: {}, side: {}, peerName: {}, compact: { type: Boolean, reflect: true },
  };

  constructor() {
    super();
    this.side = Side.CONSUMER;
    this.peerName = '';
    this.compact = false;
  }

  render() {
    if (!this.call) return nothing;
    const { icon, tone, title, text, errorId } = describeEnd(this.call, this);
    return html`
      <section class="status ${tone}" role=${tone === 'danger' ? 'alert' : 'status'}>
        <span class="sign"><eye-icon name=${icon}></eye-icon></span>
        <div class="words">
          <h2>${title}</h2>
          <p>${text}</p>
          ${errorId ? html`<p class="id">Error ${errorId}</p>` : nothing}
        </div>
        <button type="button" class="btn ${this.compact ? 'quiet round small' : ''}" @click=${() => this.#read()}
          aria-label=${this.compact ? 'Close this message' : nothing}>
          ${this.compact ? html`<eye-icon name="x"></eye-icon>` : this.side === Side.AGENT ? 'Close' : 'Back to the conversation'}
        </button>
      </section>`;
  }

  #read() { this.dispatchEvent(new CustomEvent('call-read', { bubbles: true, composed: true })); }

  static styles = [reset, buttons, css`
    :host {
      display: block;
      container-type: inline-size;
    }
    :host(:not([compact])) {
      display: grid;
      height: 100%;
      overflow-y: auto;
    }
    .status {
      --tone: var(--color-text-soft);
      --tone-soft: var(--color-hover);
      display: grid;
      align-content: safe center;
      justify-items: center;
      gap: var(--space-4);
      padding: var(--space-8) var(--space-6);
      text-align: center;
    }
    .status.positive { --tone: var(--color-positive-text); --tone-soft: var(--color-positive-soft); }
    .status.warning { --tone: var(--color-warning-text); --tone-soft: var(--color-warning-soft); }
    .status.danger { --tone: var(--color-danger-text); --tone-soft: var(--color-danger-soft); }
    .sign {
      display: grid;
      place-items: center;
      width: 4rem;
      height: 4rem;
      border-radius: var(--radius-full);
      background: var(--tone-soft);
      color: var(--tone);
      --icon-size: 1.75rem;
    }
    h2 {
      font-size: var(--text-xl);
      text-wrap: balance;
      overflow-wrap: anywhere;
    }
    .words {
      display: grid;
      gap: var(--space-2);
      max-width: 24rem;
      color: var(--color-text-soft);
      font-size: var(--text-md);
      text-wrap: pretty;
    }
    .words h2 {
      color: var(--color-text);
    }
    .id {
      color: var(--color-text-faint);
      font: var(--text-2xs) / 1.4 var(--font-mono);
      letter-spacing: var(--tracking-wide);
    }
    :host([compact]) .status {
      grid-template-columns: auto 1fr auto;
      align-items: start;
      justify-items: start;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
      background: var(--tone-soft);
      text-align: start;
    }
    :host([compact]) .sign {
      width: auto;
      height: auto;
      background: none;
      --icon-size: 1.25rem;
    }
    :host([compact]) .words {
      gap: 0;
      max-width: none;
      font-size: var(--text-sm);
    }
    :host([compact]) h2 {
      font-size: var(--text-base);
    }
  `];
}
