import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isolated } from '../conversation/isolated.js';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { beside } from './beside.js';
import { problemBox } from './parts.js';
import { all } from './rest.js';
import { hashOf } from './router.js';
import { badges, page } from './styles.js';
import { tables } from './tables.js';
import { OFF_BY, ROLES, ROLE_HELP } from './words.js';

/** What each role can be allowed, profile by profile; beside it the one that is edited. Down: `room`, `place` (`profiles`, an id or `new`). */
export class EyeProfiles extends LitElement {
  static properties = {
    room: { attribute: false }, place: { attribute: false }, profiles: { state: true }, roles: { state: true }, message: { state: true },
  };

  static styles = [reset, buttons, fields, notices, page, tables, badges, beside, blankStyles, css`
    .caption {
      padding: var(--space-4) var(--space-4) var(--space-3);
    }
    h2 {
      font-size: var(--text-lg);
    }
    .permission {
      width: 11rem;
      text-align: center;
      white-space: normal;
      vertical-align: bottom;
    }
    td.permission {
      vertical-align: middle;
    }
    .permission .badge {
      margin-top: var(--space-1);
    }
    .users {
      width: 5rem;
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    .two .permission {
      width: 8.5rem;
    }
    .has {
      display: inline-flex;
      vertical-align: middle;
      color: var(--color-positive-text);
      --icon-size: 1.25rem;
    }
    .has.off {
      color: var(--color-text-faint);
    }
    .no {
      color: var(--color-text-faint);
    }
    @media (max-width: 40rem) {
      .permission {
        width: auto;
        padding-inline: var(--space-1);
        font-size: var(--text-xs);
      }
      .users {
        width: auto;
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {string[]} */
    this.place = [];
    /** @type {any[] | undefined} */
    this.profiles = undefined;
    /** @type {any[]} */
    this.roles = [];
    this.message = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const { rest, paths } = this.room;
    const [profiles, roles] = await Promise.all([all(rest, paths.profiles), rest.get(paths.roles)]);
    this.message = [profiles, roles].find(({ ok }) => !ok)?.message ?? '';
    if (!this.message) {
      this.roles = roles.body.items;
      this.profiles = profiles.body.items;
    }
  }

  get #chosen() {
    return this.place[1];
  }

  /** @returns {any} */
  get #form() {
    return this.renderRoot?.querySelector('eye-profile-form');
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
        <div><h1 tabindex="-1">Profiles</h1><p>A profile is a named set of what one role may do. A person has at most one for each role.</p></div>
        <a class="btn primary" href=${hashOf('profiles', 'new')}><eye-icon name="plus"></eye-icon>New profile</a>
      </div>
      <div class="both ${this.#chosen ? 'two' : ''}">
        <div class="list">${problemBox(this.message)}${this.profiles ? this.roles.map((role) => this.#role(role)) : this.#loading()}</div>
        ${this.#chosen && this.profiles ? html`
          <eye-profile-form .room=${this.room} .roles=${this.roles} .profileId=${this.#chosen} @saved=${this.#saved} @gone=${this.#gone}></eye-profile-form>` : nothing}
      </div>`;
  }

  #loading() {
    return this.message ? nothing : html`<section class="card">${blank('loader-circle', 'Loading', '')}</section>`;
  }

  /** @param {any} entry a role and its permissions */
  #role({ role, permissions }) {
    const name = ROLES[/** @type {keyof ROLES} */ (role)] ?? role;
    const own = /** @type {any[]} */ (this.profiles).filter((each) => each.role === role);
    return html`
      <section class="card" aria-labelledby="role-${role}">
        <div class="caption"><h2 id="role-${role}">${name}</h2><p class="soft">${ROLE_HELP[/** @type {keyof ROLE_HELP} */ (role)]}</p></div>
        ${own.length === 0 ? html`<div class="caption faint">No profile of this role yet: nobody can have it.</div>` : html`
          <div class="wide"><table>
            <thead><tr><th scope="col">Profile</th>${permissions.map((/** @type {any} */ each) => this.#permission(each))}<th scope="col" class="users">People</th></tr></thead>
            <tbody>${repeat(own, (each) => each.id, (each) => this.#row(each, permissions))}</tbody></table></div>`}
      </section>`;
  }

  /** @param {any} entry */
  #permission({ name, switchedOffBy }) {
    return html`
      <th scope="col" class="permission">${name}
        ${switchedOffBy ? html`<div><span class="badge warning"><eye-icon name="lock"></eye-icon>${OFF_BY[/** @type {keyof OFF_BY} */ (switchedOffBy)]}</span></div>` : nothing}</th>`;
  }

  /** @param {any} profile @param {any[]} permissions */
  #row(profile, permissions) {
    return html`
      <tr class="go" aria-current=${profile.id === this.#chosen ? 'true' : nothing}>
        <th scope="row"><a class="whole" href=${hashOf('profiles', profile.id)} dir="auto">${profile.name}</a></th>
        ${permissions.map(({ permission, switchedOffBy }) => html`<td class="permission">${cell(profile.permissions.includes(permission), switchedOffBy)}</td>`)}
        <td class="users">${profile.users}</td>
      </tr>`;
  }

  /** @param {CustomEvent} event */
  #saved({ detail: { profile, created } }) {
    this.room.say(created ? `The profile ${isolated(profile.name)} is created.` : `The profile ${isolated(profile.name)} is saved.`);
    this.#load();
    if (created) {
      this.room.go(hashOf('profiles', profile.id), { replace: true });
    }
  }

  /** @param {CustomEvent} event */
  #gone({ detail: { words } }) {
    this.room.say(words);
    this.#load();
    this.room.go(hashOf('profiles'), { replace: true });
  }
}

/** @param {boolean} has @param {string | undefined} off */
const cell = (has, off) => (has
  ? html`<span class="has ${off ? 'off' : ''}"><eye-icon name="check"></eye-icon></span><span class="visually-hidden">${off ? 'allowed, but switched off above' : 'allowed'}</span>`
  : html`<span class="no" aria-hidden="true">–</span><span class="visually-hidden">not allowed</span>`);
