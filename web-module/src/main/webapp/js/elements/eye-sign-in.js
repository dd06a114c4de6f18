import { LitElement, css, html, nothing } from 'lit';
import { session as tab, takesCookies } from '../browser/storage.js';
import { cleaned } from '../conversation/message-text.js';
import { isSecret } from '../drafts/secrets.js';
import { logInOnArrival, offersOrganisation } from '../wire/login.js';
import { organisationPath } from '../wire/protocol.js';
import { buttons, fields, notices, reset } from './styles.js';

/**
 * The log-in of a page. Down: `signIn` (account, user name, password → the session, or a message and the field to blame),
 * `account` (what stands in the first field), `fixed` (the account is part of the page: no field), `lead` and `note` (for
 * whom this page is), `page` (the way back from the organisation's log-in), `arrival` and `signInOnArrival` (who comes back from there,
 * and how that is ended), `reason` (why somebody has to log in again), `refused` (a template: who may not come in, and where
 * to go). Up: `signed-in` with the session.
 */
export class EyeSignIn extends LitElement {
  static properties = {
    signIn: { attribute: false }, account: {}, fixed: { type: Boolean }, lead: {}, note: {}, reason: {}, refused: { attribute: false },
    page: {}, arrival: { attribute: false }, signInOnArrival: { attribute: false }, organisation: { state: true },
    busy: { state: true }, problem: { state: true },
  };

  static styles = [reset, buttons, fields, notices, css`
    :host {
      display: grid;
      grid-template-rows: 1fr auto;
      min-height: 100dvh;
      background: radial-gradient(60rem 40rem at 50% -10rem, var(--color-accent-soft), transparent 70%), var(--color-canvas);
    }
    main {
      display: grid;
      align-content: center;
      justify-items: center;
      padding: var(--space-8) var(--space-4);
    }
    .card {
      width: min(25rem, 100%);
      padding: var(--space-8);
      border-radius: var(--radius-xl);
      background: var(--color-surface);
      box-shadow: var(--shadow-3);
    }
    .brand {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      margin-bottom: var(--space-8);
      font-size: var(--text-lg);
      font-weight: var(--weight-strong);
      letter-spacing: var(--tracking-tight);
      --logo-size: 2.25rem;
    }
    h1 {
      font-size: var(--text-2xl);
    }
    .lead {
      margin-top: var(--space-2);
      color: var(--color-text-soft);
    }
    form {
      display: grid;
      gap: var(--space-4);
      margin-top: var(--space-6);
    }
    .secret {
      position: relative;
    }
    .secret .input {
      padding-inline-end: 3rem;
    }
    .secret .btn {
      position: absolute;
      inset-block: 0;
      inset-inline: auto 2px;
      margin-block: auto;
    }
    .submit {
      width: 100%;
      margin-top: var(--space-2);
    }
    .or {
      display: grid;
      gap: var(--space-4);
      margin-top: var(--space-6);
      padding-top: var(--space-6);
      border-top: 1px solid var(--color-line);
    }
    footer {
      padding: var(--space-4);
      text-align: center;
      font-size: var(--text-xs);
      color: var(--color-text-faint);
    }
    @media (max-width: 30rem) {
      main {
        align-content: start;
        padding: 0;
      }
      .card {
        padding: var(--space-8) var(--space-5);
        background: transparent;
        box-shadow: none;
      }
    }
    .spin {
      animation: spin 900ms linear infinite;
    }
    @keyframes spin {
      to {
        transform: rotate(360deg);
      }
    }
  `];

  constructor() {
    super();
    /** @type {(account: string, username: string, password: string) => Promise<any>} */
    this.signIn = /** @type {any} */ (undefined);
    this.account = '';
    this.fixed = false;
    this.lead = '';
    this.note = '';
    /** @type {unknown} */
    this.refused = undefined;
    this.reason = '';
    this.page = 'agent';
    /** @type {import('../wire/login.js').Arrival | undefined} */
    this.arrival = undefined;
    this.signInOnArrival = logInOnArrival;
    this.organisation = false;
    this.busy = false;
    /** @type {{ message: string, field?: string } | undefined} */
    this.problem = undefined;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.organisation = await offersOrganisation();
  }

