import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { buttons, reset } from '../elements/styles.js';

/**
 * The conversations that wait: all of them, or (`first`) the longest wait and how many more. Down: `desk`, `version`.
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
    const { rings } = this.desk;
    const more = this.first ? rings.length - 1 : 0;
    return html`
      ${repeat(this.first ? rings.slice(0, 1) : rings, (ring) => ring.ringId, (ring) => html`
        <eye-waiting-card .ring=${ring} .now=${() => this.desk.now()} ?busy=${this.desk.isAccepting(ring.ringId)}></eye-waiting-card>`)}
      ${more > 0 ? html`<button class="btn quiet small" @click=${this.#showWaiting}>${more} more waiting</button>` : nothing}`;
  }

  #showWaiting() {
    this.dispatchEvent(new CustomEvent('show-waiting', { bubbles: true, composed: true }));
  }
}
