import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { buttons, fields, reset } from '../elements/styles.js';
import { wordsBelow } from './parts.js';
import { forms } from './styles.js';

const MOST = 50;

/** The websites whose pages may show the window. Down: `origins`, `errors` (by field). Up: `change` with `{ origins }`. */
export class EyeOrigins extends LitElement {
  static properties = { origins: { attribute: false }, errors: { attribute: false } };

  static styles = [reset, buttons, fields, forms, css`
    :host {
      display: grid;
      gap: var(--space-2);
    }
    h3 {
      font-size: var(--text-sm);
      font-weight: var(--weight-medium);
      color: var(--color-text-soft);
    }
    p {
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      color: var(--color-text-faint);
    }
    .error {
      color: var(--color-danger-text);
    }
    ul {
      display: grid;
      gap: var(--space-2);
    }
    .one {
      display: flex;
      align-items: center;
      gap: var(--space-1);
    }
  `];

  constructor() {
    super();
    /** @type {string[]} */
    this.origins = [];
    /** @type {Record<string, string>} */
    this.errors = {};
  }

  render() {
    const { origins, errors } = this;
    return html`
      <div><h3 id="heading">Websites</h3>
        <p>Only pages of these may show the window. Exact, with https://, without a path. None: the window shows nowhere.</p>
        ${errors.origins ? html`<p class="error">${errors.origins}</p>` : nothing}</div>
      ${origins.length === 0 ? nothing : html`<ul aria-labelledby="heading">${origins.map((origin, i) => this.#origin(origin, i))}</ul>`}
      <div class="row"><button type="button" class="btn small add" aria-disabled=${origins.length >= MOST} @click=${this.#add}><eye-icon name="plus"></eye-icon>Add a website</button></div>`;
  }

  /** @param {string} origin @param {number} i */
  #origin(origin, i) {
    const name = `origins[${i}]`;
    const error = this.errors[name];
    return html`
      <li class="field"><span class="one"><input class="input" name=${name} .value=${live(origin)} aria-label="Website ${i + 1}" placeholder="https://www.example.org" inputmode="url"
          autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto" aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? `${name}-error` : nothing}
          @input=${(/** @type {any} */ event) => this.#tell(this.origins.map((each, at) => (at === i ? event.target.value.trim() : each)))}>
        <button type="button" class="btn quiet small round" aria-label="Remove website ${i + 1}" title="Remove" @click=${() => this.#remove(i)}><eye-icon name="trash"></eye-icon></button></span>
        ${wordsBelow({ name, error, label: '', value: '', input: () => {} })}</li>`;
  }

  async #add() {
    if (this.origins.length >= MOST) {
      return;
    }
    this.#tell([...this.origins, '']);
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[name="origins[${this.origins.length - 1}]"]`))?.focus();
  }

  /** @param {number} i */
  async #remove(i) {
    this.#tell(this.origins.filter((_, at) => at !== i));
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('.add')).focus();
  }

  /** @param {string[]} origins */
  #tell(origins) {
    this.origins = origins;
    this.dispatchEvent(new CustomEvent('change', { detail: { origins } }));
  }
}
