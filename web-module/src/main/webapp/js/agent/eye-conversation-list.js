import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { callOf, isOpen } from '../call/call-store.js';
import { describeCall } from '../conversation/call-line.js';
import { isoTime, shortWords } from '../conversation/times.js';
import { textOf } from '../conversation/transcript.js';
import { buttons, reset } from '../elements/styles.js';
import { consumerOf, visitorName } from './desk.js';
import { atLeast, inWords } from './numbers.js';

/** Rows at first, and with each press on the button below them: a manager may see a thousand conversations. */
const ROWS = 100;

/**
 * A list of conversations, its first rows and more on demand. Down: `conversations`, `selected` (an id), `desk` for unread counts, `typingIn` (ids).
 * Up: `select-conversation` with `{ id }`.
 */
export class EyeConversationList extends LitElement {
  static properties = {
    conversations: { attribute: false },
    selected: {},
    desk: { attribute: false },
    typingIn: { attribute: false },
    callsIn: { attribute: false },
    label: {},
    rows: { state: true },
  };

  static styles = [reset, buttons, css`
    ul {
      display: grid;
      gap: 2px;
    }
    li button {
      display: grid;
      grid-template-columns: auto 1fr auto;
      align-items: center;
      gap: 0 var(--space-3);
      width: 100%;
      padding: var(--space-3);
      border: 0;
      border-radius: var(--radius-lg);
      background: transparent;
      text-align: start;
      cursor: pointer;
      -webkit-tap-highlight-color: transparent;
      transition: background-color var(--fast) var(--ease);
    }
    li button:hover {
      background: var(--color-hover);
    }
    li button[aria-current='true'] {
      background: var(--color-selected);
    }
    li button:focus-visible {
      outline-offset: -2px;
    }
    eye-avatar {
      grid-row: span 2;
      --avatar-ring: var(--color-canvas);
    }
    .name {
      font-size: var(--text-base);
      font-weight: var(--weight-medium);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .unread .name,
    .unread .last {
      font-weight: var(--weight-strong);
      color: var(--color-text);
    }
    time {
      font-size: var(--text-xs);
      color: var(--color-text-faint);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .last {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      min-width: 0;
      font-size: var(--text-sm);
      color: var(--color-text-soft);
      --icon-size: 0.9375rem;
    }
    .last span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .last.typing {
      color: var(--color-accent-text);
    }
    .badge {
      justify-self: end;
      min-width: 1.25rem;
      padding: 0 0.375rem;
      border-radius: var(--radius-full);
      background: var(--color-accent);
      color: var(--color-on-accent);
      font-size: var(--text-2xs);
      font-weight: var(--weight-strong);
      line-height: 1.25rem;
      text-align: center;
      font-variant-numeric: tabular-nums;
    }
    .oncall {
      justify-self: end;
      color: var(--color-positive-text);
      --icon-size: 1rem;
    }
    @media (forced-colors: active) {
      li button[aria-current='true'] {
        padding: calc(var(--space-3) - 3px);
        border: 3px solid Highlight;
      }
      .badge {
        forced-color-adjust: none;
      }
      li button:hover {
        outline: 1px solid CanvasText;
        outline-offset: -1px;
      }
    }
    p {
      padding: var(--space-2);
      text-align: center;
    }
  `];

  constructor() {
    super();
    /** @type {import('./desk.js').Conversation[]} */
    this.conversations = [];
    /** @type {string | undefined} */
    this.selected = undefined;
    /** @type {import('./desk.js').Desk | undefined} */
    this.desk = undefined;
    /** @type {string[]} */
    this.typingIn = [];
    /** @type {string[]} */
    this.callsIn = [];
    this.label = 'Conversations';
    this.rows = ROWS;
  }

