import { LitElement, css, html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { panel } from './beside.js';
import { Edit } from './edit.js';
import { actions, historyLink, problemBox, putBackBox, selectField, sent, switchField, textField, wordsBelow } from './parts.js';
import { hashOf } from './router.js';
import { badges, forms, page } from './styles.js';
import { ROLES, ROLE_HELP } from './words.js';

const BLANK = { fullName: '', loginName: '', isEnabled: true, profileIds: [], skillIds: [], password: '' };

/** The form of one person. Down: `room`, `known`, `userId` (or `new`). Up: `saved` with `{ user, created }`, `gone` with `{ words }`. */
export class EyeUserForm extends LitElement {
  static properties = {
    room: { attribute: false }, known: { attribute: false }, userId: {}, renewing: { state: true }, asking: { state: true },
  };

  static styles = [reset, buttons, fields, notices, page, forms, badges, panel, css`
    .roles {
      display: grid;
      gap: var(--space-4);
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {any} */
    this.known = undefined;
    this.userId = '';
    this.renewing = false;
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
    if (changed.has('userId') && this.edit?.body?.id !== this.userId) {
      this.#open();
    }
  }

  async #open() {
    const { rest, paths } = this.room;
    const isNew = this.userId === 'new';
    const edit = new Edit(this, {
      rest, drafts: this.room.drafts, path: paths.user(this.userId), list: paths.users, blank: isNew ? BLANK : undefined,
      form: (body) => (body === BLANK ? BLANK : {
        fullName: body.fullName, loginName: body.loginName, isEnabled: body.isEnabled, profileIds: body.profileIds, skillIds: body.skillIds,
      }),
    });
    this.edit = edit;
    this.renewing = false;
    if (!isNew) {
      await edit.load();
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(isNew ? '[name=fullName]' : 'h2'))?.focus();
  }

  render() {
    const { edit } = this;
    return html`
      <section class="card" aria-labelledby="heading">
        <header><h2 id="heading" tabindex="-1" dir="auto">${edit?.isNew ? 'New person' : edit?.before?.fullName ?? 'Person'}</h2>
          ${edit?.isNew ? nothing : historyLink('USER', this.userId)}
          <a class="btn quiet small round" href=${hashOf('people')} aria-label="Close" title="Close"><eye-icon name="x"></eye-icon></a></header>
        ${edit?.ready ? this.#form(edit) : html`<div class="note soft">${edit?.message ? problemBox(edit.message) : 'Loading'}</div>`}
      </section>
      ${edit?.stale ? html`<eye-stale .stale=${edit.stale} .what=${'this person'} .known=${this.known}
        @choose=${(/** @type {CustomEvent} */ event) => edit.choose(event.detail.mine)} @close=${() => edit.putOff()}></eye-stale>` : nothing}
      <eye-dialog heading="Delete this person?" .open=${this.asking} @close=${() => (this.asking = false)}>
        <p><bdi>${edit?.before?.fullName}</bdi> is logged out at once and cannot log in any more. The name stays in conversations and in the history.</p>
        <button slot="actions" class="btn" autofocus @click=${() => (this.asking = false)}>Keep</button>
        <button slot="actions" class="btn danger" @click=${this.#delete}>Delete</button>
      </eye-dialog>`;
  }

  /** @param {Edit} edit */
  #form(edit) {
    const { draft, errors } = edit;
    const field = (/** @type {string} */ name) => ({
      name, value: draft[name], error: errors[name], input: (/** @type {any} */ value) => edit.set({ [name]: value }),
    });
    return html`
      <form novalidate @submit=${this.#submitted}>
        ${putBackBox(edit)}${problemBox(edit.message)}
        ${textField({ ...field('fullName'), label: 'Full name', required: true, help: 'Customers and colleagues see it.' })}
        ${textField({ ...field('loginName'), label: 'Log-in name', required: true })}
        ${edit.isNew || this.renewing ? this.#password(edit) : html`
          <div class="row"><button type="button" class="btn small" @click=${this.#renew}><eye-icon name="key-round"></eye-icon>Set a new password</button></div>`}
        ${switchField({ ...field('isEnabled'), label: 'May log in', help: 'Off: logged out at once, and every log-in is refused.' })}
        ${this.#profiles(edit)}
        ${this.#skills(edit)}
        ${actions(edit, html`
          <button type="button" class="btn quiet" @click=${() => (this.asking = true)}><eye-icon name="trash"></eye-icon>Delete</button>`)}
      </form>`;
  }

  /** @param {Edit} edit */
  #password(edit) {
    return html`
      <eye-password-field .value=${edit.draft.password} .error=${edit.errors.password} .required=${edit.isNew}
        @change=${(/** @type {CustomEvent} */ event) => edit.set({ password: event.detail.value })}></eye-password-field>`;
  }

  /** @param {Edit} edit */
  #profiles(edit) {
    const { profiles, roles } = this.known;
    const of = (/** @type {string} */ role) => [...profiles.values()].filter((each) => each.role === role);
    return html`
      <fieldset><legend>Profiles, at most one for each role</legend>
        <div class="roles">${roles.filter((/** @type {any} */ { role }) => of(role).length > 0).map((/** @type {any} */ { role }) => selectField({
          name: `profile-${role}`, label: ROLES[/** @type {keyof ROLES} */ (role)] ?? role, help: ROLE_HELP[/** @type {keyof ROLE_HELP} */ (role)],
          value: edit.draft.profileIds.find((/** @type {string} */ id) => profiles.get(id)?.role === role) ?? '',
          choices: [['', 'None'], ...of(role).map((each) => /** @type {[string, string]} */ ([each.id, each.name]))],
          input: (id) => this.#chose(edit, role, id),
        }))}</div>
        ${edit.errors.profileIds ? wordsBelow({ name: 'profileIds', error: edit.errors.profileIds, label: '', value: '', input: () => {} }) : nothing}
      </fieldset>`;
  }

  /** @param {Edit} edit @param {string} role @param {string} id */
  #chose(edit, role, id) {
    const others = edit.draft.profileIds.filter((/** @type {string} */ each) => this.known.profiles.get(each)?.role !== role);
    edit.set({ profileIds: [...others, ...(id ? [id] : [])].sort() });
  }

  /** @param {Edit} edit */
  #skills(edit) {
    const skills = [...this.known.skills.values()];
    const flip = (/** @type {string} */ id) => edit.set({
      skillIds: (edit.draft.skillIds.includes(id) ? edit.draft.skillIds.filter((/** @type {string} */ each) => each !== id) : [...edit.draft.skillIds, id]).sort(),
    });
    return skills.length === 0 ? nothing : html`
      <fieldset><legend>Skills: conversations that ring</legend>
        ${skills.map(({ id, name }) => html`
          <label class="check"><input type="checkbox" .checked=${edit.draft.skillIds.includes(id)} @change=${() => flip(id)}><span dir="auto">${name}</span></label>`)}
        ${edit.errors.skillIds ? wordsBelow({ name: 'skillIds', error: edit.errors.skillIds, label: '', value: '', input: () => {} }) : nothing}
      </fieldset>`;
  }

  async #renew() {
    this.renewing = true;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('eye-password-field')).focus();
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const edit = /** @type {Edit} */ (this.edit);
    const created = edit.isNew;
    const answer = await sent(this, edit);
    if (answer?.ok) {
      this.renewing = false;
        this.dispatchEvent(new CustomEvent('saved', { detail: { user: answer.body, created } }));
    }
  }

  async #delete() {
    const edit = /** @type {Edit} */ (this.edit);
    this.asking = false;
    if (await edit.remove()) {
      this.dispatchEvent(new CustomEvent('gone', { detail: { words: `${isolated(edit.before.fullName)} is deleted.` } }));
    }
  }
}
