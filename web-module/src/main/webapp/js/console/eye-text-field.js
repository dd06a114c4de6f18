import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { isComposing } from '../elements/composing.js';
import { buttons, fields, reset } from '../elements/styles.js';
import { forms } from './styles.js';
import { textName } from './words.js';

/** The longest text, as the server takes it (docs/rest.md), and from where on it is counted. */
const LONGEST = 500;
const NEAR = 450;

/**
 * One text in one language. Down: `field` (as `de.INVITED_VIDEO`), `text` (what there is), `own`, `fallback` (`{ text, from }`),
 * `language`, `error`. Up: `change` with `{ own }`.
 */
export class EyeTextField extends LitElement {
  static properties = {
    field: {}, text: { attribute: false }, own: {}, fallback: { attribute: false }, language: {}, error: {},
  };

  static styles = [reset, buttons, fields, forms, css`
    :host {
      display: block;
    }
    textarea {
      field-sizing: content;
      min-height: var(--size-control);
      scroll-margin-top: var(--text-field-margin, 0);
    }
    .below {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
      min-height: 1.5rem;
      font-size: var(--text-sm);
      color: var(--color-text-faint);
    }
    .below:not(:has(*)) {
      display: none;
    }
    .below bdi {
      overflow-wrap: anywhere;
    }
    .placeholder,
    .back {
      min-height: 1.5rem;
      padding: 0 var(--space-2);
      border: 1px solid var(--color-line);
      border-radius: var(--radius-sm);
      background: var(--color-surface);
      color: var(--color-text-soft);
      cursor: pointer;
    }
    .placeholder {
      font-family: var(--font-mono);
      font-size: var(--text-xs);
    }
    .placeholder:hover,
    .back:hover {
      border-color: var(--color-line-strong);
      color: var(--color-text);
    }
    .back {
      margin-inline-start: auto;
    }
  `];

  constructor() {
    super();
    this.field = '';
    /** @type {import('./texts.js').Text} */
    this.text = /** @type {any} */ (undefined);
    this.own = '';
    /** @type {{ text: string, from: string }} */
    this.fallback = { text: '', from: '' };
    this.language = '';
    this.error = '';
  }

  get #area() {
    return /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector('textarea'));
  }

  focus() {
    this.#area.focus();
  }

  render() {
    const { text, own, fallback: { text: standard, from }, error } = this;
    const isForeign = from !== this.language;
    return html`
      <div class="field"><label class="label" for="text">${textName(text.key)}</label>
        <textarea class="input" id="text" name=${this.field} rows="1" lang=${this.language} dir="auto" placeholder=${standard} .value=${live(own)}
          aria-invalid=${error ? 'true' : 'false'} aria-describedby="error below" @input=${() => this.#tell(this.#area.value)} @keydown=${this.#key}></textarea>
        ${error ? html`<span class="error" id="error"><eye-icon name="circle-alert"></eye-icon>${error}</span>` : nothing}
        <div class="below" id="below">
          ${own.length > NEAR ? html`<span class=${own.length > LONGEST ? 'error' : ''}>${own.length} of ${LONGEST} characters</span>` : nothing}
          ${text.placeholders.map((name) => html`<button type="button" class="placeholder" aria-label="Insert {${name}}" title="Insert" @click=${() => this.#insert(`{${name}}`)}>{${name}}</button>`)}
          ${own ? html`<span>Without it: <bdi lang=${from}>${standard}</bdi></span>
            <button type="button" class="back" @click=${this.#back}>Use the default</button>` : isForeign ? html`<span>Falls back to English.</span>` : nothing}
        </div>
      </div>`;
  }

  /** A line has no breaks. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !isComposing(event)) {
      event.preventDefault();
      this.#area.form?.requestSubmit();
    }
  }

  /** @param {string} placeholder */
  #insert(placeholder) {
    const area = this.#area;
    if (area.value === '') {
      area.value = this.fallback.text;
      area.setSelectionRange(area.value.length, area.value.length);
    }
    area.setRangeText(placeholder, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    this.#tell(area.value);
  }

  #back() {
    this.#tell('');
    this.focus();
  }

  /** @param {string} own */
  #tell(own) {
    this.dispatchEvent(new CustomEvent('change', { detail: { own: own.replace(/\s*\n\s*/g, ' ') } }));
  }
}
