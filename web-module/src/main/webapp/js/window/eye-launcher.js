import { LitElement, html, css, nothing } from 'lit';
import { reset } from '../elements/styles.js';

/** The closed window: one round button with the number of unread messages. Says `open`. */
export class EyeLauncher extends LitElement {
  static properties = { unread: { type: Number } };

  focus() { this.renderRoot.querySelector('button')?.focus(); }

  render() {
    const words = this.unread > 0 ? `Open messages, ${this.unread} unread` : 'Open messages';
    return html`
      <button type="button" aria-label=${words} @click=${() => this.dispatchEvent(new CustomEvent('open'))}>
        <eye-icon name="message-circle"></eye-icon>
        ${this.unread > 0 ? html`<span class="count" aria-hidden="true">${this.unread > 9 ? '9+' : this.unread}</span>` : nothing}
      </button>`;
  }

  static styles = [reset, css`
    :host {
      position: fixed;
      inset-inline-end: 12px;
      bottom: 12px;
    }
    button {
      position: relative;
      display: grid;
      place-items: center;
      width: 60px;
      height: 60px;
      border: 0;
      border-radius: var(--radius-full);
      background: var(--color-accent);
      color: var(--color-on-accent);
      box-shadow: var(--shadow-2);
      cursor: pointer;
      -webkit-tap-highlight-color: transparent;
      transition: background-color var(--fast) var(--ease), transform var(--fast) var(--ease);
      --icon-size: 1.75rem;
    }
    button:hover {
      background: var(--color-accent-strong);
      transform: translateY(-1px);
    }
    button:active {
      transform: scale(0.96);
    }
    button:focus-visible {
      outline: 3px solid var(--color-focus);
      outline-offset: 3px;
    }
    .count {
      position: absolute;
      top: -3px;
      inset-inline-end: -3px;
      display: grid;
      place-items: center;
      min-width: 22px;
      height: 22px;
      padding: 0 5px;
      border: 2px solid var(--color-surface);
      border-radius: var(--radius-full);
      background: var(--color-danger);
      color: var(--color-on-danger);
      font-size: var(--text-xs);
      font-weight: var(--weight-strong);
      font-variant-numeric: tabular-nums;
    }
    @media (forced-colors: active) {
      button {
        border: 1px solid ButtonText;
        forced-color-adjust: none;
      }
    }
  `];
}
