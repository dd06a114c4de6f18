import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SEARCH_LIMIT, excerptOf } from '../conversation/transcript-search.js';
import { dayWords, isoTime, timeOfDay } from '../conversation/times.js';
import { buttons, fields, reset, scrolling } from '../elements/styles.js';
import { inWords } from './numbers.js';

/**
 * The search in a conversation. Down: `find` (words and perhaps the sequence of the oldest known result to what the server found) and
 * `nameOf` (an event to who wrote it).
 * Up: `jump` with `{ sequence }` of a result, `close`. Down and Up walk from the field through the results, Escape closes.
 */
export class EyeTranscriptSearch extends LitElement {
  static properties = {
    find: { attribute: false }, nameOf: { attribute: false },
    words: { state: true }, results: { state: true }, more: { state: true }, busy: { state: true }, problem: { state: true },
  };

  static styles = [reset, buttons, fields, scrolling, css`
    :host {
      display: block;
      border-block-end: 1px solid var(--color-line);
      background: var(--color-surface);
    }
    form {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding: var(--space-2) var(--space-3);
    }
    .input {
      flex: 1;
      min-width: 0;
    }
    form > .btn {
      flex: none;
    }
    .told {
      padding: 0 var(--space-4) var(--space-2);
      color: var(--color-text-soft);
      font-size: var(--text-sm);
    }
    .told:empty {
      padding: 0;
    }
    .told.problem {
      color: var(--color-danger-text);
    }
    .results {
      max-height: min(16rem, 30vh);
      padding: 0 var(--space-2) var(--space-2);
    }
    .result {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-2);
      width: 100%;
      padding: var(--space-2);
      border: 0;
      border-radius: var(--radius-md);
      background: transparent;
      text-align: start;
      font-size: var(--text-sm);
      cursor: pointer;
    }
    .result:hover {
      background: var(--color-hover);
    }
    .result:focus-visible {
      outline-offset: -2px;
    }
    .who {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-weight: var(--weight-medium);
    }
    time {
      color: var(--color-text-soft);
      font-size: var(--text-xs);
    }
    .text {
      grid-column: 1 / -1;
      color: var(--color-text-soft);
      overflow-wrap: anywhere;
    }
    mark {
      background: var(--color-accent-soft);
      color: var(--color-text);
      font-weight: var(--weight-strong);
    }
    @media (forced-colors: active) {
      mark {
        background: Mark;
        color: MarkText;
      }
    }
  `];

  /** Counts the questions, so that an answer that comes late is not shown. */
  #asked = 0;

  constructor() {
    super();
    /** @type {(words: string, olderThan?: number) => Promise<import('../conversation/transcript-search.js').Found | import('../wire/connection.js').Refusal>} */
    this.find = /** @type {any} */ (undefined);
    /** @type {(event: import('../wire/protocol.js').TranscriptEvent) => string} */
    this.nameOf = () => '';
    /** What the results are results of. */
    this.words = '';
    /** @type {import('../wire/protocol.js').TranscriptEvent[] | undefined} */
    this.results = undefined;
    this.more = false;
    this.busy = false;
    this.problem = '';
  }

  async focus() {
    await this.updateComplete;
    this.#field.focus();
  }

  /** @returns {HTMLInputElement} */
  get #field() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
  }

  render() {
    return html`
      <div role="search" aria-label="This conversation" @keydown=${this.#key}>
        <form @submit=${this.#submitted}>
          <input class="input" type="search" dir="auto" aria-label="Search in this conversation" placeholder="Search in this conversation" autocomplete="off"
            aria-invalid=${this.problem ? 'true' : nothing} aria-describedby="told">
          <button class="btn small" aria-disabled=${this.busy ? 'true' : nothing}>Search</button>
          <button type="button" class="btn quiet small round" aria-label="Close the search" title="Close the search" @click=${this.#close}><eye-icon name="x"></eye-icon></button>
        </form>
        <p id="told" class="told ${this.problem ? 'problem' : ''}" role="status">${this.#told()}</p>
        ${this.results?.length ? this.#list(this.results) : nothing}
      </div>`;
  }

  #told() {
    if (this.problem || this.busy || !this.results) {
      return this.problem || (this.busy ? 'Searching…' : '');
    }
    const count = this.results.length;
    return count === 0 ? 'No message has these words.' : `${inWords(count)}${this.more ? ' or more' : ''} ${count === 1 && !this.more ? 'message' : 'messages'}, the newest first.`;
  }

  /** @param {import('../wire/protocol.js').TranscriptEvent[]} results */
  #list(results) {
    return html`
      <div class="results scroll">
        <ul aria-label="Results">${repeat(results, (each) => each.sequence, (each) => html`<li>${this.#result(each)}</li>`)}</ul>
        ${this.more ? html`<button type="button" class="btn quiet small" aria-disabled=${this.busy ? 'true' : nothing} @click=${this.#further}>Older results</button>` : nothing}
      </div>`;
  }

  /** @param {import('../wire/protocol.js').TranscriptEvent} event */
  #result(event) {
    const { before, match, after } = excerptOf(event.text ?? '', this.words);
    const time = Number(event.at);
    return html`
      <button type="button" class="result" @click=${() => this.#tell('jump', { sequence: event.sequence })}>
        <span class="who" dir="auto">${this.nameOf(event)}</span>
        <time datetime=${isoTime(time)}>${dayWords(time)}, ${timeOfDay(time)}</time>
        <span class="text" dir="auto">${before}${match ? html`<mark>${match}</mark>` : nothing}${after}</span>
      </button>`;
  }

  // --- what it does -----------------------------------------------------------------------------------------------

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    const words = this.#field.value.trim();
    if (words.length > SEARCH_LIMIT) {
      this.problem = `Search for at most ${SEARCH_LIMIT} characters.`;
    } else if (words !== '' && !this.busy) {
      this.#look(words);
    }
  }

  /** @param {string} words */
  async #look(words) {
    this.words = words;
    this.results = undefined;
    this.more = false;
    await this.#ask();
  }

  #further() {
    if (!this.busy) {
      this.#ask(this.results?.at(-1)?.sequence);
    }
  }

  /** @param {number} [olderThan] */
  async #ask(olderThan) {
    const asked = ++this.#asked;
    this.problem = '';
    this.busy = true;
    const answer = await this.find(this.words, olderThan);
    if (asked !== this.#asked) {
      return;
    }
    this.busy = false;
    if (answer.ok) {
      this.results = [...(this.results ?? []), ...answer.events];
      this.more = answer.more;
    } else {
      this.problem = answer.message;
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (step === undefined && event.key !== 'Escape')) {
      return;
    }
    event.preventDefault();
    if (step === undefined) {
      this.#close();
    } else {
      this.#walk(step);
    }
  }

  /** From the field to the results and back; at an end it stays. @param {number} step */
  #walk(step) {
    const stops = /** @type {HTMLElement[]} */ ([this.#field, ...this.renderRoot.querySelectorAll('.result')]);
    const at = stops.indexOf(/** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (this.renderRoot).activeElement));
    stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus();
  }

  #close() {
    this.#tell('close');
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
