import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isolated } from '../conversation/isolated.js';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { beside } from './beside.js';
import { List } from './list.js';
import { problemBox } from './parts.js';
import { all } from './rest.js';
import { hashOf } from './router.js';
import { badges, page } from './styles.js';
import { tables } from './tables.js';

const SORTS = { name: 'ascending', '-name': 'descending' };

/** Everybody of the account, and beside the list the one who is edited. Down: `room`, `place` (`people`, an id or `new`). */
export class EyePeople extends LitElement {
  static properties = { room: { attribute: false }, place: { attribute: false }, sort: { state: true }, known: { state: true } };

  static styles = [reset, buttons, fields, notices, page, tables, badges, beside, blankStyles, css`
    .two .skills {
      display: none;
    }
    @media (max-width: 40rem) {
      .late {
        display: none;
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {string[]} */
    this.place = [];
    this.sort = 'name';
    /** @type {{ profiles: Map<string, any>, skills: Map<string, any>, roles: any[] } | undefined} */
    this.known = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    const { rest, paths } = this.room;
    this.list = new List(this, rest, paths.users, { sort: this.sort });
    this.list.load();
    this.#learn();
  }

  /** What a row and the form say by name. */
  async #learn() {
    const { rest, paths } = this.room;
    const [profiles, skills, roles] = await Promise.all([all(rest, paths.profiles), all(rest, paths.skills), rest.get(paths.roles)]);
    if (profiles.ok && skills.ok && roles.ok) {
      const byId = (/** @type {any} */ { body }) => new Map(body.items.map((/** @type {any} */ each) => [each.id, each]));
      this.known = { profiles: byId(profiles), skills: byId(skills), roles: roles.body.items };
    }
  }

  get #chosen() {
    return this.place[1];
  }

  /** @returns {any} */
  get #form() {
    return this.renderRoot?.querySelector('eye-user-form');
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
        <div><h1 tabindex="-1">People</h1><p>Who may log in to this account, what they may do, and which customers they serve.</p></div>
        <a class="btn primary" href=${hashOf('people', 'new')}><eye-icon name="user-plus"></eye-icon>New person</a>
      </div>
      <div class="both ${this.#chosen ? 'two' : ''}">
        <section class="card list" aria-label="All people">${this.#tools()}${this.#body()}${this.#more()}</section>
        ${this.#chosen && this.known ? html`
          <eye-user-form .room=${this.room} .known=${this.known} .userId=${this.#chosen} @saved=${this.#saved} @gone=${this.#gone}></eye-user-form>` : nothing}
      </div>`;
  }

  #tools() {
    return html`
      <div class="tools">
        <div class="search" role="search"><eye-icon name="search"></eye-icon>
          <input class="input" type="search" dir="auto" aria-label="Search people" placeholder="Search by name" autocomplete="off"
            @input=${(/** @type {any} */ event) => this.list?.search(event.target.value)}></div>
        <span class="count" role="status">${this.list?.loaded ? `${this.list.total} ${this.list.total === 1 ? 'person' : 'people'}` : ''}</span>
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
      return query.q ? blank('search', 'Nobody has this name', 'Search for another part of the name, or of the log-in name.')
        : blank('users-round', 'Nobody is here yet', 'Create the first person with the button above.');
    }
    return html`
      <div class="wide"><table>
        <thead><tr>
          <th scope="col" aria-sort=${SORTS[/** @type {keyof SORTS} */ (this.sort)]}><button @click=${this.#turned}>Name
            <eye-icon name=${this.sort === 'name' ? 'arrow-up' : 'arrow-down'}></eye-icon></button></th>
          <th scope="col" class="late">Profiles</th><th scope="col" class="late skills">Skills</th><th scope="col">State</th></tr></thead>
        <tbody>${repeat(items, (each) => each.id, (each) => this.#row(each))}</tbody>
      </table></div>`;
  }

  /** @param {any} user */
  #row(user) {
    return html`
      <tr class="go" aria-current=${user.id === this.#chosen ? 'true' : nothing}>
        <th scope="row"><div class="who"><eye-avatar .name=${user.fullName} .seed=${user.pid}></eye-avatar>
          <div><a class="whole" href=${hashOf('people', user.id)} dir="auto">${user.fullName}</a><small dir="auto">${user.loginName}</small></div></div></th>
        <td class="late"><div class="badges">${this.#named('profiles', user.profileIds)}</div></td>
        <td class="late skills soft">${user.skillIds.map((/** @type {string} */ id) => isolated(this.known?.skills.get(id)?.name ?? id)).join(', ') || '–'}</td>
        <td>${user.isEnabled ? html`<span class="badge positive">Enabled</span>` : html`<span class="badge"><eye-icon name="ban"></eye-icon>Disabled</span>`}</td>
      </tr>`;
  }

  /** @param {'profiles' | 'skills'} what @param {string[]} ids */
  #named(what, ids) {
    return ids.length === 0 ? html`<span class="faint">none</span>`
      : ids.map((id) => html`<span class="badge" dir="auto">${this.known?.[what].get(id)?.name ?? ''}</span>`);
  }

  #more() {
    return this.list?.next ? html`<div class="more"><button class="btn small" @click=${() => this.list?.more()}>Load more</button></div>` : nothing;
  }

  #turned() {
    this.sort = this.sort === 'name' ? '-name' : 'name';
    this.list?.ask({ sort: this.sort });
  }

  /** @param {CustomEvent} event */
  async #saved({ detail: { user, created } }) {
    this.room.say(created ? `${isolated(user.fullName)} can log in now.` : `${isolated(user.fullName)} is saved.`);
    this.list?.load();
    if (created) {
      this.room.go(hashOf('people', user.id), { replace: true });
    }
  }

  /** @param {CustomEvent} event */
  #gone({ detail: { words } }) {
    this.room.say(words);
    this.list?.load();
    this.room.go(hashOf('people'), { replace: true });
  }
}
