import { LitElement, css, html } from 'lit';
import { divided, measured, prepared } from '../conversation/message-text.js';
import { isComposing } from '../elements/composing.js';
import { buttons, fields, reset } from '../elements/styles.js';

/**
 * Where an answer is written. Enter sends, Shift and Enter begins a line. `text` is the draft, `label` its name.
 * Up: `draft` with `{ text }` at every change, `send` with the text as it goes; the composer is empty then.
 */
export class EyeComposer extends LitElement {
  static properties = { text: {}, label: {} };

  static styles = [reset, buttons, fields, css`
    :host {
      display: block;
    }
    form {
      display: flex;
      align-items: flex-end;
      gap: var(--space-2);
      padding: 5px;
      border: 1px solid var(--color-line-strong);
      border-radius: calc(var(--radius-lg) + 2px);
      background: var(--color-surface);
      transition: border-color var(--fast) var(--ease), box-shadow var(--fast) var(--ease);
    }
    form:focus-within {
      border-color: var(--color-accent);
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--color-accent) 22%, transparent);
    }
    textarea {
      flex: 1;
      min-width: 0;
      min-height: var(--size-control);
      max-height: min(12rem, 30vh);
      padding: calc((var(--size-control) - 1.45em) / 2) var(--space-3);
      border: 0;
      background: transparent;
      font-size: var(--text-md);
      line-height: 1.45;
      resize: none;
      field-sizing: content;
      outline: none;
      scrollbar-width: thin;
    }
    textarea:focus-visible {
      outline: none; /* the frame around it shows the focus */
    }
    textarea::placeholder {
      color: var(--color-text-faint);
      opacity: 1;
    }
    @media (forced-colors: active) {
      form:focus-within {
        outline: 2px solid Highlight;
      }
    }
    @media (pointer: coarse) {
      textarea {
        font-size: 1rem;
      }
    }
    .foot {
      display: flex;
      justify-content: space-between;
      gap: var(--space-3);
      min-height: 1.25rem;
      padding: var(--space-1) var(--space-2) 0;
      font-size: var(--text-xs);
      color: var(--color-text-faint);
      font-variant-numeric: tabular-nums;
    }
    eye-message-length {
      flex: 1;
    }
    .keys + eye-message-length {
      text-align: end;
    }
    @media (pointer: coarse) {
      .keys {
        display: none;
      }
    }
  `];

  constructor() {
    super();
    this.text = '';
    this.label = 'Reply';
  }

  focus() {
    this.#area?.focus();
  }

  get #area() {
    return /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector('textarea'));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('text') && !CSS.supports('field-sizing', 'content')) {
      this.#grow();
    }
  }

  /** Firefox has no `field-sizing` yet. */
  #grow() {
    const area = this.#area;
    if (area) {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight}px`;
    }
  }

  render() {
    const { blank, over } = measured(this.text);
    return html`
      <form @submit=${this.#submitted}>
        <textarea rows="1" dir="auto" .value=${this.text} placeholder=${this.label} aria-label=${this.label} aria-describedby="foot"
          aria-invalid=${over ? 'true' : 'false'} enterkeyhint="send" @input=${this.#typed} @keydown=${this.#key}></textarea>
        <button class="btn primary round" aria-label="Send" title="Send" ?disabled=${blank || over}>
          <eye-icon name="arrow-up"></eye-icon>
        </button>
      </form>
      <div class="foot" id="foot"><span class="keys" ?hidden=${over}>Enter sends, Shift and Enter begins a new line</span>
        <eye-message-length .text=${this.text} @divide=${this.#divide}></eye-message-length></div>`;
  }

  #typed() {
    this.text = this.#area?.value ?? '';
    this.#tell('draft', this.text);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !isComposing(event)) {
      event.preventDefault();
      this.#send();
    }
  }

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    this.#send();
    this.focus();
  }

  #send() {
    const { blank, over } = measured(this.text);
    if (blank || over) {
      return;
    }
    const text = prepared(this.text);
    this.text = '';
    this.#tell('send', text);
  }

  #divide() {
    const parts = divided(this.text);
    this.text = '';
    parts.forEach((text) => this.#tell('send', text));
    this.focus();
  }

  /** @param {string} type @param {string} text */
  #tell(type, text) {
    this.dispatchEvent(new CustomEvent(type, { detail: { text } }));
  }
}
