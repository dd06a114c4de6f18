import { LitElement, css, html } from 'lit';
import { buttons, reset } from './styles.js';

/**
 * A modal question or sheet over the page, on the browser's own `dialog`: focus stays inside and goes back afterwards.
 * `heading` names it; the default slot is the body, the slot `actions` the row of buttons. `open` shows it. Asks to be
 * closed with a `close` event (Escape, the cross, a click beside it); the owner then sets `open` to false.
 */
export class EyeDialog extends LitElement {
  static properties = { open: { type: Boolean, reflect: true }, heading: {}, wide: { type: Boolean, reflect: true } };

  static styles = [reset, buttons, css`
    dialog {
      width: min(26rem, calc(100vw - 2 * var(--space-4)));
      max-height: calc(100dvh - 2 * var(--space-4));
      padding: 0;
      border: 1px solid var(--color-line);
      border-radius: var(--radius-lg);
      background: var(--color-raised);
      color: var(--color-text);
      box-shadow: var(--shadow-3);
      overflow: auto;
    }
    :host([wide]) dialog {
      width: min(38rem, calc(100vw - 2 * var(--space-4)));
    }
    dialog::backdrop {
      background: var(--color-scrim);
    }
    dialog[open] {
      animation: rise var(--medium) var(--ease);
    }
    dialog[open]::backdrop {
      animation: appear var(--medium) var(--ease);
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(8px) scale(0.985);
      }
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    header {
      display: flex;
      align-items: flex-start;
      justify-content: space-between;
      gap: var(--space-3);
      padding-block: var(--space-5) 0;
      padding-inline: var(--space-6) var(--space-3);
    }
    h2 {
      padding-block: var(--space-1);
      font-size: var(--text-lg);
    }
    .body {
      padding: var(--space-2) var(--space-6) var(--space-5);
      color: var(--color-text-soft);
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--space-2);
      padding: 0 var(--space-6) var(--space-6);
    }
    footer:not(.filled) {
      display: none;
    }
  `];

  constructor() {
    super();
    this.open = false;
    this.heading = '';
    this.wide = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const dialog = /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
    if (!changed.has('open') || this.open === dialog.open) {
      return;
    }
    if (this.open) {
      dialog.showModal();
    } else {
      dialog.close();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.renderRoot.querySelector('dialog')?.close();
  }

  render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#cancelled} @click=${this.#clicked}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="btn quiet small round" aria-label="Close" @click=${this.#ask}><eye-icon name="x"></eye-icon></button>
        </header>
        <div class="body"><slot></slot></div>
        <footer><slot name="actions" @slotchange=${this.#filled}></slot></footer>
      </dialog>`;
  }

  /** @param {Event} event */
  #filled({ target }) {
    const slot = /** @type {HTMLSlotElement} */ (target);
    slot.parentElement?.classList.toggle('filled', slot.assignedElements().length > 0);
  }

  /** @param {Event} event */
  #cancelled(event) {
    event.preventDefault();
    this.#ask();
  }

  /** @param {Event} event */
  #clicked(event) {
    if (event.target === this.renderRoot.querySelector('dialog')) {
      this.#ask();
    }
  }

  #ask() {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
