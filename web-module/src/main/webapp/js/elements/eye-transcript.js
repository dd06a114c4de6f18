import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { describeCall } from '../conversation/call-line.js';
import { callWords, wishWords } from '../conversation/wording.js';
import { textParts } from '../conversation/text-parts.js';
import { dayWords, isoTime, timeOfDay } from '../conversation/times.js';
import { buttons, reset, scrolling } from './styles.js';

/** Nearer to the end than this counts as being at the end. */
const END_PX = 64;

const STATUS = {
  SENDING: { icon: 'clock', words: 'Sending' },
  SENT: { icon: 'check', words: 'Sent' },
  DELIVERED: { icon: 'check-check', words: 'Delivered' },
  READ: { icon: 'check-check', words: 'Read' },
};

/**
 * The transcript of a conversation, used by both pages.
 *
 * Down: `items` (from conversation/transcript.js), `names` (participant id to name, shown above what others wrote),
 * `typing` (the names of who types), `label` (its name for screen readers), `wording` (the account's texts in this page's
 * language, with `language` and `texts`; without it the lines of calls stand as the server wrote them). The default slot
 * is shown while it is empty.
 * Up: `resend` and `discard` with `{ key }` of a failed message; `at-end` with `{ atEnd }` when the reader reaches or
 * leaves the newest line.
 * It stays at the newest line while the reader is there, and otherwise says how much is new.
 */
export class EyeTranscript extends LitElement {
  static properties = {
    items: { attribute: false },
    names: { attribute: false },
    typing: { attribute: false },
    label: {},
    wording: { attribute: false },
    atEnd: { state: true },
    newBelow: { state: true },
  };

  static styles = [reset, buttons, scrolling, css`
    :host {
      position: relative;
      display: flex;
      flex-direction: column;
      min-height: 0;
    }
    .region {
      flex: 1;
      min-height: 0;
      padding: var(--space-4) var(--transcript-inset, var(--space-5)) var(--space-3);
    }
    .region:focus-visible {
      outline-offset: -2px;
    }
    .lines {
      display: flex;
      flex-direction: column;
      min-height: 100%;
      max-width: var(--transcript-width, 46rem);
      margin-inline: auto;
    }
    .lines:not(:has(.empty))::before {
      content: '';
      flex: 1; /* few lines stand at the bottom, next to the composer */
    }
    .lines:has(> .empty)::before {
      content: none;
    }
    .empty {
      display: grid;
      flex: 1;
      place-content: center;
    }

    .day {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      margin: var(--space-5) 0 var(--space-3);
      font-size: var(--text-xs);
      font-weight: var(--weight-medium);
      color: var(--color-text-faint);
    }
    .day::before,
    .day::after {
      content: '';
      flex: 1;
      height: 1px;
      background: var(--color-line);
    }

    .message {
      display: grid;
      justify-items: start;
      margin-top: 2px;
      padding-right: 12%;
    }
    .message.first {
      margin-top: var(--space-4);
    }
    .message.own {
      justify-items: end;
      padding-right: 0;
      padding-left: 12%;
    }
    .who {
      margin-bottom: var(--space-1);
      padding-inline: var(--space-3);
      font-size: var(--text-xs);
      font-weight: var(--weight-medium);
      color: var(--color-text-faint);
    }
    .bubble {
      max-width: 36rem;
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius-lg);
      background: var(--color-bubble-other);
      color: var(--color-on-bubble-other);
      box-shadow: inset 0 0 0 1px var(--color-line);
      font-size: var(--text-md);
      line-height: 1.45;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .own .bubble {
      background: var(--color-bubble-own);
      color: var(--color-on-bubble-own);
      box-shadow: none;
    }
    .message:not(.own):not(.last) .bubble {
      border-bottom-left-radius: var(--radius-sm);
    }
    .message:not(.own):not(.first) .bubble {
      border-top-left-radius: var(--radius-sm);
    }
    .own:not(.last) .bubble {
      border-bottom-right-radius: var(--radius-sm);
    }
    .own:not(.first) .bubble {
      border-top-right-radius: var(--radius-sm);
    }
    .bubble a {
      color: inherit;
    }
    .SENDING .bubble {
      opacity: 0.72;
    }
    .FAILED .bubble {
      background: var(--color-danger-soft);
      color: var(--color-text);
    }
    .foot {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      margin-top: var(--space-1);
      padding-inline: var(--space-1);
      font-size: var(--text-xs);
      color: var(--color-text-faint);
      font-variant-numeric: tabular-nums;
      --icon-size: 0.9375rem;
    }
    .READ .foot eye-icon {
      color: var(--color-accent-text);
    }
    .failed {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: var(--space-1) var(--space-2);
      margin-top: var(--space-1);
      font-size: var(--text-sm);
      color: var(--color-danger-text);
      --icon-size: 1rem;
    }
    .failed .why {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
    }

    .event {
      display: flex;
      justify-content: center;
      margin: var(--space-4) 0 var(--space-2);
    }
    .call {
      display: inline-flex;
      align-items: center;
      gap: var(--space-3);
      max-width: 100%;
      padding: var(--space-2) var(--space-4) var(--space-2) var(--space-2);
      border-radius: var(--radius-xl);
      background: var(--color-surface);
      box-shadow: inset 0 0 0 1px var(--color-line);
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
    }
    .call .mark {
      display: grid;
      place-items: center;
      width: 2rem;
      height: 2rem;
      flex: none;
      border-radius: var(--radius-full);
      background: var(--color-sunken);
      color: var(--color-text-soft);
      --icon-size: 1.0625rem;
    }
    .call.accent .mark {
      background: var(--color-accent-soft);
      color: var(--color-accent-text);
    }
    .call.positive .mark {
      background: var(--color-positive-soft);
      color: var(--color-positive-text);
    }
    .call.danger .mark {
      background: var(--color-danger-soft);
      color: var(--color-danger-text);
    }
    .call .words {
      min-width: 0;
      overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums;
    }
    .call time {
      color: var(--color-text-faint);
      font-size: var(--text-xs);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .note {
      font-size: var(--text-sm);
      color: var(--color-text-faint);
      text-align: center;
      text-wrap: balance;
    }

    .typing {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 1.75rem;
      margin-top: var(--space-2);
      font-size: var(--text-sm);
      color: var(--color-text-soft);
    }
    .dots {
      display: inline-flex;
      gap: 3px;
    }
    .dots i {
      width: 5px;
      height: 5px;
      border-radius: 50%;
      background: currentColor;
      animation: breathe 1.2s var(--ease) infinite;
    }
    .dots i:nth-child(2) {
      animation-delay: 160ms;
    }
    .dots i:nth-child(3) {
      animation-delay: 320ms;
    }
    @keyframes breathe {
      0%,
      70%,
      100% {
        opacity: 0.3;
      }
      35% {
        opacity: 1;
      }
    }

    .to-end {
      position: absolute;
      bottom: var(--space-3);
      left: 50%;
      transform: translateX(-50%);
      border-radius: var(--radius-full);
      box-shadow: var(--shadow-2);
    }
    .to-end:active {
      transform: translate(-50%, 1px);
    }
  `];

