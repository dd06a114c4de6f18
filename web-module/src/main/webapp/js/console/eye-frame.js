import { LitElement, css, html, nothing } from 'lit';
import { buttons, reset } from '../elements/styles.js';
import { version } from './version.js';

/**
 * The frame of a console: brand, navigation, who works here; the default slot is the view, the slot `above` what every view
 * has above it; at the foot which release it is. Down: `heading`, `under` (a line below it), `links` (`{ id, label, icon, count? }`), `current` (an id), `session`,
 * `ways` (`{ href, label, icon }`: other rooms). Up: `sign-out`, `password`.
 */
export class EyeFrame extends LitElement {
  static properties = {
    heading: {}, under: {}, links: { attribute: false }, current: {}, session: { attribute: false }, ways: { attribute: false },
    open: { state: true }, version: { state: true },
  };

  static styles = [reset, buttons, css`
    :host {
      display: grid;
      grid-template-columns: 15.5rem minmax(0, 1fr);
      min-height: 100dvh;
      background: var(--color-canvas);
    }
    .skip {
      position: absolute;
      z-index: 30;
      top: var(--space-2);
      inset-inline-start: var(--space-2);
    }
    .skip:not(:focus) {
      clip-path: inset(50%);
    }
    .side {
      position: sticky;
      top: 0;
      display: flex;
      flex-direction: column;
      height: 100dvh;
      padding: var(--space-4) var(--space-3);
      border-inline-end: 1px solid var(--color-line);
      overflow-y: auto;
    }
    .brand {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-width: 0;
      padding: 0 var(--space-2);
      --logo-size: 1.75rem;
    }
    .brand b {
      display: block;
      font-size: var(--text-md);
      font-weight: var(--weight-strong);
      line-height: var(--leading-tight);
    }
    .brand small {
      display: block;
      font-size: var(--text-xs);
      line-height: var(--leading-snug);
      color: var(--color-text-faint);
      overflow-wrap: anywhere;
    }
    .toggle {
      display: none;
      margin-inline-start: auto;
    }
    .inner {
      flex: 1;
      display: flex;
      flex-direction: column;
      gap: var(--space-1);
      margin-top: var(--space-6);
    }
    nav ul {
      display: grid;
      gap: 2px;
    }
    .link {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-height: var(--size-control);
      padding: 0 var(--space-3);
      border-radius: var(--radius-md);
      color: var(--color-text-soft);
      font-weight: var(--weight-medium);
      text-decoration: none;
      --icon-size: 1.125rem;
    }
    button.link {
      width: 100%;
      border: 0;
      background: none;
      text-align: start;
      cursor: pointer;
    }
    .link:hover {
      background: var(--color-hover);
      color: var(--color-text);
    }
    .link[aria-current] {
      background: var(--color-selected);
      color: var(--color-text);
    }
    .link[aria-current] eye-icon {
      color: var(--color-accent-text);
    }
    .number {
      min-width: 1.25rem;
      margin-inline-start: auto;
      padding: 0 0.375rem;
      border-radius: var(--radius-full);
      background: var(--color-warning);
      color: var(--color-on-warning);
      font-size: var(--text-2xs);
      line-height: 1.25rem;
      text-align: center;
    }
    .foot {
      display: grid;
      gap: 2px;
      margin-top: auto;
      padding-top: var(--space-6);
    }
    .me {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-width: 0;
      margin-top: var(--space-2);
      padding-block: var(--space-3) 0;
      padding-inline: var(--space-2) 0;
      border-top: 1px solid var(--color-line);
      --avatar-size: 2rem;
    }
    .me div {
      flex: 1;
      min-width: 0;
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      overflow-wrap: anywhere;
    }
    .me small {
      display: block;
      font-size: var(--text-xs);
      color: var(--color-text-faint);
    }
    .version {
      margin-top: var(--space-2);
      padding-inline: var(--space-2);
      font-size: var(--text-xs);
      color: var(--color-text-faint);
    }
    main {
      width: 100%;
      min-width: 0;
      max-width: 82rem;
      padding: var(--space-8) var(--space-8) var(--space-16);
    }
    @media (max-width: 56rem) {
      :host {
        grid-template: auto 1fr / minmax(0, 1fr);
      }
      .side {
        z-index: 6;
        height: auto;
        max-height: 100dvh;
        padding: var(--space-2) var(--space-3);
        border-inline-end: 0;
        border-bottom: 1px solid var(--color-line);
        background: var(--color-canvas);
      }
      .top {
        display: flex;
        align-items: center;
      }
      .toggle {
        display: inline-flex;
      }
      .inner {
        margin: var(--space-3) 0 var(--space-2);
      }
      .inner:not(.open) {
        display: none;
      }
      main {
        padding: var(--space-5) var(--space-4) var(--space-12);
      }
    }
    @media (forced-colors: active) {
      .number {
        forced-color-adjust: none;
      }
      .link[aria-current] {
        border: 3px solid Highlight;
        padding-inline: calc(var(--space-3) - 3px);
      }
    }
  `];

