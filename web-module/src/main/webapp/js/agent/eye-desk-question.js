import { LitElement, html } from 'lit';
import { buttons, reset } from '../elements/styles.js';

/** @typedef {'close' | 'return' | 'sign-out' | 'unsent'} Question */

/** @type {Record<Question, { heading: string, text: string, act: string }>} */
const QUESTIONS = {
  close: { heading: 'Close this conversation?', text: 'The customer is told, and a running call ends. You find it in your history.', act: 'Close conversation' },
  return: { heading: 'Return it to the queue?', text: 'It rings for other agents again, and a running call ends.', act: 'Return to the queue' },
  'sign-out': { heading: 'Log out?', text: 'You still have open conversations. Customers there wait until you are back.', act: 'Log out' },
  unsent: { heading: 'Log out?', text: 'What you have written and not sent goes when you log out.', act: 'Log out' },
};

/** What is said of a text that is written and not sent. @type {Record<Question, string>} */
const UNSENT = {
  close: 'What you have written there is not sent; it stays there for you to copy.', return: 'What you have written there is not sent; it stays there for you to copy.',
  'sign-out': 'What you have written and not sent goes when you log out.', unsent: '',
};

/** What the desk asks before it does something that others feel. Down: `what`, `unsent` (a text goes with it). Up: `close`, or `answer` for yes. */
export class EyeDeskQuestion extends LitElement {
  static properties = { what: { attribute: false }, unsent: { type: Boolean } };

  static styles = [reset, buttons];

  constructor() {
    super();
    /** @type {Question | undefined} */
    this.what = undefined;
    this.unsent = false;
  }

  render() {
    const words = this.what && QUESTIONS[this.what];
    return html`
      <eye-dialog .open=${Boolean(words)} heading=${words?.heading ?? ''} @close=${() => this.#tell('close')}>
        ${words?.text} ${this.what && this.unsent ? UNSENT[this.what] : ''}
        <button slot="actions" class="btn" @click=${() => this.#tell('close')}>Cancel</button>
        <button slot="actions" class="btn primary" @click=${() => this.#tell('answer')}>${words?.act}</button>
      </eye-dialog>`;
  }

  /** @param {string} type */
  #tell(type) {
    this.dispatchEvent(new CustomEvent(type));
  }
}
