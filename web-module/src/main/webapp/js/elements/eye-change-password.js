import { LitElement, css, html, nothing } from 'lit';
import { changePassword } from '../wire/own-password.js';
import { buttons, fields, notices, reset } from './styles.js';

const FIELDS = [
  { name: 'current', label: 'Current password', autocomplete: 'current-password', help: '' },
  { name: 'password', label: 'New password', autocomplete: 'new-password', help: '12 to 128 characters, not a common one, not your log-in name.' },
  { name: 'again', label: 'New password again', autocomplete: 'new-password', help: '' },
];

/** A dialog in which somebody changes the own password. Down: `open`, `session`. Up: `close`, `changed`. */
export class EyeChangePassword extends LitElement {
  static properties = { open: { type: Boolean }, session: { attribute: false }, shown: { state: true }, busy: { state: true }, errors: { state: true }, message: { state: true } };

  static styles = [reset, buttons, fields, notices, css`
    form {
      display: grid;
      gap: var(--space-4);
      margin-top: var(--space-4);
      color: var(--color-text);
    }
    .check {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 1.5rem;
    }
    .check input {
      width: 1.125rem;
      height: 1.125rem;
      margin: 0;
    }
  `];

  constructor() {
    super();
    this.open = false;
    /** @type {import('../wire/login.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.shown = false;
    this.busy = false;
    /** @type {Record<string, string>} */
    this.errors = {};
    this.message = '';
  }

  /** Nothing that was typed stays behind. @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('open')) {
      this.renderRoot?.querySelector('form')?.reset();
      this.errors = {};
      this.message = '';
      this.shown = false;
    }
  }

  render() {
    return html`
      <eye-dialog heading="Change password" .open=${this.open} @close=${this.#close}>
        <p>Everywhere else you are logged out, and calls there end.</p>
        <form id="change" novalidate @submit=${this.#submitted}>
          ${this.message ? html`<div class="notice danger" role="alert"><eye-icon name="circle-alert"></eye-icon><span>${this.message}</span></div>` : nothing}
          <input type="text" autocomplete="username" .value=${this.session?.loginName ?? ''} readonly hidden>
          ${FIELDS.map((field) => this.#field(field))}
          <label class="check"><input type="checkbox" .checked=${this.shown} @change=${() => (this.shown = !this.shown)}>Show what I type</label>
        </form>
        <button slot="actions" class="btn" @click=${this.#close}>Cancel</button>
        <button slot="actions" class="btn primary" type="submit" form="change" aria-disabled=${this.busy}>${this.busy ? 'Changing' : 'Change password'}</button>
      </eye-dialog>`;
  }

  /** @param {{ name: string, label: string, autocomplete: string, help: string }} field */
  #field({ name, label, autocomplete, help }) {
    const error = this.errors[name];
    return html`
      <div class="field"><label class="label" for=${name}>${label}</label>
        <input class="input" id=${name} name=${name} type=${this.shown ? 'text' : 'password'} autocomplete=${autocomplete} autocapitalize="none" spellcheck="false"
          ?autofocus=${name === 'current'} aria-required="true" aria-invalid=${error ? 'true' : 'false'} aria-describedby="${name}-error ${name}-help">
        ${error ? html`<span class="error" id="${name}-error">${error}</span>` : nothing}
        ${help ? html`<span class="hint" id="${name}-help">${help}</span>` : nothing}</div>`;
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const [current, password, again] = FIELDS.map(({ name }) => this.#input(name).value);
    this.#said(wrong(current, password, again), '');
    if (Object.keys(this.errors).length > 0) {
      return;
    }
    this.busy = true;
    const answer = await changePassword(this.session, current, password);
    this.busy = false;
    if (answer.ok) {
      this.dispatchEvent(new CustomEvent('changed'));
    } else {
      const errors = Object.fromEntries(answer.errors.filter(({ field }) => FIELDS.some(({ name }) => name === field)).map(({ field, detail }) => [field, worded(field, detail)]));
      this.#said(errors, Object.keys(errors).length > 0 ? '' : answer.message);
    }
  }

  /** @param {Record<string, string>} errors @param {string} message */
  async #said(errors, message) {
    this.errors = errors;
    this.message = message;
    await this.updateComplete;
    const first = FIELDS.find(({ name }) => errors[name]) ?? (message ? FIELDS[0] : undefined);
    if (first) {
      this.#input(first.name).focus();
    }
  }

  /** @param {string} name */
  #input(name) {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector(`[name=${name}]`));
  }

  #close() {
    this.dispatchEvent(new CustomEvent('close'));
  }
}

/** What can be said without asking the server. @param {string} current @param {string} password @param {string} again @returns {Record<string, string>} */
function wrong(current, password, again) {
  return {
    ...(current === '' && { current: 'Enter the password that you use now.' }),
    ...(password === '' && { password: 'Enter a new password.' }),
    ...(password !== '' && password !== again && { again: 'This is not the same as above.' }),
  };
}

/** A problem's sentence names the field as the API does. @param {string} field @param {string} detail */
const worded = (field, detail) => (detail.startsWith(`${field} `) ? `${field === 'current' ? 'The current password' : 'The new password'}${detail.slice(field.length)}` : detail);
