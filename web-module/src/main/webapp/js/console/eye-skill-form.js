import { LitElement, html, nothing } from 'lit';
import { isolated } from '../conversation/isolated.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { panel } from './beside.js';
import { Edit } from './edit.js';
import { actions, historyLink, problemBox, putBackBox, sent, textField } from './parts.js';
import { hashOf } from './router.js';
import { forms, page } from './styles.js';

/** The form of one skill. Down: `room`, `skillId` (or `new`). Up: `saved` with `{ skill, created }`, `gone` with `{ words }`. */
export class EyeSkillForm extends LitElement {
  static properties = { room: { attribute: false }, skillId: {}, asking: { state: true } };

  static styles = [reset, buttons, fields, notices, page, forms, panel];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    this.skillId = '';
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
    if (changed.has('skillId') && this.edit?.body?.id !== this.skillId) {
      this.#open();
    }
  }

  async #open() {
    const { rest, paths } = this.room;
    const isNew = this.skillId === 'new';
    this.edit = new Edit(this, {
      rest, drafts: this.room.drafts, path: paths.skill(this.skillId), list: paths.skills, blank: isNew ? { name: '' } : undefined, form: ({ name }) => ({ name }),
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
        <header><h2 id="heading" tabindex="-1" dir="auto">${edit?.isNew ? 'New skill' : edit?.before?.name ?? 'Skill'}</h2>
          ${edit?.isNew ? nothing : historyLink('SKILL', this.skillId)}
          <a class="btn quiet small round" href=${hashOf('skills')} aria-label="Close" title="Close"><eye-icon name="x"></eye-icon></a></header>
        ${edit?.ready ? this.#form(edit) : html`<div class="note soft">${edit?.message ? problemBox(edit.message) : 'Loading'}</div>`}
      </section>
      ${edit?.stale ? html`<eye-stale .stale=${edit.stale} .what=${'this skill'}
        @choose=${(/** @type {CustomEvent} */ event) => edit.choose(event.detail.mine)} @close=${() => edit.putOff()}></eye-stale>` : nothing}
      <eye-dialog heading="Delete this skill?" .open=${this.asking} @close=${() => (this.asking = false)}>
        <p><bdi>${edit?.before?.name}</bdi> is gone for good. A skill that somebody has cannot be deleted.</p>
        <button slot="actions" class="btn" autofocus @click=${() => (this.asking = false)}>Keep</button>
        <button slot="actions" class="btn danger" @click=${this.#delete}>Delete</button>
      </eye-dialog>`;
  }

  /** @param {Edit} edit */
  #form(edit) {
    const { draft, errors } = edit;
    return html`
      <form novalidate @submit=${this.#submitted}>
        ${putBackBox(edit)}${problemBox(edit.message)}
        ${textField({ name: 'name', label: 'Name', value: draft.name, error: errors.name, required: true, help: 'Agents see it beside a conversation that waits.', input: (name) => edit.set({ name }) })}
        ${edit.isNew ? textField({
          name: 'id', label: 'Id', value: draft.id, error: errors.id, placeholder: 'chosen by the server',
          help: 'What a conversation names as its skill. Letters, digits, “_” and “-”, at most 32; it cannot change later.',
          input: (id) => edit.set({ id: id.trim() || undefined }),
        }) : html`<p class="soft">Id: <span class="mono">${this.skillId}</span>, as a conversation names it.</p>`}
        ${actions(edit, html`
          <button type="button" class="btn quiet" @click=${() => (this.asking = true)}><eye-icon name="trash"></eye-icon>Delete</button>`)}
      </form>`;
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const edit = /** @type {Edit} */ (this.edit);
    const created = edit.isNew;
    const answer = await sent(this, edit);
    if (answer?.ok) {
      this.dispatchEvent(new CustomEvent('saved', { detail: { skill: answer.body, created } }));
    }
  }

  async #delete() {
    const edit = /** @type {Edit} */ (this.edit);
    this.asking = false;
    if (await edit.remove()) {
      this.dispatchEvent(new CustomEvent('gone', { detail: { words: `The skill ${isolated(edit.before.name)} is deleted.` } }));
    }
  }
}
