import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { buttons, fields, reset } from '../elements/styles.js';
import { selectField, textField } from './parts.js';
import { hasSecret } from './servers.js';
import { forms } from './styles.js';

const MOST = 10;
const NEW = { url: '', credential: 'SHARED_SECRET' };
/** @type {[string, string][]} */
const STUN = [['NONE', 'None']];
/** @type {[string, string][]} */
const TURN = [['SHARED_SECRET', 'Shared secret: a log-in for each call'], ['FIXED', 'Fixed user name and password']];

/** The list of STUN and TURN servers. Down: `room`, `servers`, `before` (as saved), `errors` (by field). Up: `change` with `{ servers }`. */
export class EyeIceServers extends LitElement {
  static properties = {
    room: { attribute: false }, servers: { attribute: false }, before: { attribute: false }, errors: { attribute: false }, said: { state: true },
  };

  static styles = [reset, buttons, fields, forms, css`
    :host {
      display: grid;
      gap: var(--space-3);
    }
    h3 {
      font-size: var(--text-sm);
      font-weight: var(--weight-medium);
      color: var(--color-text-soft);
    }
    .hint {
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      color: var(--color-text-faint);
    }
    .error {
      color: var(--color-danger-text);
      font-size: var(--text-sm);
    }
    ol {
      display: grid;
      gap: var(--space-3);
    }
    li {
      display: grid;
      gap: var(--space-4);
      padding: var(--space-4);
      border: 1px solid var(--color-line);
      border-radius: var(--radius-md);
      background: var(--color-canvas);
    }
    .top {
      display: flex;
      align-items: center;
      gap: var(--space-1);
    }
    .top b {
      flex: 1;
      font-weight: var(--weight-medium);
    }
    .pair {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-4);
    }
    @media (max-width: 40rem) {
      .pair {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {import('./servers.js').Server[]} */
    this.servers = [];
    /** @type {import('./servers.js').Server[]} */
    this.before = [];
    /** @type {Record<string, string>} */
    this.errors = {};
    this.said = '';
  }

  render() {
    const { servers } = this;
    return html`
      <div><h3 id="heading">STUN and TURN servers</h3>
        <p class="hint">Browsers ask them in this order. Without any, calls connect where no firewall is in the way.</p>
        ${this.errors.iceServers ? html`<p class="error">${this.errors.iceServers}</p>` : nothing}</div>
      ${servers.length === 0 ? nothing : html`<ol aria-labelledby="heading">${repeat(servers, (_, i) => i, (server, i) => this.#server(server, i))}</ol>`}
      <div class="row"><button type="button" class="btn small add" aria-disabled=${servers.length >= MOST} @click=${this.#add}>
        <eye-icon name="plus"></eye-icon>Add a server</button>${servers.length >= MOST ? html`<span class="hint">${MOST} are the most.</span>` : nothing}</div>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }

  /** @param {import('./servers.js').Server} server @param {number} i */
  #server(server, i) {
    const name = `Server ${i + 1}`;
    const at = `iceServers[${i}]`;
    const turn = !/^stuns?:/i.test(server.url.trim());
    return html`
      <li>
        <div class="top"><b>${name}</b>
          ${this.#button('arrow-up', `Move ${name} up`, i === 0, () => this.#move(i, i - 1))}
          ${this.#button('arrow-down', `Move ${name} down`, i === this.servers.length - 1, () => this.#move(i, i + 1))}
          ${this.#button('trash', `Remove ${name}`, false, () => this.#remove(i))}</div>
        ${textField({
          name: `${at}.url`, label: 'Address', value: server.url, error: this.errors[`${at}.url`], placeholder: 'turns:turn.example.org:5349?transport=tcp',
          input: (url) => this.#typed(i, url),
        })}
        ${selectField({
          name: `${at}.credential`, label: 'Credential', value: server.credential, error: this.errors[`${at}.credential`], choices: turn ? TURN : STUN,
          input: (credential) => this.#set(i, { credential, username: undefined, secret: undefined }),
        })}
        ${server.credential === 'NONE' ? nothing : html`<div class=${server.credential === 'FIXED' ? 'pair' : ''}>${this.#secrets(server, i)}</div>`}
        <eye-relay-test .room=${this.room} .server=${server} .label=${name}></eye-relay-test>
      </li>`;
  }

  /** @param {import('./servers.js').Server} server @param {number} i */
  #secrets(server, i) {
    const at = `iceServers[${i}]`;
    const isFixed = server.credential === 'FIXED';
    const kept = hasSecret(server, this.before);
    return html`
      ${isFixed ? textField({
        name: `${at}.username`, label: 'User name', value: server.username, error: this.errors[`${at}.username`], input: (username) => this.#set(i, { username }),
      }) : nothing}
      ${textField({
        name: `${at}.secret`, label: isFixed ? 'Password' : 'Shared secret', type: 'password', autocomplete: 'new-password', value: server.secret, error: this.errors[`${at}.secret`],
        placeholder: kept ? 'Saved; empty leaves it as it is' : '', required: !kept,
        help: isFixed ? 'Both browsers of a call get name and password.' : 'As in the server’s own settings (static-auth-secret). It stays on the server and is never shown.',
        input: (secret) => this.#set(i, { secret: secret || undefined }),
      })}`;
  }

  /** @param {string} icon @param {string} label @param {boolean} off @param {() => void} act */
  #button(icon, label, off, act) {
    return html`<button type="button" class="btn quiet small round" aria-label=${label} title=${label} aria-disabled=${off} @click=${() => off || act()}>
      <eye-icon name=${icon}></eye-icon></button>`;
  }

  /** The address says whether there is a credential at all. @param {number} i @param {string} url */
  #typed(i, url) {
    const isStun = /^stuns?:/i.test(url.trim());
    const { credential } = this.servers[i];
    const fitting = isStun ? 'NONE' : credential === 'NONE' ? 'SHARED_SECRET' : credential;
    this.#set(i, { url, ...(fitting !== credential && { credential: fitting, username: undefined, secret: undefined }) });
  }

  /** @param {number} i @param {object} change */
  #set(i, change) {
    this.#tell(this.servers.map((each, at) => (at === i ? cleaned({ ...each, ...change }) : each)));
  }

  async #add() {
    if (this.servers.length >= MOST) {
      return;
    }
    this.#tell([...this.servers, /** @type {any} */ (NEW)]);
    await this.updateComplete;
    this.#focus(`[name="iceServers[${this.servers.length - 1}].url"]`);
  }

  /** @param {number} i @param {number} to */
  async #move(i, to) {
    const moved = [...this.servers];
    moved.splice(to, 0, ...moved.splice(i, 1));
    this.#tell(moved);
    this.said = `Server ${i + 1} is now server ${to + 1}.`;
    await this.updateComplete;
    this.#focus(`[aria-label="Move Server ${to + 1} ${to < i ? 'up' : 'down'}"]`);
  }

  /** @param {number} i */
  async #remove(i) {
    this.#tell(this.servers.filter((_, at) => at !== i));
    this.said = `Server ${i + 1} is removed.`;
    await this.updateComplete;
    this.#focus('.add');
  }

  /** @param {string} selector */
  #focus(selector) {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))?.focus();
  }

  /** @param {import('./servers.js').Server[]} servers */
  #tell(servers) {
    this.servers = servers;
    this.dispatchEvent(new CustomEvent('change', { detail: { servers } }));
  }
}

/** Without what was taken away. @param {any} server */
const cleaned = (server) => Object.fromEntries(Object.entries(server).filter(([, value]) => value !== undefined));
