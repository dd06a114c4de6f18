import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { buttons, reset } from '../elements/styles.js';
import { inWords } from './numbers.js';

/** So many stand in the list: who is behind them is not to be taken yet. */
const SHOWN = 30;

/**
 * The conversations that wait: the first of them, or (`first`) the longest wait alone, and how many more. Down: `desk`, `version`.
 * Up: `accept-ring` and `reject-ring` with `{ ringId }`, `show-waiting`.
 */
export class EyeRinging extends LitElement {
  static properties = { desk: { attribute: false }, version: { attribute: false }, first: { type: Boolean } };

  static styles = [reset, buttons, css`
    :host {
      display: grid;
      gap: var(--space-2);
    }
    :host([empty]) {
      display: none;
    }
    .more {
      color: var(--color-text-soft);
      font-size: var(--text-sm);
      text-align: center;
    }
  `];

  constructor() {
    super();
    /** @type {import('./desk.js').Desk} */
    this.desk = /** @type {any} */ (undefined);
    this.version = 0;
    this.first = false;
  }

  willUpdate() {
    this.toggleAttribute('empty', this.desk.rings.length === 0);
  }

  render() {
    const { rings, waiting } = this.desk;
    const shown = rings.slice(0, this.first ? 1 : SHOWN);
    return html`
      ${repeat(shown, (ring) => ring.ringId, (ring) => html`
        <eye-waiting-card .ring=${ring} .now=${() => this.desk.now()} ?busy=${this.desk.isAccepting(ring.ringId)}></eye-waiting-card>`)}
      ${this.#more(waiting - shown.length)}`;
  }

  /** @param {number} more */
  #more(more) {
    if (more <= 0) {
      return nothing;
    }
    return this.first ? html`<button class="btn quiet small" @click=${this.#showWaiting}>${inWords(more)} more waiting</button>`
      : html`<p class="more">and ${inWords(more)} more</p>`;
  }

  #showWaiting() {
    this.dispatchEvent(new CustomEvent('show-waiting', { bubbles: true, composed: true }));
  }
}