  constructor() {
    super();
    /** @type {import('../conversation/transcript.js').TranscriptItem[]} */
    this.items = [];
    /** @type {Record<string, string>} */
    this.names = {};
    /** @type {string[]} */
    this.typing = [];
    this.label = 'Transcript';
    this.atEnd = true;
    this.newBelow = 0;
    this.shape = '';
    this.resized = new ResizeObserver(() => this.#keepEnd());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  firstUpdated() {
    this.#observe();
    this.#keepEnd();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.#observe();
    }
  }

  #observe() {
    this.resized.observe(this.#region);
    this.resized.observe(/** @type {Element} */ (this.#region.firstElementChild));
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has('items') && this.hasUpdated) {
      const before = new Set(changed.get('items')?.map((/** @type {any} */ item) => item.key));
      const fresh = this.items.filter((item) => !before.has(item.key) && item.kind !== 'day');
      const mine = fresh.some((item) => item.kind === 'message' && item.mine && item.status === 'SENDING');
      this.newBelow = this.atEnd ? 0 : this.newBelow + fresh.length;
      this.follow = this.atEnd || mine;
    }
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if ((changed.has('items') || changed.has('typing')) && (this.follow || this.atEnd)) {
      this.follow = false;
      this.#toEnd();
    }
  }

  /** Goes to the newest line. */
  scrollToEnd() {
    this.#toEnd();
  }

  get #region() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.region'));
  }

