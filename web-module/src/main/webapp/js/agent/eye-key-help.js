import { LitElement, css, html } from 'lit';
import { reset } from '../elements/styles.js';

/** @type {[string[], string][]} */
const KEYS = [
  [['Alt', 'Enter'], 'Accept the conversation that waits longest'],
  [['Alt', '↓'], 'Next conversation'],
  [['Alt', '↑'], 'Previous conversation'],
  [['Alt', 'Shift', 'Enter'], 'Write in the open conversation'],
  [['Enter'], 'Send what you wrote'],
  [['Shift', 'Enter'], 'Begin a new line'],
  [['M'], 'Microphone on or off, while the call has the focus'],
  [['V'], 'Camera on or off, while the call has the focus'],
  [['?'], 'This help'],
];

/** The shortcuts of the desk. Down: `open`, `on` (whether they work). Up: `close`, `keys` with `{ on }`. */
export class EyeKeyHelp extends LitElement {
  static properties = { open: { type: Boolean }, on: { type: Boolean } };

  static styles = [reset, css`
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--space-3) var(--space-5);
      align-items: baseline;
      font-size: var(--text-base);
    }
    kbd {
      display: inline-block;
      min-width: 1.5rem;
      padding: 0.0625rem 0.375rem;
      border: 1px solid var(--color-line-strong);
      border-radius: var(--radius-sm);
      background: var(--color-surface);
      color: var(--color-text);
      font: var(--text-xs) / 1.5 var(--font-sans);
      text-align: center;
    }
    p {
      margin-top: var(--space-4);
      color: var(--color-text-soft);
      font-size: var(--text-sm);
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      margin-top: var(--space-5);
      padding-top: var(--space-4);
      border-top: 1px solid var(--color-line);
      color: var(--color-text);
      cursor: pointer;
    }
    input {
      width: 1.125rem;
      height: 1.125rem;
      margin: 0;
    }
  `];

  constructor() {
    super();
    this.open = false;
    this.on = true;
  }

  render() {
    return html`
      <eye-dialog wide .open=${this.open} heading="Keyboard" @close=${() => this.#tell('close')}>
        <dl>${KEYS.map(([keys, words]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${words}</dd>`)}</dl>
        <p>None of them works while you write, and none of them writes a letter on any keyboard. Alt is Option on a Mac.</p>
        <label><input type="checkbox" .checked=${this.on} @change=${this.#switched}>Shortcuts are on</label>
      </eye-dialog>`;
  }

  /** @param {Event} event */
  #switched({ target }) {
    this.#tell('keys', { on: /** @type {HTMLInputElement} */ (target).checked });
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