  firstUpdated() {
    if (this.arrival) {
      this.#arrived(this.arrival);
    }
    const first = this.account || this.fixed ? 'username' : 'account';
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(`[name=${first}]`)).focus();
  }

  render() {
    return html`
      <main>
        <div class="card">
          <div class="brand"><eye-logo></eye-logo>Eyeline</div>
          <h1>Log in</h1>
          <p class="lead">${this.lead}</p>
          <form @submit=${this.#submitted} novalidate>
            ${this.#notice()}
            ${this.#notKept()}
            ${this.fixed ? nothing : this.#field('account', 'Account', { autocomplete: 'organization', inputmode: 'numeric', value: this.account })}
            ${this.#field('username', 'User name', { autocomplete: 'username' })}
            ${this.#password()}
            <button class="btn primary large submit" aria-disabled=${this.busy}>
              ${this.busy ? html`<eye-icon class="spin" name="loader-circle"></eye-icon>Logging in` : 'Log in'}
            </button>
          </form>
          ${this.organisation ? html`<div class="or">${takesCookies()
            ? html`<button class="btn large submit" @click=${this.#toOrganisation}>Log in with your organisation's account</button>`
            : said('Logging in with your organisation’s account needs cookies, which this browser blocks.')}</div>` : nothing}
        </div>
      </main>
      <footer>${this.note}</footer>`;
  }

  #notice() {
    if (this.problem) {
      return html`<div class="notice danger" role="alert" id="problem"><eye-icon name="circle-alert"></eye-icon><span>${this.problem.message}</span></div>`;
    }
    if (this.refused) {
      return html`<div class="notice warning" role="alert"><eye-icon name="lock"></eye-icon><span>${this.refused}</span></div>`;
    }
    return this.reason ? said(this.reason) : nothing;
  }

  /** What is lost in a browser that keeps nothing, before somebody rests on it. */
  #notKept() {
    return tab.kept ? nothing : said(`This browser keeps nothing: after a reload you have to log in again${this.page === 'agent' ? ', and a call that runs is over' : ''}.`);
  }

  /** @param {string} name @param {string} label @param {any} options */
  #field(name, label, { autocomplete, inputmode = 'text', value = '' }) {
    return html`
      <label class="field"><span class="label">${label}</span>
        <input class="input" name=${name} dir="auto" .defaultValue=${value} autocomplete=${autocomplete} inputmode=${inputmode} required
          autocapitalize="none" spellcheck="false" aria-invalid=${this.#isWrong(name)} aria-describedby=${this.#isWrong(name) ? 'problem' : nothing}>
      </label>`;
  }

  #password() {
    return html`
      <label class="field"><span class="label">Password</span>
        <input class="input" name="password" type="password" autocomplete="current-password" required
          aria-invalid=${this.#isWrong('password')} aria-describedby=${this.#isWrong('password') ? 'problem' : nothing}>
      </label>`;
  }

  /** @param {string} name */
  #isWrong(name) {
    return this.problem?.field === name;
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const value = (/** @type {string} */ name) => (name === 'account' && this.fixed ? this.account : typed(form, name));
    const missing = ['account', 'username', 'password'].find((name) => value(name).trim() === '');
    if (this.busy) {
      return;
    }
    if (missing) {
      this.#refused({ message: `${this.fixed ? 'User' : 'Account, user'} name and password are needed.`, field: missing });
      return;
    }
    this.#answered(() => this.signIn(value('account').trim(), value('username').trim(), value('password')));
  }

  /** @param {import('../wire/login.js').Arrival} arrival */
  #arrived(arrival) {
    this.account = arrival.account;
    this.#answered(() => this.signInOnArrival(arrival));
  }

  /** @param {() => Promise<any>} ask */
  async #answered(ask) {
    this.busy = true;
    this.refused = undefined;
    const answer = await ask();
    this.busy = false;
    if (answer.ok) {
      this.dispatchEvent(new CustomEvent('signed-in', { detail: { session: answer.session } }));
    } else {
      this.#refused(answer);
    }
  }

  #toOrganisation() {
    const field = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('[name=account]'));
    const account = cleaned(this.fixed ? this.account : field?.value ?? '').trim();
    if (account === '') {
      this.#refused({ message: 'Enter the account first.', field: 'account' });
    } else {
      location.assign(organisationPath(account, this.page));
    }
  }

  /** @param {{ message: string, field?: string }} problem */
  #refused(problem) {
    this.problem = problem;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[name=${problem.field ?? 'password'}]`))?.focus();
  }
}

/** @param {string} words */
const said = (words) => html`<div class="notice" role="status"><eye-icon name="info"></eye-icon><span>${words}</span></div>`;

/** A name goes without what nobody sees; a password as it is. @param {HTMLFormElement} form @param {string} name */
function typed(form, name) {
  const { value } = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  return isSecret(name) ? value : cleaned(value);
}
