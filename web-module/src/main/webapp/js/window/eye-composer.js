import { LitElement, html, css } from 'lit';
import { divided, measured, prepared } from '../conversation/message-text.js';
import { isComposing } from '../elements/composing.js';
import { buttons, fields, reset } from '../elements/styles.js';

/**
 * Where a consumer writes. Down: `text`, what is written and not sent. Says `send` with `{ text }`, and `typed` with `{ text }` at each key.
 * Enter sends, Shift and Enter make a new line.
 */
export class EyeComposer extends LitElement {
  static properties = { placeholder: {}, text: {} };

  constructor() {
    super();
    this.placeholder = 'Write a message';
    this.text = '';
  }

  focus() { this.#field?.focus(); }

  get #field() { return this.renderRoot.querySelector('textarea'); }

  render() {
    const { blank, over } = measured(this.text);
    return html`
      <form @submit=${this.#submit}>
        <div class="box">
          <textarea rows="1" dir="auto" aria-label=${this.placeholder} placeholder=${this.placeholder} aria-describedby="length"
            aria-invalid=${over ? 'true' : 'false'} enterkeyhint="send" .value=${this.text} @input=${this.#input} @keydown=${this.#key}></textarea>
          <button class="btn primary round small" aria-label="Send" ?disabled=${blank || over}>
            <eye-icon name="arrow-up"></eye-icon></button>
        </div>
        <eye-message-length id="length" .text=${this.text} @divide=${this.#divide}></eye-message-length>
      </form>`;
  }

  #input({ target }) {
    this.text = target.value;
    this.#tell('typed', { text: this.text });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
    this.focus();
  }

  #send() {
    const { blank, over } = measured(this.text);
    if (blank || over) return;
    const text = prepared(this.text);
    this.text = '';
    this.#tell('send', { text });
  }

  #divide() {
    const parts = divided(this.text);
    this.text = '';
    parts.forEach(text => this.#tell('send', { text }));
    this.focus();
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  static styles = [reset, buttons, fields, css`
    :host {
      display: block;
    }
    .box {
      display: flex;
      align-items: flex-end;
      gap: var(--space-2);
      padding-block: var(--space-1);
      padding-inline: var(--space-4) var(--space-1);
      border: 1px solid var(--color-line-strong);
      border-radius: 1.5rem;
      background: var(--color-surface);
      transition: border-color var(--fast) var(--ease), box-shadow var(--fast) var(--ease);
    }
    .box:focus-within {
      border-color: var(--color-accent);
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--color-accent) 28%, transparent);
    }
    textarea {
      flex: 1;
      min-width: 0;
      max-height: 7.5rem;
      padding: 0.4375rem 0;
      border: 0;
      outline: 0;
      background: none;
      font-size: var(--text-md);
      line-height: 1.4;
      resize: none;
      field-sizing: content;
      scrollbar-width: thin;
    }
    textarea::placeholder {
      color: var(--color-text-faint);
      opacity: 1;
    }
    textarea:focus-visible {
      outline: 0;
    }
    .btn {
      --icon-size: 1.25rem;
    }
    .btn:disabled,
    .btn:disabled:hover {
      background: transparent;
    }
    eye-message-length {
      padding-inline: var(--space-4);
    }
    @media (pointer: coarse) {
      textarea {
        padding-block: 0.5rem;
        font-size: 1rem;
      }
    }
    @media (forced-colors: active) {
      .box:focus-within {
        outline: 2px solid Highlight;
      }
    }
  `];
}
