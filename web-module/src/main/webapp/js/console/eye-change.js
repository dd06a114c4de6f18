import { LitElement, css, html, nothing } from 'lit';
import { reset } from '../elements/styles.js';
import { same } from './draft.js';
import { flat } from './texts.js';
import { fieldWords, subjectWords, valueWords } from './words.js';

const DID = { CREATED: 'created', CHANGED: 'changed', DELETED: 'deleted' };

/** One change: who, what, before and after. Down: `change`, `known` (names of profiles and skills), `time`, `datetime`. */
export class EyeChange extends LitElement {
  static properties = { change: { attribute: false }, known: { attribute: false }, time: {}, datetime: {} };

  static styles = [reset, css`
    :host {
      display: block;
    }
    .who {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--space-3);
      align-items: center;
      --avatar-size: 2rem;
    }
    .who p {
      overflow-wrap: anywhere;
    }
    .who b {
      font-weight: var(--weight-medium);
    }
    time {
      font-size: var(--text-sm);
      color: var(--color-text-faint);
      white-space: nowrap;
    }
    .wide {
      margin-block: var(--space-2) 0;
      margin-inline: 2.75rem 0;
    }
    table {
      width: 100%;
      max-width: 52rem;
      border-collapse: collapse;
      table-layout: fixed;
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
    }
    th,
    td {
      padding-block: var(--space-1);
      padding-inline: 0 var(--space-3);
      text-align: start;
      vertical-align: top;
      font-weight: var(--weight-regular);
      overflow-wrap: anywhere;
      white-space: pre-wrap;
      unicode-bidi: plaintext;
    }
    thead th {
      padding-top: 0;
      font-size: var(--text-xs);
      color: var(--color-text-faint);
    }
    tbody th {
      color: var(--color-text-soft);
    }
    .field {
      width: 28%;
    }
    .before {
      color: var(--color-text-soft);
    }
    @media (max-width: 40rem) {
      .wide {
        margin-inline-start: 0;
      }
    }
  `];

  constructor() {
    super();
    /** @type {any} */
    this.change = undefined;
    /** @type {any} */
    this.known = undefined;
    this.time = '';
    this.datetime = '';
  }

  render() {
    const { by, action, subject, subjectName, before, after } = this.change;
    const rows = rowsOf(before, after);
    return html`
      <div class="who"><eye-avatar .name=${by.fullName} .seed=${by.loginName}></eye-avatar>
        <p><b><bdi>${by.fullName}</bdi></b> <span>(<bdi>${by.loginName}</bdi>)</span> ${DID[/** @type {keyof DID} */ (action)] ?? action} ${subjectWords(subject)} <b><bdi>${subject === 'SETTINGS' ? '' : subjectName}</bdi></b></p>
        <time datetime=${this.datetime}>${this.time}</time></div>
      ${rows.length === 0 ? nothing : html`
        <div class="wide"><table>
          <thead><tr><th scope="col" class="field">Field</th>${before ? html`<th scope="col">Before</th>` : nothing}${after ? html`<th scope="col">After</th>` : nothing}</tr></thead>
          <tbody>${rows.map((field) => html`
            <tr><th scope="row">${fieldWords(field)}</th>${before ? this.#value('before', field, flattened(before)) : nothing}${after ? this.#value('after', field, flattened(after)) : nothing}</tr>`)}
          </tbody></table></div>`}`;
  }

  /** @param {string} side @param {string} field @param {any} values */
  #value(side, field, values) {
    return html`<td class=${side} dir="auto">${valueWords(field, values[field], this.known)}</td>`;
  }
}

/** Texts stand one by one. @param {any} values */
const flattened = ({ texts, ...others } = {}) => ({ ...others, ...(texts && flat(texts)) });

/** What to name of it: what differs, and of a new or deleted thing what it had. @param {any} before @param {any} after @returns {string[]} */
function rowsOf(before, after) {
  const [was, is] = [flattened(before), flattened(after)];
  const said = before && after ? [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !same(was[field], is[field])) : Object.keys(before ? was : is);
  return said.filter((field) => !['id', 'pid', 'users'].includes(field));
}
