import { LitElement, css, html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { panel } from './beside.js';
import { Edit } from './edit.js';
import { actions, historyLink, problemBox, putBackBox, selectField, sent, textField, wordsBelow } from './parts.js';
import { hashOf } from './router.js';
import { badges, forms, page } from './styles.js';
import { OFF_BY, ROLES, ROLE_HELP } from './words.js';

/** The form of one profile. Down: `room`, `roles` (what can be allowed), `profileId` (or `new`). Up: `saved` with `{ profile, created }`, `gone` with `{ words }`. */
export class EyeProfileForm extends LitElement {
  static properties = { room: { attribute: false }, roles: { attribute: false }, profileId: {}, asking: { state: true } };

  static styles = [reset, buttons, fields, notices, page, forms, badges, panel, css`
    .permission {
      padding: var(--space-2) 0;
    }
    .permission .badge {
      margin-inline-start: 1.875rem;
    }
    .fact {
      display: grid;
      gap: var(--space-1);
    }
    .fact dt {
      font-size: var(--text-sm);
      font-weight: var(--weight-medium);
      color: var(--color-text-soft);
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {any[]} */
    this.roles = [];
    this.profileId = '';
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
    if (changed.has('profileId') && this.edit?.body?.id !== this.profileId) {
      this.#open();
    }
  }

  async #open() {
    const { rest, paths } = this.room;
    const isNew = this.profileId === 'new';
    const [first] = this.roles;
    this.edit = new Edit(this, {
      rest, drafts: this.room.drafts, path: paths.profile(this.profileId), list: paths.profiles,
      blank: isNew ? { role: first.role, name: '', permissions: permissionsOf(first) } : undefined,
      form: ({ role, name, permissions }) => ({ role, name, permissions: [...permissions].sort() }),
    });
    if (!isNew) {
      await this.edit.load();
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(isNew ? '[name=role]' : 'h2'))?.focus();
  }

  render() {
    const { edit } = this;
    return html`
      <section class="card" aria-labelledby="heading">
        <header><h2 id="heading" tabindex="-1" dir="auto">${edit?.isNew ? 'New profile' : edit?.before?.name ?? 'Profile'}</h2>
          ${edit?.isNew ? nothing : historyLink('PROFILE', this.profileId)}
          <a class="btn quiet small round" href=${hashOf('profiles')} aria-label="Close" title="Close"><eye-icon name="x"></eye-icon></a></header>
        ${edit?.ready ? this.#form(edit) : html`<div class="note soft">${edit?.message ? problemBox(edit.message) : 'Loading'}</div>`}
      </section>
      ${edit?.stale ? html`<eye-stale .stale=${edit.stale} .what=${'this profile'}
        @choose=${(/** @type {CustomEvent} */ event) => edit.choose(event.detail.mine)} @close=${() => edit.putOff()}></eye-stale>` : nothing}
      <eye-dialog heading="Delete this profile?" .open=${this.asking} @close=${() => (this.asking = false)}>
        <p><bdi>${edit?.before?.name}</bdi> is gone for good. A profile that somebody has cannot be deleted.</p>
        <button slot="actions" class="btn" autofocus @click=${() => (this.asking = false)}>Keep</button>
        <button slot="actions" class="btn danger" @click=${this.#delete}>Delete</button>
      </eye-dialog>`;
  }

  /** @param {Edit} edit */
  #form(edit) {
    const { draft, errors } = edit;
    const role = this.roles.find((each) => each.role === draft.role) ?? { role: draft.role, permissions: [] };
    return html`
      <form novalidate @submit=${this.#submitted}>
        ${putBackBox(edit)}${problemBox(edit.message)}
        ${edit.isNew ? this.#chooseRole(edit) : html`
          <dl class="fact"><dt>Role</dt><dd>${ROLES[/** @type {keyof ROLES} */ (role.role)] ?? role.role}. <span class="soft">${ROLE_HELP[/** @type {keyof ROLE_HELP} */ (role.role)]}</span></dd></dl>`}
        ${textField({ name: 'name', label: 'Name', value: draft.name, error: errors.name, required: true, input: (name) => edit.set({ name }) })}
        ${this.#permissions(edit, role)}
        ${actions(edit, html`
          <button type="button" class="btn quiet" @click=${() => (this.asking = true)}><eye-icon name="trash"></eye-icon>Delete</button>`)}
      </form>`;
  }

  /** @param {Edit} edit */
  #chooseRole(edit) {
    return selectField({
      name: 'role', label: 'Role', value: edit.draft.role, error: edit.errors.role, help: 'It cannot change later.',
      choices: this.roles.map(({ role }) => [role, ROLES[/** @type {keyof ROLES} */ (role)] ?? role]),
      input: (role) => edit.set({ role, permissions: permissionsOf(this.roles.find((each) => each.role === role)) }),
    });
  }

  /** @param {Edit} edit @param {any} role */
  #permissions(edit, { permissions }) {
    return html`
      <fieldset><legend>May do</legend>
        ${permissions.length === 0 ? html`<p class="soft">This role has nothing more to allow.</p>` : permissions.map((/** @type {any} */ each) => this.#permission(edit, each))}
        ${edit.errors.permissions ? wordsBelow({ name: 'permissions', error: edit.errors.permissions, label: '', value: '', input: () => {} }) : nothing}
      </fieldset>`;
  }

  /** @param {Edit} edit @param {any} entry */
  #permission(edit, { permission, name, switchedOffBy }) {
    const { permissions } = edit.draft;
    const has = permissions.includes(permission);
    return html`
      <div class="permission"><label class="check"><input type="checkbox" name=${permission} .checked=${has} aria-describedby=${switchedOffBy ? `${permission}-off` : nothing}
          @change=${() => edit.set({ permissions: has ? permissions.filter((/** @type {string} */ each) => each !== permission) : [...permissions, permission].sort() })}>
          <span>${name}</span></label>
        ${switchedOffBy ? html`<span class="badge warning" id="${permission}-off"><eye-icon name="lock"></eye-icon>${OFF_BY[/** @type {keyof OFF_BY} */ (switchedOffBy)]}</span>` : nothing}</div>`;
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const edit = /** @type {Edit} */ (this.edit);
    const created = edit.isNew;
    const answer = await sent(this, edit);
    if (answer?.ok) {
      this.dispatchEvent(new CustomEvent('saved', { detail: { profile: answer.body, created } }));
    }
  }

  async #delete() {
    const edit = /** @type {Edit} */ (this.edit);
    this.asking = false;
    if (await edit.remove()) {
      this.dispatchEvent(new CustomEvent('gone', { detail: { words: `The profile ${isolated(edit.before.name)} is deleted.` } }));
    }
  }
}

/** @param {any} role */
const permissionsOf = ({ permissions }) => permissions.map((/** @type {any} */ each) => each.permission).sort();
