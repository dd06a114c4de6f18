import { LitElement, css, html } from 'lit';
import { buttons, notices, reset } from '../elements/styles.js';
import { fieldWords, valueWords } from './words.js';

/**
 * Two versions side by side, when somebody else was first: for each field mine or theirs. Down: `stale` (of an `Edit`), `what`
 * (as `this person`), `known` (names of profiles and skills). Up: `choose` with `{ mine }` (fields), `close`.
 */
export class EyeStale extends LitElement {
  static properties = { stale: { attribute: false }, what: {}, known: { attribute: false }, mine: { state: true } };

  static styles = [reset, buttons, notices, css`
    .all {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin: var(--space-4) 0;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: var(--space-3) 0 var(--space-4);
      border: 0;
      border-top: 1px solid var(--color-line);
    }
    legend {
      float: inline-start;
      width: 100%;
      margin-bottom: var(--space-2);
      padding: 0;
      color: var(--color-text);
      font-weight: var(--weight-medium);
    }
    small {
      font-weight: var(--weight-regular);
      color: var(--color-text-faint);
    }
    .sides {
      clear: both;
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-2);
    }
    label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 var(--space-2);
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--color-line-strong);
      border-radius: var(--radius-md);
      color: var(--color-text);
      cursor: pointer;
    }
    label:has(:checked) {
      border-color: var(--color-accent);
      background: var(--color-selected);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--color-focus);
      outline-offset: 2px;
    }
    input {
      margin: 0.25rem 0 0;
    }
    input:focus-visible {
      outline: none;
    }
    .side {
      font-size: var(--text-xs);
      color: var(--color-text-soft);
    }
    .value {
      grid-column: 2;
      white-space: pre-wrap;
      unicode-bidi: plaintext;
      overflow-wrap: anywhere;
    }
    @media (max-width: 30rem) {
      .sides {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `];

  constructor() {
    super();
    /** @type {NonNullable<import('./edit.js').Edit['stale']>} */
    this.stale = /** @type {any} */ (undefined);
    this.what = '';
    /** @type {any} */
    this.known = undefined;
    /** @type {string[]} */
    this.mine = [];
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('stale')) {
      // where only one of us changed something, that is what is wanted
      this.mine = this.stale.conflicts.filter(({ before, theirs, both }) => both || JSON.stringify(before) === JSON.stringify(theirs)).map(({ field }) => field);
    }
  }

  render() {
    const { conflicts } = this.stale;
    return html`
      <eye-dialog wide open heading="Somebody else was first" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
        <p>While you were editing, somebody else saved ${this.what}. Choose what shall stay, then save again. Nothing is saved yet.</p>
        <div class="all">
          <button class="btn small" @click=${() => (this.mine = conflicts.map(({ field }) => field))}>All of mine</button>
          <button class="btn small" @click=${() => (this.mine = [])}>All of theirs</button></div>
        ${conflicts.map((each) => this.#field(each))}
        <button slot="actions" class="btn" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>Not now</button>
        <button slot="actions" class="btn primary" @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: { mine: this.mine } }))}>Use these</button>
      </eye-dialog>`;
  }

  /** @param {import('./draft.js').Conflict} conflict */
  #field({ field, mine, theirs, both }) {
    const isMine = this.mine.includes(field);
    const choose = (/** @type {boolean} */ yes) => {
      this.mine = yes ? [...this.mine, field] : this.mine.filter((each) => each !== field);
    };
    return html`
      <fieldset><legend>${fieldWords(field)} ${both ? html`<small>both of you changed it</small>` : ''}</legend>
        <div class="sides">
          <label><input type="radio" name=${field} .checked=${isMine} @change=${() => choose(true)}><span class="side">Yours</span>
            <span class="value" dir="auto">${valueWords(field, mine, this.known)}</span></label>
          <label><input type="radio" name=${field} .checked=${!isMine} @change=${() => choose(false)}><span class="side">Theirs, saved</span>
            <span class="value" dir="auto">${valueWords(field, theirs, this.known)}</span></label>
        </div>
      </fieldset>`;
  }
}
