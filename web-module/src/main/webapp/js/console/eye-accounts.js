import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isolated } from '../conversation/isolated.js';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { beside } from './beside.js';
import { List } from './list.js';
import { problemBox } from './parts.js';
import { ACCOUNTS } from './rest.js';
import { hashOf } from './router.js';
import { badges, page } from './styles.js';
import { tables } from './tables.js';

/** All accounts; beside the list the one that is edited. Down: `room`, `place` (`accounts`, an id or `new`). */
export class EyeAccounts extends LitElement {
  static properties = { room: { attribute: false }, place: { attribute: false } };

  static styles = [reset, buttons, fields, notices, page, tables, badges, beside, blankStyles, css`
    .users {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    small {
      display: block;
      font-size: var(--text-sm);
      font-weight: var(--weight-regular);
      color: var(--color-text-soft);
    }
    .two .calls {
      display: none;
    }
    @media (max-width: 40rem) {
      .calls {
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
  }

  connectedCallback() {
    super.connectedCallback();
    this.list = new List(this, this.room.rest, ACCOUNTS, { sort: 'name' });
    this.list.load();
  }

  get #chosen() {
    return this.place[1];
  }

  /** @returns {any} */
  get #form() {
    return this.renderRoot?.querySelector('eye-account-form');
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
        <div><h1 tabindex="-1">Accounts</h1><p>Each brand has an account of its own. Nobody of one account sees anything of another.</p></div>
        <a class="btn primary" href=${hashOf('accounts', 'new')}><eye-icon name="plus"></eye-icon>New account</a>
      </div>
      <div class="both ${this.#chosen ? 'two' : ''}">
        <section class="card list" aria-label="All accounts">${this.#tools()}${this.#body()}
          ${this.list?.next ? html`<div class="more"><button class="btn small" @click=${() => this.list?.more()}>Load more</button></div>` : nothing}</section>
        ${this.#chosen ? html`<eye-account-form .room=${this.room} .accountId=${this.#chosen} @saved=${this.#saved} @acted=${this.#acted}></eye-account-form>` : nothing}
      </div>`;
  }

  #tools() {
    return html`
      <div class="tools">
        <div class="search" role="search"><eye-icon name="search"></eye-icon>
          <input class="input" type="search" dir="auto" aria-label="Search accounts" placeholder="Search by name" autocomplete="off"
            @input=${(/** @type {any} */ event) => this.list?.search(event.target.value)}></div>
        <span class="count" role="status">${this.list?.loaded ? `${this.list.total} ${this.list.total === 1 ? 'account' : 'accounts'}` : ''}</span>
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
      return query.q ? blank('search', 'No account has this name', 'Search for another part of the name.')
        : blank('store', 'No account yet', 'Create the first one, with its administrator.');
    }
    return html`
      <div class="wide"><table>
        <thead><tr><th scope="col">Account</th><th scope="col" class="calls">Allowed</th><th scope="col" class="users">People</th><th scope="col">State</th></tr></thead>
        <tbody>${repeat(items, (each) => each.id, (each) => this.#row(each))}</tbody>
      </table></div>`;
  }

  /** @param {any} account */
  #row({ id, name, isEnabled, voiceAllowed, videoAllowed, users }) {
    return html`
      <tr class="go" aria-current=${id === this.#chosen ? 'true' : nothing}>
        <th scope="row"><a class="whole" href=${hashOf('accounts', id)} dir="auto">${name}</a><small class="mono">${id}</small></th>
        <td class="calls"><div class="badges">${allowed('Voice', voiceAllowed)}${allowed('Video', videoAllowed)}</div></td>
        <td class="users">${users}</td>
        <td>${isEnabled ? html`<span class="badge positive">Open</span>` : html`<span class="badge"><eye-icon name="ban"></eye-icon>Closed</span>`}</td>
      </tr>`;
  }

  /** @param {CustomEvent} event */
  #saved({ detail: { account, created } }) {
    this.room.say(created ? `The account ${isolated(account.name)} is created. Its administrator can log in to account ${account.id}.` : `${isolated(account.name)} is saved.`);
    this.list?.load();
    if (created) {
      this.room.go(hashOf('accounts', account.id), { replace: true });
    }
  }

  /** @param {CustomEvent} event */
  #acted({ detail: { words } }) {
    this.room.say(words);
    this.list?.load();
  }
}

/** @param {string} what @param {boolean} is */
const allowed = (what, is) => (is ? html`<span class="badge">${what}</span>` : html`<span class="badge warning"><eye-icon name="lock"></eye-icon>No ${what.toLowerCase()}</span>`);
