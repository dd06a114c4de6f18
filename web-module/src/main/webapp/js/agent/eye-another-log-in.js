import { LitElement, html } from 'lit';
import { buttons, reset } from '../elements/styles.js';

/**
 * Somebody comes back from the organisation's log-in into a tab where somebody is logged in already. Down: `open`, `session` (who is
 * here), `inCall` (it may still ring). Up: `close` to stay as it is, `answer` to log in as who has come.
 */
export class EyeAnotherLogIn extends LitElement {
  static properties = { open: { type: Boolean }, session: { attribute: false }, inCall: { type: Boolean } };

  static styles = [reset, buttons];

  constructor() {
    super();
    this.open = false;
    /** @type {import('./session.js').Session | undefined} */
    this.session = undefined;
    this.inCall = false;
  }

  render() {
    const name = this.session?.name ?? '';
    return html`
      <eye-dialog .open=${this.open} heading="Log in as somebody else?" @close=${() => this.#tell('close')}>
        ${name} is logged in here, and is logged out before.
        ${this.inCall ? 'You are in a call here. It ends at once: the customer is told, and your camera and microphone close.' : ''}
        <button slot="actions" class="btn" @click=${() => this.#tell('close')}>Stay ${name}</button>
        <button slot="actions" class="btn primary" @click=${() => this.#tell('answer')}>${this.inCall ? 'End the call and log in' : 'Log in'}</button>
      </eye-dialog>`;
  }

  /** @param {string} type */
  #tell(type) {
    this.dispatchEvent(new CustomEvent(type));
  }
}
