import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isolated } from '../conversation/isolated.js';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { beside } from './beside.js';
import { List } from './list.js';
import { problemBox } from './parts.js';
import { hashOf } from './router.js';
import { page } from './styles.js';
import { tables } from './tables.js';

/** The skills of the account; beside the list the one that is edited. Down: `room`, `place` (`skills`, an id or `new`). */
export class EyeSkills extends LitElement {
  static properties = { room: { attribute: false }, place: { attribute: false } };

  static styles = [reset, buttons, fields, notices, page, tables, beside, blankStyles, css`
    .id {
      width: 40%;
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {string[]} */
    this.place = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.list = new List(this, this.room.rest, this.room.paths.skills, { sort: 'name' });
    this.list.load();
  }

  get #chosen() {
    return this.place[1];
  }

  /** @returns {any} */
  get #form() {
    return this.renderRoot?.querySelector('eye-skill-form');
  }

  get dirty() {
    return Boolean(this.#form?.dirty);
  }

  discard() {
    this.#form?.discard();
  }

  render() {
    return html`
      <div class="head">
        <div><h1 tabindex="-1">Skills</h1><p>A conversation may ask for a skill; then it rings the online agents who have it.</p></div>
        <a class="btn primary" href=${hashOf('skills', 'new')}><eye-icon name="plus"></eye-icon>New skill</a>
      </div>
      <div class="both ${this.#chosen ? 'two' : ''}">
        <section class="card list" aria-label="All skills">${this.#tools()}${this.#body()}
          ${this.list?.next ? html`<div class="more"><button class="btn small" @click=${() => this.list?.more()}>Load more</button></div>` : nothing}</section>
        ${this.#chosen ? html`<eye-skill-form .room=${this.room} .skillId=${this.#chosen} @saved=${this.#saved} @gone=${this.#gone}></eye-skill-form>` : nothing}
      </div>`;
  }

  #tools() {
    return html`
      <div class="tools">
        <div class="search" role="search"><eye-icon name="search"></eye-icon>
          <input class="input" type="search" dir="auto" aria-label="Search skills" placeholder="Search by name" autocomplete="off"
            @input=${(/** @type {any} */ event) => this.list?.search(event.target.value)}></div>
        <span class="count" role="status">${this.list?.loaded ? `${this.list.total} ${this.list.total === 1 ? 'skill' : 'skills'}` : ''}</span>
      </div>`;
  }

  #body() {
    const { items, loaded, message, query } = /** @type {List} */ (this.list);
    if (message) {
      return problemBox(message);
    }
    if (!loaded) {
      return blank('loader-circle', 'Loading', '');
    }
    if (items.length === 0) {
      return query.q ? blank('search', 'No skill has this name', 'Search for another part of the name.')
        : blank('tags', 'No skill yet', 'Every new conversation rings every online agent.');
    }
    return html`
      <div class="wide"><table>
        <thead><tr><th scope="col">Name</th><th scope="col" class="id">Id</th></tr></thead>
        <tbody>${repeat(items, (each) => each.id, (each) => html`
          <tr class="go" aria-current=${each.id === this.#chosen ? 'true' : nothing}>
            <th scope="row"><a class="whole" href=${hashOf('skills', each.id)} dir="auto">${each.name}</a></th>
            <td class="mono soft">${each.id}</td></tr>`)}</tbody>
      </table></div>`;
  }

  /** @param {CustomEvent} event */
  #saved({ detail: { skill, created } }) {
    this.room.say(created ? `The skill ${isolated(skill.name)} is created. Give it to people now.` : `The skill ${isolated(skill.name)} is saved.`);
    this.list?.load();
    if (created) {
      this.room.go(hashOf('skills', skill.id), { replace: true });
    }
  }

  /** @param {CustomEvent} event */
  #gone({ detail: { words } }) {
    this.room.say(words);
    this.list?.load();
    this.room.go(hashOf('skills'), { replace: true });
  }
}
