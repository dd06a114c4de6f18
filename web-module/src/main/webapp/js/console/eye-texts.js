import { LitElement, css, html, nothing } from 'lit';
import { isComposing } from '../elements/composing.js';
import { blank, blankStyles } from '../elements/blank.js';
import { buttons, fields, notices, reset } from '../elements/styles.js';
import { changedFields } from './draft.js';
import { Edit } from './edit.js';
import { historyButton, problemBox, putBackBox, selectField, sent } from './parts.js';
import { saveBar, sections } from './sections.js';
import { forms, page } from './styles.js';
import { LANGUAGE, fallback, fieldOf, flat, grouped, languageWords, languagesOf, nested, shown } from './texts.js';

/** Every text that calls say, in each language, and how it will look. Down: `room`. */
export class EyeTexts extends LitElement {
  static properties = { room: { attribute: false }, texts: { state: true }, language: { state: true }, added: { state: true }, problem: { state: true }, at: { state: true } };

  static styles = [reset, buttons, fields, notices, page, forms, sections, blankStyles, css`
    .both {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 23rem;
      gap: var(--space-5);
      align-items: start;
    }
    eye-text-preview {
      position: sticky;
      top: var(--space-6);
    }
    .section {
      grid-template-columns: minmax(0, 1fr);
    }
    .languages {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-5);
    }
    .inputs {
      max-width: none;
    }
    .code {
      width: 9rem;
    }
    @media (max-width: 75rem) {
      .both {
        --text-field-margin: 14rem;
        grid-template-columns: minmax(0, 1fr);
      }
      eye-text-preview {
        --preview-height: 13rem;
        border-radius: var(--radius-lg);
        box-shadow: var(--shadow-2);
        z-index: 4;
        top: var(--space-2);
        order: -1;
      }
    }
    @media (max-width: 56rem) {
      eye-text-preview {
        top: 4rem; /* below the head of the page */
      }
    }
    @media (max-width: 75rem) and (max-height: 44rem) {
      eye-text-preview {
        position: static; /* it would stand before the fields */
      }
    }
    @media (max-width: 40rem) {
      .languages {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('./app.js').Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {import('./texts.js').Text[] | undefined} */
    this.texts = undefined;
    this.language = '';
    /** @type {string[]} */
    this.added = [];
    this.problem = '';
    /** The key of the text that somebody edits. */
    this.at = '';
    /** @type {Edit | undefined} */
    this.edit = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    const { rest, paths } = this.room;
    this.edit = new Edit(this, {
      rest, drafts: this.room.drafts, about: 'texts', path: paths.calls, form: ({ language, texts }) => ({ language, ...flat(texts) }), at: (field) => field.replace(/^texts\./, ''),
      patch: (before, after) => patchOfTexts(before, after),
    });
    this.#load();
  }

  async #load() {
    const [loaded, texts] = await Promise.all([this.edit?.load(), this.room.rest.get(this.room.paths.texts)]);
    if (loaded && texts.ok) {
      this.texts = texts.body.items;
      this.language = this.#languageOfChange ?? this.edit?.draft.language;
    } else {
      this.problem = texts.message || this.edit?.message || '';
    }
  }

  /** Changes that were put back are shown, in whatever language they are. */
  get #languageOfChange() {
    return this.edit?.changed.find((field) => field.includes('.'))?.split('.')[0];
  }

  get dirty() {
    return Boolean(this.edit?.dirty);
  }

  discard() {
    this.edit?.undo();
  }

  render() {
    const edit = /** @type {Edit} */ (this.edit);
    return html`
      <div class="head">
        <div><h1 tabindex="-1">Texts</h1><p>What stands in the invitation and in the transcript, in each language. Empty means: the text that comes with Eyeline.</p></div>
        ${historyButton('SETTINGS', this.room.account)}
      </div>
      ${edit.ready && this.texts ? this.#both(edit, this.texts) : html`<section class="card">${this.problem ? problemBox(this.problem) : blank('loader-circle', 'Loading', '')}</section>`}
      ${edit.stale ? html`<eye-stale .stale=${edit.stale} .what=${'these texts'}
        @choose=${(/** @type {CustomEvent} */ event) => edit.choose(event.detail.mine)} @close=${() => edit.putOff()}></eye-stale>` : nothing}`;
  }

  /** @param {Edit} edit @param {import('./texts.js').Text[]} texts */
  #both(edit, texts) {
    const { language: _, ...own } = edit.draft;
    return html`
      <div class="both">
        <form novalidate @submit=${this.#submitted}>
          ${putBackBox(edit)}${problemBox(edit.message)}
          ${this.#languages(edit, [...new Set([...languagesOf(texts, own), edit.draft.language, ...this.added])])}
          ${grouped(texts).map((group) => html`
            <section class="card section" aria-label=${group.title}><div class="about"><h2>${group.title}</h2></div>
              <div class="inputs">${group.texts.map((text) => this.#text(edit, text))}</div></section>`)}
          ${saveBar(edit)}
        </form>
        <eye-text-preview .texts=${Object.fromEntries(texts.map((text) => [text.key, shown(text, this.language, own)]))} .language=${this.language} .at=${this.at}></eye-text-preview>
      </div>`;
  }

  /** @param {Edit} edit @param {string[]} languages */
  #languages(edit, languages) {
    const choices = languages.map((each) => /** @type {[string, string]} */ ([each, languageWords(each)]));
    return html`
      <section class="card section" aria-label="Languages"><div class="inputs">
        <div class="languages">
          ${selectField({ name: 'shown', label: 'Texts in', value: this.language, choices, help: 'Saving saves all languages.', input: (language) => (this.language = language) })}
          ${selectField({
            name: 'language', label: 'Language of the transcript', value: edit.draft.language, choices, error: edit.errors.language,
            help: 'What calls write there. The window speaks the customer’s language.', input: (language) => edit.set({ language }),
          })}
        </div>
        <div class="field"><label class="label" for="add">Another language</label>
          <div class="row"><input class="input code" id="add" name="add" placeholder="fr or de-AT" size="8" autocomplete="off" autocapitalize="none" spellcheck="false"
              aria-invalid=${this.problem ? 'true' : 'false'} aria-describedby="add-error" @keydown=${this.#key}>
            <button type="button" class="btn" @click=${this.#add}><eye-icon name="plus"></eye-icon>Add</button></div>
          <span class="error" id="add-error" role="alert">${this.problem}</span></div>
      </div></section>`;
  }

  /** @param {Edit} edit @param {import('./texts.js').Text} text */
  #text(edit, text) {
    const field = fieldOf(this.language, text.key);
    return html`
      <eye-text-field .field=${field} .text=${text} .own=${edit.draft[field] ?? ''} .fallback=${fallback(text, this.language)} .language=${this.language} .error=${edit.errors[field] ?? ''}
        @focusin=${() => (this.at = text.key)}
        @change=${(/** @type {CustomEvent} */ event) => edit.set({ [field]: event.detail.own || undefined })}></eye-text-field>`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !isComposing(event)) {
      event.preventDefault();
      this.#add();
    }
  }

  async #add() {
    const field = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('#add'));
    const language = field.value.trim();
    this.problem = LANGUAGE.test(language) ? '' : 'A language is written like fr or de-AT.';
    if (this.problem) {
      field.focus();
      return;
    }
    this.added = [...this.added, language];
    this.language = language;
    field.value = '';
    await this.updateComplete;
    /** @type {any} */ (this.renderRoot.querySelector('eye-text-field'))?.focus();
  }

  /** @param {SubmitEvent} event */
  async #submitted(event) {
    event.preventDefault();
    const edit = /** @type {Edit} */ (this.edit);
    await sent(this, edit).then((answer) => {
      const [wrong] = Object.keys(edit.errors);
      if (answer?.ok) {
        this.room.say('The texts are saved. They hold for the next call.');
      } else if (wrong?.includes('.')) {
        this.#show(wrong);
      }
    });
  }

  /** Goes to a text that is wrong, in whatever language. @param {string} field */
  async #show(field) {
    [this.language] = field.split('.');
    await this.updateComplete;
    /** @type {any} */ ([...this.renderRoot.querySelectorAll('eye-text-field')].find((each) => /** @type {any} */ (each).field === field))?.focus();
  }
}

/** @param {any} before @param {any} after */
function patchOfTexts(before, after) {
  const changed = changedFields(before, after);
  const texts = changed.filter((field) => field.includes('.'));
  return {
    ...(changed.includes('language') && { language: after.language }),
    ...(texts.length > 0 && { texts: nested(Object.fromEntries(texts.map((field) => [field, after[field]]))) }),
  };
}
