import { LitElement, css, html, nothing } from 'lit';
import { describeCall } from '../conversation/call-line.js';
import { dayWords, isoTime, shortWords, timeOfDay } from '../conversation/times.js';
import { callsIn } from '../conversation/transcript.js';
import { reset, scrolling } from '../elements/styles.js';
import { consumerOf, visitorName } from './desk.js';

/** Who the conversation is with, what is known of it, and its calls. Down: `conversation`, `presence` of the consumer, if known. */
export class EyeDetails extends LitElement {
  static properties = { conversation: { attribute: false }, presence: {} };

  static styles = [reset, scrolling, css`
    :host {
      display: block;
      overflow-y: auto;
      padding: var(--space-8) var(--space-6);
      scrollbar-width: thin;
    }
    .who {
      display: grid;
      justify-items: center;
      gap: var(--space-1);
      text-align: center;
      --avatar-size: 4.5rem;
    }
    h2 {
      margin-top: var(--space-3);
      font-size: var(--text-lg);
    }
    .who p {
      color: var(--color-text-soft);
      font-size: var(--text-sm);
    }
    h3 {
      margin: var(--space-8) 0 var(--space-2);
      font-size: var(--text-xs);
      font-weight: var(--weight-medium);
      letter-spacing: 0;
      color: var(--color-text-faint);
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--space-2) var(--space-4);
      font-size: var(--text-sm);
    }
    dt {
      color: var(--color-text-soft);
    }
    dd {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
    li {
      display: grid;
      grid-template-columns: auto 1fr;
      align-items: center;
      gap: 0 var(--space-3);
      padding: var(--space-2) 0;
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
    }
    li .mark {
      display: grid;
      place-items: center;
      grid-row: span 2;
      width: 2.25rem;
      height: 2.25rem;
      border-radius: 50%;
      background: var(--color-hover);
      color: var(--color-text-soft);
      --icon-size: 1.0625rem;
    }
    li .danger {
      background: var(--color-danger-soft);
      color: var(--color-danger-text);
    }
    li .positive,
    li .accent {
      background: var(--color-accent-soft);
      color: var(--color-accent-text);
    }
    li small {
      font-size: var(--text-xs);
      color: var(--color-text-faint);
    }
  `];

  constructor() {
    super();
    /** @type {import('./desk.js').Conversation | undefined} */
    this.conversation = undefined;
    /** @type {'here' | 'away' | undefined} */
    this.presence = undefined;
  }

  render() {
    const { conversation } = this;
    if (!conversation) {
      return nothing;
    }
    const consumer = consumerOf(conversation);
    return html`
      <div class="who">
        <eye-avatar anonymous .seed=${visitorName(consumer)}></eye-avatar>
        <h2 dir="auto">${visitorName(consumer)}</h2>
        <p>Not logged in on the website</p>
      </div>
      <h3>Conversation</h3>
      <dl>
        <dt>Began</dt><dd><time datetime=${isoTime(conversation.startedAt)}>${dayWords(conversation.startedAt)}, ${timeOfDay(conversation.startedAt)}</time></dd>
        ${conversation.endedAt ? html`<dt>Closed</dt><dd>${dayWords(conversation.endedAt)}, ${timeOfDay(conversation.endedAt)}</dd>` : nothing}
        <dt>Messages</dt><dd>${conversation.events.filter((each) => each.role !== 'CONTROLLER').length}</dd>
        ${this.presence ? html`<dt>Window</dt><dd>${this.presence === 'away' ? 'Closed' : 'Open'}</dd>` : nothing}
      </dl>
      ${this.#calls(conversation)}`;
  }

  /** @param {import('./desk.js').Conversation} conversation */
  #calls(conversation) {
    const calls = callsIn(conversation.events);
    return calls.length === 0 ? nothing : html`
      <h3>Calls</h3>
      <ul>${calls.toReversed().map((call) => this.#call(call))}</ul>`;
  }

  /** @param {import('../conversation/transcript.js').CallLine} call */
  #call(call) {
    const { icon, tone, text, detail } = describeCall(call);
    return html`
      <li><span class="mark ${tone}"><eye-icon name=${icon}></eye-icon></span>
        <span>${text}</span><small>${[shortWords(call.startedAt), detail].filter(Boolean).join(', ')}</small></li>`;
  }
}
