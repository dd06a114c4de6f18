// Parts of forms as templates: every field has a name for problems to point at, a label, and help beside it.
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { hashOf } from './router.js';

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

/** Text of several lines. @param {Field} field */
export function areaField(field) {
  const { name, label, value, error, input, placeholder, multiline = 3 } = field;
  return html`
    <div class="field">
      <label class="label" for=${name}>${label}</label>
      <textarea class="input" id=${name} name=${name} rows=${multiline} .value=${live(String(value ?? ''))} placeholder=${placeholder ?? nothing} spellcheck="false" dir="auto"
        aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy(field)} @input=${(/** @type {any} */ event) => input(event.target.value)}></textarea>
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

/** Goes to the first field that a problem names, in the order of the page; to what the problem says where there is none. @param {ParentNode} root @param {Record<string, string>} errors */
export function focusError(root, errors) {
  const target = fieldsOf(root).find((field) => errors[field.getAttribute('name') ?? '']) ?? /** @type {HTMLElement | null} */ (root.querySelector('[data-problem]'));
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

/** What is wrong and stands at no field. @param {ParentNode} root @param {Record<string, string>} errors */
function unshown(root, errors) {
  const shown = wordsOf(root);
  return Object.values(errors).filter((words) => !shown.some((each) => each.includes(words)));
}

/** The words at all fields, also inside of elements. @param {ParentNode} root @returns {string[]} */
function wordsOf(root) {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    ...(each.matches('.error') ? [each.textContent ?? ''] : []), ...(each.shadowRoot ? wordsOf(each.shadowRoot) : [])]);
}

/** Everything with a name, also inside of elements. @param {ParentNode} root @returns {HTMLElement[]} */
function fieldsOf(root) {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    ...(each.matches('input, select, textarea, button') ? [/** @type {HTMLElement} */ (each)] : []), ...(each.shadowRoot ? fieldsOf(each.shadowRoot) : [])]);
}

/** Sends a form; when something is wrong the first such field has the focus. @param {any} host @param {import('./edit.js').Edit} edit */
export async function sent(host, edit) {
  if (!edit.dirty) {
    return undefined;
  }
  const answer = await edit.save();
  if (answer && !answer.ok && !edit.stale) {
    await host.updateComplete;
    edit.tell(unshown(host.renderRoot, edit.errors));
    focusError(host.renderRoot, edit.errors);
  }
  return answer;
}

/** What is wrong and no field shows. @param {string} message */
export const problemBox = (message) => (message
  ? html`<div class="notice danger" role="alert" tabindex="-1" data-problem><eye-icon name="circle-alert"></eye-icon><span>${message}</span></div>` : nothing);

/** Says that changes from before stand in the form again, and takes them away. @param {import('./edit.js').Edit} edit */
export const putBackBox = (edit) => (edit.putBack
  ? html`<div class="notice info put-back" role="status"><eye-icon name="undo-2"></eye-icon><span>${putBackWords(edit)}</span>
    <button type="button" class="btn small" @click=${() => edit.undo()}>Discard them</button></div>` : nothing);

/** @param {import('./edit.js').Edit} edit */
const putBackWords = ({ dirty, withheld }) => [dirty ? 'Unsaved changes from before were put back.' : '',
  withheld ? 'A password or secret that you had typed was not kept: type it again.' : ''].filter(Boolean).join(' ');

/** The way to what was changed in one thing. @param {string} subject @param {string} id */
export const historyLink = (subject, id) => html`
  <a class="btn quiet small round" href=${hashOf('history', subject, id)} aria-label="History" title="History"><eye-icon name="scroll-text"></eye-icon></a>`;

/** The same at the head of a page. @param {string} subject @param {string} id */
export const historyButton = (subject, id) => html`
  <a class="btn" href=${hashOf('history', subject, id)}><eye-icon name="scroll-text"></eye-icon>History</a>`;

/** Saves or undoes what a form has; a new one is created. @param {import('./edit.js').Edit} edit @param {unknown} more what else can be done */
export const actions = (edit, more = nothing) => html`
  <div class="actions">
    <button class="btn primary" aria-disabled=${edit.busy || !edit.dirty}>${edit.isNew ? 'Create' : 'Save'}</button>
    ${edit.dirty && !edit.isNew ? html`<button type="button" class="btn" @click=${() => edit.undo()}>Undo changes</button>` : nothing}
    ${edit.isNew ? nothing : more}
  </div>`;