  #keepEnd() {
    if (this.atEnd) {
      this.#toEnd();
    }
  }

  #toEnd() {
    this.#region.scrollTop = this.#region.scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#region;
    const shape = `${scrollHeight} ${clientHeight}`;
    const reshaped = shape !== this.shape;
    this.shape = shape;
    if (reshaped && this.atEnd) {
      this.#toEnd(); // the lines moved, not the reader
      return;
    }
    const atEnd = scrollHeight - scrollTop - clientHeight < END_PX;
    if (atEnd === this.atEnd) {
      return;
    }
    this.atEnd = atEnd;
    this.newBelow = 0;
    this.dispatchEvent(new CustomEvent('at-end', { detail: { atEnd } }));
  }

  render() {
    return html`
      <div class="region scroll" tabindex="0" role="log" aria-label=${this.label} @scroll=${this.#scrolled}>
        <div class="lines">
          ${this.items.length === 0 ? html`<div class="empty"><slot></slot></div>` : nothing}
          ${repeat(this.items, (item) => item.key, (item) => this.#line(item))}
          ${this.typing.length > 0 ? this.#typingLine() : nothing}
        </div>
      </div>
      ${this.atEnd ? nothing : this.#toEndButton()}`;
  }

  #toEndButton() {
    const words = this.newBelow === 1 ? '1 new' : this.newBelow > 1 ? `${this.newBelow} new` : 'Newest';
    return html`
      <button class="btn small to-end" @click=${this.#toEnd}><eye-icon name="arrow-down"></eye-icon>${words}</button>`;
  }

  #typingLine() {
    const who = new Intl.ListFormat('en').format(this.typing);
    const verb = this.typing.length === 1 ? 'is' : 'are';
    return html`
      <div class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${who} ${verb} typing</div>`;
  }

  /** @param {import('../conversation/transcript.js').TranscriptItem} item */
  #line(item) {
    switch (item.kind) {
      case 'day':
        return html`<div class="day" role="separator"><span>${dayWords(item.time)}</span></div>`;
      case 'call':
        return this.#call(item);
      case 'wish':
        return this.#wish(item);
      case 'note':
        return html`<div class="event note">${item.text}</div>`;
      default:
        return this.#message(item);
    }
  }

  /** @param {any} item */
  #call({ call, time }) {
    const { icon, tone } = describeCall(call);
    return this.#event({ icon, tone, time, text: this.wording ? callWords(this.wording.texts, call) : call.text });
  }

  /** @param {any} item */
  #wish({ mode, text, time }) {
    const icon = mode === 'VIDEO_CALL' ? 'video' : 'phone';
    return this.#event({ icon, tone: 'accent', time, text: this.wording ? wishWords(this.wording.texts, mode) : text });
  }

  #event({ icon, tone, time, text }) {
    return html`
      <div class="event">
        <div class="call ${tone}">
          <span class="mark"><eye-icon name=${icon}></eye-icon></span>
          <span class="words" lang=${this.wording?.language ?? nothing}>${text}</span>
          <time datetime=${isoTime(time)}>${timeOfDay(time)}</time>
        </div>
      </div>`;
  }

  /** @param {any} item */
  #message(item) {
    const { own, mine, first, last, status, text } = item;
    const name = mine ? '' : this.names[item.originatorId] ?? '';
    return html`
      <div class="message ${own ? 'own' : ''} ${first ? 'first' : ''} ${last ? 'last' : ''} ${own ? status : ''}">
        ${first && name ? html`<div class="who">${name}</div>` : nothing}
        ${first && mine ? html`<span class="visually-hidden">You</span>` : nothing}
        <div class="bubble">${textParts(text).map(piece)}</div>
        ${status === 'FAILED' ? this.#failed(item) : last ? this.#foot(item) : nothing}
      </div>`;
  }

  /** @param {any} item */
  #foot({ own, status, time }) {
    const mark = /** @type {any} */ (STATUS)[status];
    return html`
      <div class="foot">
        <time datetime=${isoTime(time)}>${timeOfDay(time)}</time>
        ${own ? html`<eye-icon name=${mark.icon} label=${mark.words}></eye-icon>` : nothing}
      </div>`;
  }

  /** @param {any} item */
  #failed({ key }) {
    return html`
      <div class="failed">
        <span class="why"><eye-icon name="circle-alert"></eye-icon>Not sent</span>
        <button class="btn small" @click=${() => this.#tell('resend', key)}>Try again</button>
        <button class="btn quiet small" @click=${() => this.#tell('discard', key)}>Discard</button>
      </div>`;
  }

  /** @param {string} type @param {string} key */
  #tell(type, key) {
    this.dispatchEvent(new CustomEvent(type, { detail: { key } }));
  }
}

/** @param {{ text: string, href?: string }} part */
function piece({ text, href }) {
  return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
}
