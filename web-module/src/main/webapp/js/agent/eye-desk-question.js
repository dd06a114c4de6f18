import { LitElement, html } from 'lit';
import { buttons, reset } from '../elements/styles.js';

/** @typedef {'close' | 'return' | import('./leaving.js').LeavingQuestion} Question */

/** @type {Record<Question, { heading: string, text: string, act: string }>} */
const QUESTIONS = {
  close: { heading: 'Close this conversation?', text: 'The customer is told, and a running call ends. You find it in your history.', act: 'Close conversation' },
  return: { heading: 'Return it to the queue?', text: 'It rings for other agents again, and a running call ends.', act: 'Return to the queue' },
  'sign-out': { heading: 'Log out?', text: 'You still have open conversations. Customers there wait until you are back.', act: 'Log out' },
  unsent: { heading: 'Log out?', text: 'What you have written and not sent goes when you log out.', act: 'Log out' },
  'sign-out-call': {
    heading: 'Log out in a call?', act: 'End the call and log out',
    text: 'You are in a call. It ends at once: the customer is told that you logged out, and your camera and microphone close.',
  },
  'sign-out-ringing': { heading: 'Log out while it rings?', text: 'Your invitation still rings. It is taken back, and the customer is told that you logged out.', act: 'Take it back and log out' },
  'sign-out-elsewhere': { heading: 'Log out?', text: 'You are in a call in another tab or browser. It ends as well if it runs on this log-in.', act: 'Log out' },
};

const GOES = 'What you have written and not sent goes when you log out.';

/** What is said of a text that is written and not sent. @type {Record<Question, string>} */
const UNSENT = {
  close: 'What you have written there is not sent; it stays there for you to copy.', return: 'What you have written there is not sent; it stays there for you to copy.',
  'sign-out': GOES, 'sign-out-call': GOES, 'sign-out-ringing': GOES, 'sign-out-elsewhere': GOES, unsent: '',
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
