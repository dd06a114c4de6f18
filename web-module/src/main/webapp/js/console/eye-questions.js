import { LitElement, css, html, nothing } from 'lit';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { logIn } from '../wire/login.js';

/**
 * Asks before unsaved work is left. Down: `open`, `out` (somebody logs out, after which nothing is kept). Up: `answer` with `{ leave }`, and
 * `keep` where it shall be put back later.
 */
export class EyeLeave extends LitElement {
  static properties = { open: { type: Boolean }, out: { type: Boolean } };

  static styles = [reset, buttons];

  constructor() {
    super();
    this.open = false;
    this.out = false;
  }

  render() {
    return html`
      <eye-dialog heading=${this.out ? 'Log out without saving?' : 'Leave without saving?'} .open=${this.open} @close=${() => this.#answer(false)}>
        <p>${this.out ? 'What you changed is not saved yet. It goes when you log out.'
          : 'What you changed here is not saved yet. It can wait in this tab, but for passwords and secrets.'}</p>
        <button slot="actions" class="btn" @click=${() => this.#answer(true)}>${this.out ? 'Discard and log out' : 'Discard changes'}</button>
        ${this.out ? nothing : html`<button slot="actions" class="btn" @click=${() => this.#answer(true, true)}>Keep for later</button>`}
        <button slot="actions" class="btn primary" autofocus @click=${() => this.#answer(false)}>Stay here</button>
      </eye-dialog>`;
  }

  /** @param {boolean} leave @param {boolean} keep */
  #answer(leave, keep = false) {
    this.dispatchEvent(new CustomEvent('answer', { detail: { leave, keep } }));
  }
}

/**
 * Asks for the password again, over whatever is being edited. Down: `open`, `session`. Up: `answer` with `{ session }`, or
 * with nothing when it was put away, with `out` when somebody wants to log out.
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
        <button slot="actions" class="btn" @click=${() => this.#answer(undefined, true)}>Log out</button>
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

  /** @param {import('../wire/login.js').Session | undefined} session @param {boolean} out */
  #answer(session, out = false) {
    this.dispatchEvent(new CustomEvent('answer', { detail: { session, out } }));
  }
}
