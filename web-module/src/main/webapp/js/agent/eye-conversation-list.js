import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { callOf, isOpen } from '../call/call-store.js';
import { describeCall } from '../conversation/call-line.js';
import { isoTime, shortWords } from '../conversation/times.js';
import { textOf } from '../conversation/transcript.js';
import { reset } from '../elements/styles.js';
import { consumerOf, visitorName } from './desk.js';

/**
 * A list of conversations. Down: `conversations`, `selected` (an id), `desk` for unread counts, `typingIn` (ids).
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
  };

  static styles = [reset, css`
    ul {
      display: grid;
      gap: 2px;
    }
    button {
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
    button:hover {
      background: var(--color-hover);
    }
    button[aria-current='true'] {
      background: var(--color-selected);
    }
    button:focus-visible {
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
      button[aria-current='true'] {
        padding: calc(var(--space-3) - 3px);
        border: 3px solid Highlight;
      }
      .badge {
        forced-color-adjust: none;
      }
      button:hover {
        outline: 1px solid CanvasText;
        outline-offset: -1px;
      }
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
  }

  /** @param {string | undefined} id @returns {boolean} whether it is here */
  focusOn(id) {
    const entry = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('button')])[this.conversations.findIndex((each) => each.id === id)];
    entry?.focus();
    return Boolean(entry);
  }

  render() {
    return html`
      <ul aria-label=${this.label}>
        ${repeat(this.conversations, (each) => each.id, (each) => html`<li>${this.#entry(each)}</li>`)}
      </ul>`;
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
        ${this.#mark(id, unread)}
      </button>`;
  }

  /** @param {string} id @param {number} unread */
  #mark(id, unread) {
    if (this.callsIn.includes(id)) {
      return html`<span class="oncall"><eye-icon name="phone-call" label="in a call"></eye-icon></span>`;
    }
    return unread > 0
      ? html`<span class="badge"><span aria-hidden="true">${unread > 99 ? '99+' : unread}</span><span class="visually-hidden">${unread} unread</span></span>`
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