  constructor() {
    super();
    this.heading = '';
    this.under = '';
    /** @type {{ id: string, label: string, icon: string, count?: number }[]} */
    this.links = [];
    this.current = '';
    /** @type {import('../wire/login.js').Session} */
    this.session = /** @type {any} */ (undefined);
    /** @type {{ href: string, label: string, icon: string }[]} */
    this.ways = [];
    this.open = false;
    this.version = '';
  }

  async connectedCallback() {
    super.connectedCallback();
    this.version ||= await version();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('current')) {
      this.open = false;
    }
  }

  render() {
    const { session } = this;
    return html`
      <a class="btn skip" href="#main" @click=${this.#skip}>Skip to the content</a>
      <div class="side">
        <div class="top">
          <div class="brand"><eye-logo></eye-logo><div><b>${this.heading}</b><small dir="auto">${this.under}</small></div></div>
          <button class="btn quiet toggle" aria-expanded=${this.open} aria-controls="inner" @click=${() => (this.open = !this.open)}>
            <eye-icon name=${this.open ? 'x' : 'menu'}></eye-icon>Menu</button>
        </div>
        <div class="inner ${this.open ? 'open' : ''}" id="inner">
          <nav aria-label=${this.heading}><ul>${this.links.map((link) => this.#link(link))}</ul></nav>
          <div class="foot">
            ${this.ways.map(({ href, label, icon }) => html`<a class="link" href=${href}><eye-icon name=${icon}></eye-icon>${label}</a>`)}
            <button class="link" @click=${() => this.dispatchEvent(new CustomEvent('password'))}><eye-icon name="key-round"></eye-icon>Change password</button>
            <div class="me"><eye-avatar .name=${session.name} .seed=${session.id}></eye-avatar>
              <div><bdi>${session.name}</bdi><small dir="auto">${session.loginName}</small></div>
              <button class="btn quiet small round" aria-label="Log out" title="Log out" @click=${() => this.dispatchEvent(new CustomEvent('sign-out'))}>
                <eye-icon name="log-out"></eye-icon></button></div>
            ${this.version ? html`<p class="version">Eyeline ${this.version}</p>` : nothing}
          </div>
        </div>
      </div>
      <main id="main" tabindex="-1"><slot name="above"></slot><slot></slot></main>`;
  }

  /** @param {{ id: string, label: string, icon: string, count?: number }} link */
  #link({ id, label, icon, count = 0 }) {
    return html`
      <li><a class="link" href="#/${id}" aria-current=${id === this.current ? 'page' : nothing}><eye-icon name=${icon}></eye-icon>${label}
        ${count > 0 ? html`<span class="number">${count}</span>` : nothing}</a></li>`;
  }

  /** @param {Event} event */
  #skip(event) {
    event.preventDefault();
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('main')).focus();
  }
}