  /** Another list begins at its beginning; the one that is open is among the rows. @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('label')) {
      this.rows = ROWS;
    }
    if (changed.has('selected')) {
      this.rows = Math.max(this.rows, ROWS * Math.ceil((this.#placeOf(this.selected) + 1) / ROWS));
    }
  }

  /** @param {string | undefined} id */
  #placeOf(id) {
    return this.conversations.findIndex((each) => each.id === id);
  }

  /** @param {string | undefined} id @returns {boolean} whether it is here */
  focusOn(id) {
    const entry = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('li button')])[this.#placeOf(id)];
    entry?.focus();
    return Boolean(entry);
  }

  /** The first of the new rows has the focus: the button moves away from under it. */
  async #more() {
    const first = this.rows;
    this.rows += ROWS;
    await this.updateComplete;
    this.focusOn(this.conversations[first]?.id);
  }

  render() {
    return html`
      <ul aria-label=${this.label}>
        ${repeat(this.conversations.slice(0, this.rows), (each) => each.id, (each) => html`<li>${this.#entry(each)}</li>`)}
      </ul>
      ${this.conversations.length > this.rows ? html`
        <p><button class="btn quiet small more" @click=${this.#more}>Show more of ${inWords(this.conversations.length)}</button></p>` : nothing}`;
  }

  /** @param {import('./desk.js').Conversation} conversation */
  #entry(conversation) {
    const { id } = conversation;
    const unread = this.desk?.unreadOf(conversation) ?? 0;
    const consumer = consumerOf(conversation);
    const time = Number(lastOf(conversation)?.at ?? conversation.startedAt);
    return html`
      <button class=${unread > 0 ? 'unread' : ''} aria-current=${id === this.selected} @click=${() => this.#select(id)}>
        <eye-avatar anonymous .seed=${visitorName(consumer)} presence=${this.desk?.presenceOf(conversation) ?? nothing}></eye-avatar>
        <span class="name" dir="auto">${visitorName(consumer)}</span>
        <time datetime=${isoTime(time)}>${shortWords(time)}</time>
        ${this.#last(conversation)}
        ${this.#mark(id, unread, Boolean(this.desk?.isMoreUnread(conversation)))}
      </button>`;
  }

  /** @param {string} id @param {number} unread @param {boolean} more than are known */
  #mark(id, unread, more) {
    if (this.callsIn.includes(id)) {
      return html`<span class="oncall"><eye-icon name="phone-call" label="in a call"></eye-icon></span>`;
    }
    return unread > 0
      ? html`<span class="badge"><span aria-hidden="true">${unread > 99 ? '99+' : atLeast(unread, more)}</span><span class="visually-hidden">${atLeast(unread, more)} unread</span></span>`
      : html`<span></span>`;
  }

  /** @param {import('./desk.js').Conversation} conversation */
  #last(conversation) {
    if (this.typingIn.includes(conversation.id)) {
      return html`<span class="last typing"><span>is typing</span></span>`;
    }
    const last = lastOf(conversation);
    if (!last || last.kind !== 'TEXT') {
      return html`<span class="last"><span>${conversation.open ? 'No messages yet' : 'Closed'}</span></span>`;
    }
    if (last.callStep) {
      const { icon, text } = describeCall(this.#asItIsNow(conversation, /** @type {any} */ (last.callStep)));
      return html`<span class="last"><eye-icon name=${icon}></eye-icon><span>${text}</span></span>`;
    }
    const own = last.originatorId === this.desk?.me;
    return html`<span class="last"><span>${own ? 'You: ' : ''}<bdi>${textOf(last)}</bdi></span></span>`;
  }

  /**
   * A call of voice may have become one of video since its line was written.
   * @param {import('./desk.js').Conversation} conversation @param {import('../conversation/transcript.js').CallLine} line
   */
  #asItIsNow(conversation, line) {
    const call = this.desk && callOf(this.desk.calls.state, conversation.id);
    return call && isOpen(call) ? { ...line, mode: call.mode } : line;
  }

  /** @param {string} id */
  #select(id) {
    this.dispatchEvent(new CustomEvent('select-conversation', { detail: { id }, bubbles: true, composed: true }));
  }
}

/** @param {import('./desk.js').Conversation} conversation */
function lastOf(conversation) {
  return conversation.events.at(-1) ?? conversation.last;
}
