// Parts of forms as templates: every field has a name for problems to point at, a label, and help beside it.
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/**
 * @typedef {{ name: string, label: string, value: any, help?: unknown, error?: string, input: (value: any) => void,
 *   type?: string, autocomplete?: string, placeholder?: string, unit?: string, inputmode?: string, off?: boolean, multiline?: number,
 *   max?: number, required?: boolean }} Field
 */

/** @param {Field} field */
const describedBy = ({ name, help, error }) =>
  [error ? `${name}-error` : '', help ? `${name}-help` : ''].filter(Boolean).join(' ') || nothing;

/** @param {Field} field */
export const wordsBelow = ({ name, help, error }) => html`
  ${error ? html`<span class="error" id="${name}-error"><eye-icon name="circle-alert"></eye-icon>${error}</span>` : nothing}
  ${help ? html`<span class="hint" id="${name}-help">${help}</span>` : nothing}`;

/** A line of text or a number. @param {Field} field */
export function textField(field) {
  const { name, label, value, error, input, type = 'text', autocomplete = 'off', placeholder, unit, inputmode, off = false, required = false } = field;
  return html`
    <div class="field">
      <label class="label" for=${name}>${label}${required ? html`<span class="must">required</span>` : nothing}</label>
      <span class="with-unit"><input class="input" id=${name} name=${name} type=${type} .value=${live(String(value ?? ''))} autocomplete=${autocomplete} ?disabled=${off}
        inputmode=${inputmode ?? nothing} placeholder=${placeholder ?? nothing} autocapitalize="none" spellcheck="false" dir="auto"
        aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy(field)} aria-required=${required}
        @input=${(/** @type {any} */ event) => input(event.target.value)}>${unit ? html`<span class="unit">${unit}</span>` : nothing}</span>
      ${wordsBelow(field)}
    </div>`;
}

/** A whole number; what is none stays as typed, so that the server can say what is wrong. @param {Field} field */
export function numberField(field) {
  return textField({ ...field, inputmode: 'numeric', input: (text) => field.input(/^\d+$/.test(text.trim()) ? Number(text) : text) });
}

/** @param {Field} field */
export function switchField(field) {
  const { name, label, value, error, input, off = false } = field;
  return html`
    <div class="switch-row">
      <input class="switch" type="checkbox" role="switch" id=${name} name=${name} .checked=${live(Boolean(value))} ?disabled=${off}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(field)}
        @change=${(/** @type {any} */ event) => input(event.target.checked)}>
      <div class="field"><label class="switch-label" for=${name}>${label}</label>${wordsBelow(field)}</div>
    </div>`;
}

/** @param {Field & { choices: [string, string][] }} field */
export function selectField(field) {
  const { name, label, value, error, input, choices, off = false } = field;
  return html`
    <div class="field">
      <label class="label" for=${name}>${label}</label>
      <select class="input" id=${name} name=${name} ?disabled=${off} aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy(field)}
        @change=${(/** @type {any} */ event) => input(event.target.value)}>
        ${choices.map(([id, words]) => html`<option value=${id} ?selected=${id === value} .selected=${id === value}>${words}</option>`)}
      </select>
      ${wordsBelow(field)}
    </div>`;
}

/** Shows the first field that a problem names, or says it all where there is none. @param {ParentNode} root @param {Record<string, string>} errors */
export function focusError(root, errors) {
  const named = Object.keys(errors).map((field) => root.querySelector(`[name="${CSS.escape(field)}"]`)).find(Boolean);
  const target = /** @type {HTMLElement | null} */ (named ?? root.querySelector('[data-problem]'));
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
  return Boolean(named);
}

/** What is wrong and no field shows. @param {string} message */
export const problemBox = (message) => (message
  ? html`<div class="notice danger" role="alert" tabindex="-1" data-problem><eye-icon name="circle-alert"></eye-icon><span>${message}</span></div>` : nothing);
