import { LitElement, css, html } from 'lit';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { logIn } from '../wire/login.js';

/** Asks before unsaved work is left. Down: `open`. Up: `answer` with `{ leave }`. */
export class EyeLeave extends LitElement {
  static properties = { open: { type: Boolean } };

  static styles = [reset, buttons];

  constructor() {
    super();
    this.open = false;
  }

  render() {
    return html`
      <eye-dialog heading="Leave without saving?" .open=${this.open} @close=${() => this.#answer(false)}>
        <p>What you changed here is not saved yet.</p>
        <button slot="actions" class="btn" @click=${() => this.#answer(true)}>Discard changes</button>
        <button slot="actions" class="btn primary" autofocus @click=${() => this.#answer(false)}>Stay here</button>
      </eye-dialog>`;
  }

  /** @param {boolean} leave */
  #answer(leave) {
    this.dispatchEvent(new CustomEvent('answer', { detail: { leave } }));
  }
}

/**
 * Asks for the password again, over whatever is being edited. Down: `open`, `session`. Up: `answer` with `{ session }`, or
 * with nothing when somebody else wants to log in.
 */
export class EyeLogInAgain extends LitElement {
  static properties = { open: { type: Boolean }, session: { attribute: false }, busy: { state: true }, problem: { state: true } };

  static styles = [reset, buttons, fields, notices, css`
    form {
      display: grid;
      gap: var(--space-4);
      margin-top: var(--space-4);
      color: var(--color-text);
    }
  `];

  constructor() {
    super();
    this.open = false;
    /** @type {import('../wire/login.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.busy = false;
    this.problem = '';
  }

  render() {
    const { name, loginName, account } = this.session;
    return html`
      <eye-dialog heading="Your log-in ran out" .open=${this.open} @close=${() => this.#answer(undefined)}>
        <p>Enter your password to go on. Nothing that you typed is lost.</p>
        <form id="again" @submit=${this.#submitted}>
          ${this.problem ? html`<div class="notice danger" role="alert"><eye-icon name="circle-alert"></eye-icon><span>${this.problem}</span></div>` : ''}
          <p><bdi>${name}</bdi> (<bdi>${loginName}</bdi>), account ${account}</p>
          <input type="text" autocomplete="username" .value=${loginName} readonly hidden>
          <label class="field"><span class="label">Password</span>
            <input class="input" name="password" type="password" autocomplete="current-password" autofocus aria-invalid=${this.problem ? 'true' : 'false'}></label>
        </form>
        <button slot="actions" class="btn" @click=${() => this.#answer(undefined)}>Log out</button>
        <button slot="actions" class="btn primary" type="submit" form="again" aria-disabled=${this.busy}>Log in again</button>
      </eye-dialog>`;
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('[name=password]'));
    if (this.busy) {
      return;
    }
    this.busy = true;
    const answer = await logIn(this.session.account, this.session.loginName, field.value);
    this.busy = false;
    this.problem = answer.ok ? '' : answer.message;
    if (answer.ok) {
      field.value = '';
      this.#answer(answer.session);
    } else {
      field.focus();
    }
  }

  /** @param {import('../wire/login.js').Session | undefined} session */
  #answer(session) {
    this.dispatchEvent(new CustomEvent('answer', { detail: { session } }));
  }
}
