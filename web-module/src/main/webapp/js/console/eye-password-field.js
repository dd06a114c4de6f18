import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { buttons, fields, reset } from '../elements/styles.js';
import { newPassword } from './password.js';
import { wordsBelow } from './parts.js';
import { forms } from './styles.js';

const HELP = '12 to 128 characters, not a common one, not the log-in name. Nobody can read it later.';

/** A password for somebody else: typed, or made up and shown to be passed on. Down: `name`, `value`, `error`, `required`. Up: `change` with `{ value }`. */
export class EyePasswordField extends LitElement {
  static properties = { name: {}, value: {}, error: {}, required: { type: Boolean }, shown: { state: true } };

  static styles = [reset, buttons, fields, forms, css`
    :host {
      display: block;
    }
    .secret {
      display: flex;
      gap: var(--space-2);
    }
    .input {
      flex: 1;
      min-width: 0;
      font-family: var(--font-mono);
    }
  `];

  constructor() {
    super();
    this.name = 'password';
    this.value = '';
    this.error = '';
    this.required = false;
    this.shown = false;
  }

  focus() {
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('input')).focus();
  }

  render() {
    const { name, value, error, required, shown } = this;
    return html`
      <div class="field"><label class="label" for="password">Password${required ? html`<span class="must">required</span>` : nothing}</label>
        <span class="secret"><input class="input" id="password" name=${name} type=${shown ? 'text' : 'password'} autocomplete="new-password"
            .value=${live(value ?? '')} spellcheck="false" autocapitalize="none" aria-required=${required} aria-invalid=${error ? 'true' : 'false'}
            aria-describedby="${name}-error ${name}-help" @input=${(/** @type {any} */ event) => this.#tell(event.target.value)}>
          <button type="button" class="btn round" aria-pressed=${shown} aria-label="Show password" title="Show password" @click=${() => (this.shown = !shown)}>
            <eye-icon name=${shown ? 'eye-off' : 'eye'}></eye-icon></button>
          <button type="button" class="btn" @click=${this.#generate}>Generate</button></span>
        ${wordsBelow({ name, error, help: HELP, label: '', value: '', input: () => {} })}</div>`;
  }

  #generate() {
    this.shown = true;
    this.#tell(newPassword());
  }

  /** @param {string} value */
  #tell(value) {
    this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }
}
