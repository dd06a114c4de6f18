import { LitElement, css, html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { panel } from './beside.js';
import { Edit } from './edit.js';
import { actions, problemBox, putBackBox, sent, switchField, textField } from './parts.js';
import { ACCOUNTS, accountPath } from './rest.js';
import { hashOf } from './router.js';
import { badges, forms, page } from './styles.js';

const BLANK = { name: '', voiceAllowed: true, videoAllowed: true, 'administrator.loginName': '', 'administrator.fullName': '', 'administrator.password': '' };

/** The form of one account. Down: `room`, `accountId` (or `new`). Up: `saved` with `{ account, created }`, `acted` with `{ words }`. */
export class EyeAccountForm extends LitElement {
  static properties = { room: { attribute: false }, accountId: {}, asking: { state: true } };

  static styles = [reset, buttons, fields, notices, page, forms, badges, panel, css`
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      padding: var(--space-4) var(--space-5);
      border-bottom: 1px solid var(--color-line);
    }
    fieldset {
      display: grid;
      gap: var(--space-5);
    }
    fieldset .hint {
      font-size: var(--text-sm);
      color: var(--color-text-faint);
    }
    .actions .reopen {
      color: var(--color-text);
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    this.accountId = '';
    this.asking = false;
    /** @type {Edit | undefined} */
    this.edit = undefined;
  }

  get dirty() {
    return Boolean(this.edit?.dirty);
  }

  discard() {
    this.edit?.undo();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('accountId') && this.edit?.body?.id !== this.accountId) {
      this.#open();
    }
  }

  async #open() {
    const isNew = this.accountId === 'new';
    this.edit = new Edit(this, {
      rest: this.room.rest, drafts: this.room.drafts, path: accountPath(this.accountId), list: ACCOUNTS, blank: isNew ? BLANK : undefined, post: newAccount,
      form: (body) => (body === BLANK ? BLANK : { name: body.name, voiceAllowed: body.voiceAllowed, videoAllowed: body.videoAllowed }),
    });
    if (!isNew) {
      await this.edit.load();
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(isNew ? '[name=name]' : 'h2'))?.focus();
  }

  render() {
    const { edit } = this;
    return html`
      <section class="card" aria-labelledby="heading">
        <header><h2 id="heading" tabindex="-1" dir="auto">${edit?.isNew ? 'New account' : edit?.before?.name ?? 'Account'}</h2>
          <a class="btn quiet small round" href=${hashOf('accounts')} aria-label="Close the form" title="Close"><eye-icon name="x"></eye-icon></a></header>
        ${edit?.ready ? html`${edit.isNew ? nothing : this.#ways()}${this.#form(edit)}` : html`<div class="note soft">${edit?.message ? problemBox(edit.message) : 'Loading'}</div>`}
      </section>
      ${edit?.stale ? html`<eye-stale .stale=${edit.stale} .what=${'this account'}
        @choose=${(/** @type {CustomEvent} */ event) => edit.choose(event.detail.mine)} @close=${() => edit.putOff()}></eye-stale>` : nothing}
      ${this.#question(edit?.body?.isEnabled !== false)}`;
  }

  /** Into the account. */
  #ways() {
    const console = `../console/?account=${encodeURIComponent(this.accountId)}`;
    return html`
      <nav class="ways" aria-label="In this account">
        <a class="btn small" href="${console}#/calls"><eye-icon name="sliders-horizontal"></eye-icon>Call settings</a>
        <a class="btn small" href="${console}#/people"><eye-icon name="users-round"></eye-icon>People</a>
        <a class="btn small" href="${console}#/history"><eye-icon name="scroll-text"></eye-icon>History</a></nav>`;
  }

  /** @param {boolean} isOpen */
  #question(isOpen) {
    const name = this.edit?.before?.name;
    return html`
      <eye-dialog heading=${isOpen ? 'Close this account?' : 'Reopen this account?'} .open=${this.asking} @close=${() => (this.asking = false)}>
        <p>${isOpen ? html`Everybody of <bdi>${name}</bdi> is logged out at once, what rings is cancelled, and its window tells customers nothing more. Nothing is deleted: the account can be reopened.`
          : html`The people of <bdi>${name}</bdi> can log in again, and its window opens for customers.`}</p>
        <button slot="actions" class="btn" autofocus @click=${() => (this.asking = false)}>${isOpen ? 'Keep open' : 'Keep closed'}</button>
        <button slot="actions" class="btn ${isOpen ? 'danger' : 'primary'}" @click=${() => this.#enable(!isOpen)}>${isOpen ? 'Close account' : 'Reopen account'}</button>
      </eye-dialog>`;
  }

  /** @param {Edit} edit */
  #form(edit) {
    const { draft, errors, body } = edit;
    const field = (/** @type {string} */ name) => ({ name, value: draft[name], error: errors[name], input: (/** @type {any} */ value) => edit.set({ [name]: value }) });
    return html`
      <form novalidate @submit=${this.#submitted}>
        ${putBackBox(edit)}${problemBox(edit.message)}
        ${body.isEnabled === false ? html`<div class="notice warning"><eye-icon name="ban"></eye-icon><span>This account is closed: nobody of it can log in.</span></div>` : nothing}
        ${textField({ ...field('name'), label: 'Name', required: true, help: 'The brand, as customers know it.' })}
        ${edit.isNew ? textField({
          ...field('id'), label: 'Account number', placeholder: 'chosen by the server', help: 'Letters and digits, at most 32. It cannot change later.',
          input: (id) => edit.set({ id: id.trim() || undefined }),
        }) : html`<p class="soft">Account number: <span class="mono">${this.accountId}</span></p>`}
        <fieldset><legend>Above the account’s administrators</legend>
          ${switchField({ ...field('voiceAllowed'), label: 'Voice calls allowed', help: 'Off: no voice call, whatever the account’s own settings and profiles say.' })}
          ${switchField({ ...field('videoAllowed'), label: 'Video calls allowed', help: 'Off: no video call, whatever the account’s own settings and profiles say.' })}
        </fieldset>
        ${edit.isNew ? this.#administrator(edit, field) : nothing}
        ${actions(edit, html`
          <button type="button" class="btn quiet ${body.isEnabled ? '' : 'reopen'}" @click=${() => (this.asking = true)}>
            <eye-icon name=${body.isEnabled ? 'ban' : 'undo-2'}></eye-icon>${body.isEnabled ? 'Close account' : 'Reopen account'}</button>`)}
      </form>`;
  }

  /** @param {Edit} edit @param {(name: string) => any} field */
  #administrator(edit, field) {
    const name = 'administrator.password';
    return html`
      <fieldset><legend>First administrator</legend>
        <p class="hint">Logs in to the console and makes everybody else. Leave all three empty to make the account alone.</p>
        ${textField({ ...field('administrator.fullName'), label: 'Full name' })}
        ${textField({ ...field('administrator.loginName'), label: 'Log-in name' })}
        <eye-password-field name=${name} .value=${edit.draft[name]} .error=${edit.errors[name]}
          @change=${(/** @type {CustomEvent} */ event) => edit.set({ [name]: event.detail.value })}></eye-password-field>
      </fieldset>`;
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const edit = /** @type {Edit} */ (this.edit);
    const created = edit.isNew;
    const answer = await sent(this, edit);
    if (answer?.ok) {
      this.dispatchEvent(new CustomEvent('saved', { detail: { account: answer.body, created } }));
    }
  }

  /** @param {boolean} isEnabled */
  async #enable(isEnabled) {
    const edit = /** @type {Edit} */ (this.edit);
    this.asking = false;
    if (await edit.act({ isEnabled })) {
      this.dispatchEvent(new CustomEvent('acted', { detail: { words: `The account ${isolated(edit.before.name)} is ${isEnabled ? 'open again' : 'closed'}.` } }));
    }
  }
}

/** @param {any} draft */
function newAccount({ name, id, voiceAllowed, videoAllowed, ...first }) {
  const administrator = Object.fromEntries(Object.entries(first).map(([field, text]) => [field.split('.')[1], text]));
  return { name, id, voiceAllowed, videoAllowed, ...(Object.values(administrator).some(Boolean) && { administrator }) };
}
