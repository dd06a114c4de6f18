import { LitElement, css, html, nothing } from 'lit';
import { dayWords, isoTime, timeOfDay } from '../conversation/times.js';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { problemBox } from './parts.js';
import { hashOf } from './router.js';
import { badges, page } from './styles.js';
import { RULES } from './words.js';

/** The allowed websites, each with what its pages break. Down: `room`. */
export class EyeWebsites extends LitElement {
  static properties = { room: { attribute: false }, origins: { state: true }, problems: { state: true }, message: { state: true }, busy: { state: true } };

  static styles = [reset, buttons, fields, notices, page, badges, blankStyles, css`
    .site {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      padding: var(--space-4) var(--space-5);
    }
    h2 {
      flex: 1;
      min-width: 12rem;
      font-size: var(--text-md);
      overflow-wrap: anywhere;
    }
    h2:focus {
      outline: none;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--space-3);
      align-items: start;
      padding: var(--space-4) var(--space-5);
      border-top: 1px solid var(--color-line);
    }
    li > eye-icon {
      margin-top: 0.125rem;
      color: var(--color-warning-text);
    }
    b {
      font-weight: var(--weight-medium);
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: auto minmax(0, 1fr);
      }
      li .btn {
        grid-column: 2;
        justify-self: start;
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {string[] | undefined} */
    this.origins = undefined;
    /** @type {{ origin: string, rule: string, firstAt: number }[]} */
    this.problems = [];
    this.message = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const { rest, paths } = this.room;
    const [calls, problems] = await Promise.all([rest.get(paths.calls), rest.get(paths.problems)]);
    this.message = [calls, problems].find(({ ok }) => !ok)?.message ?? '';
    if (!this.message) {
      this.problems = problems.body.items;
      this.origins = [...new Set([...calls.body.origins, ...this.problems.map(({ origin }) => origin)])];
      this.allowed = calls.body.origins;
    }
  }

  render() {
    return html`
      <div class="head">
        <div><h1 tabindex="-1">Websites</h1><p>The tag tells when a page of yours breaks a rule, so that customers there cannot write or call. Each is told once.</p></div>
        <a class="btn" href=${hashOf('calls')}><eye-icon name="pencil"></eye-icon>Allowed websites</a>
      </div>
      ${problemBox(this.message)}
      ${this.origins ? this.#sites(this.origins) : this.message ? nothing : html`<section class="card">${blank('loader-circle', 'Loading', '')}</section>`}`;
  }

  /** @param {string[]} origins */
  #sites(origins) {
    return origins.length === 0
      ? html`<section class="card">${blank('globe', 'No website yet', 'No page may show the window before a website is allowed in the call settings.')}</section>`
      : origins.map((origin) => this.#site(origin));
  }

  /** @param {string} origin */
  #site(origin) {
    const own = this.problems.filter((each) => each.origin === origin);
    return html`
      <section class="card" aria-label=${origin}>
        <div class="site"><h2 tabindex="-1" dir="auto" data-origin=${origin}>${origin}</h2>
          ${this.allowed?.includes(origin) ? nothing : html`<span class="badge">not one of the allowed</span>`}
          ${own.length === 0 ? html`<span class="badge positive"><eye-icon name="check"></eye-icon>No problem told</span>`
            : html`<span class="badge warning">${own.length} ${own.length === 1 ? 'problem' : 'problems'}</span>`}</div>
        ${own.length === 0 ? nothing : html`<ul>${own.map((problem) => this.#problem(problem))}</ul>`}
      </section>`;
  }

  /** @param {{ origin: string, rule: string, firstAt: number }} problem */
  #problem({ origin, rule, firstAt }) {
    const { title, help } = RULES[/** @type {keyof RULES} */ (rule)] ?? { title: rule, help: '' };
    return html`
      <li><eye-icon name="triangle-alert"></eye-icon>
        <div><b>${title}</b><p class="soft">${help}</p><p class="faint">First told: <time datetime=${isoTime(firstAt)}>${dayWords(firstAt)}, ${timeOfDay(firstAt)}</time></p></div>
        <button class="btn small" aria-label="Put away: ${title}, ${origin}" title="It is not told again" aria-disabled=${this.busy} @click=${() => this.#putAway(origin, rule)}>
          <eye-icon name="archive"></eye-icon>Put away</button></li>`;
  }

  /** @param {string} origin @param {string} rule */
  async #putAway(origin, rule) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    const answer = await this.room.rest.delete(this.room.paths.problems, undefined, { origin, rule });
    this.busy = false;
    this.message = answer.ok || answer.status === 404 ? '' : answer.message ?? '';
    if (!this.message) {
      this.room.say('Put away. It is not told again.');
      await this.#load();
      this.room.refresh();
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-origin="${CSS.escape(origin)}"]`) ?? this.renderRoot.querySelector('h1'))?.focus();
    }
  }
}
