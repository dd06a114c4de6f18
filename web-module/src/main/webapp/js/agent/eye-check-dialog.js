import { LitElement, html, nothing } from 'lit';
import { agentPlace } from '../check/check-place.js';

/** The check before a call, over the desk. Down: `open`, `desk`. Up: `close`; then every device that it opened is closed. */
export class EyeCheckDialog extends LitElement {
  static properties = { open: { type: Boolean }, desk: { attribute: false } };

  constructor() {
    super();
    this.open = false;
    /** @type {import('./desk.js').Desk} */
    this.desk = /** @type {any} */ (undefined);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('open') && this.open) {
      this.place = agentPlace(this.desk.connection, this.desk.session);
    }
  }

  render() {
    return html`
      <eye-dialog wide .open=${this.open} heading="Check camera and connection" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
        ${this.open ? html`<eye-check .place=${this.place}></eye-check>` : nothing}
      </eye-dialog>`;
  }
}
