import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { describeCall } from '../conversation/call-line.js';
import { directionOf, isolated } from '../conversation/isolated.js';
import { callWords, wishWords } from '../conversation/wording.js';
import { textParts } from '../conversation/text-parts.js';
import { dayWords, isoTime, timeOfDay } from '../conversation/times.js';
import { buttons, reset, scrolling } from './styles.js';
import { transcriptStyles } from './transcript-styles.js';

/** Nearer to the end than this counts as being at the end. */
const END_PX = 64;
/** Nearer to the top than this wants older messages. */
const TOP_PX = 48;

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
 * `older` says how far it is loaded (eye-older.js).
 * Up: `older` when somebody comes to the first line, or presses the button there, or the lines do not fill the page; `resend` and `discard` with `{ key }` of a failed message; `at-end` with `{ atEnd }` when the reader reaches or
 * leaves the newest line.
 * It stays at the newest line while the reader is there, and otherwise says how much is new.
 */
export class EyeTranscript extends LitElement {
  static properties = {
    items: { attribute: false, hasChanged: areOthers },
    names: { attribute: false, hasChanged: differs },
    typing: { attribute: false, hasChanged: differs },
    label: {},
    wording: { attribute: false },
    older: {},
    atEnd: { state: true },
    newBelow: { state: true },
  };

  static styles = [reset, buttons, scrolling, transcriptStyles];

  constructor() {
    super();
    /** @type {import('../conversation/transcript.js').TranscriptItem[]} */
    this.items = [];
    /** @type {Record<string, string>} */
    this.names = {};
    /** @type {string[]} */
    this.typing = [];
    this.label = 'Transcript';
    /** @type {import('./eye-older.js').Older} */
    this.older = 'NONE';
    /** How far the first line was from the end before older ones came above it. @type {number | undefined} */
    this.fromEnd = undefined;
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
      const known = this.items.findLastIndex((item) => before.has(item.key));
      const fresh = this.items.slice(known + 1).filter((item) => item.kind !== 'day');
      this.fromEnd = this.#isPrepended(before, known) ? this.#region.scrollHeight - this.#region.scrollTop : undefined;
      const mine = fresh.some((item) => item.kind === 'message' && item.mine && item.status === 'SENDING');
      this.newBelow = this.atEnd ? 0 : this.newBelow + fresh.length;
      this.follow = this.atEnd || mine;
    }
  }

  /** Whether something stands above what was the first message before. @param {Set<string>} before @param {number} known */
  #isPrepended(before, known) {
    const first = this.items.findIndex((item) => item.kind !== 'day' && before.has(item.key));
    return known >= 0 && this.items.slice(0, first).some((item) => item.kind !== 'day');
  }

  /** What came above moves nothing of what somebody reads. */
  #keepPlace() {
    if (this.fromEnd !== undefined && !this.atEnd) {
      this.#region.scrollTop = this.#region.scrollHeight - this.fromEnd;
    }
    this.fromEnd = undefined;
  }

  /** As many lines as fill the page, without anybody's asking. */
  #fill() {
    const { scrollHeight, clientHeight } = this.#region;
    if (this.older === 'MORE' && clientHeight > 0 && scrollHeight - clientHeight < END_PX + TOP_PX) {
      this.#wantOlder();
    }
  }

  #wantOlder() {
    this.dispatchEvent(new CustomEvent('older'));
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    this.#keepPlace();
    if (changed.has('older') && this.older === 'BEGINNING' && this.renderRoot.querySelector('eye-older:focus')) {
      this.#region.focus();
    }
    this.#fill();
    if ((changed.has('items') || changed.has('typing')) && (this.follow || this.atEnd)) {
      this.follow = false;
      this.#toEnd();
    }
  }

  /** Goes to the newest line. */
  scrollToEnd() {
    this.#toEnd();
  }

  /** Brings a message before the eyes and gives it the focus, so that it is read out. @param {string} key @returns {boolean} whether it is here */
  show(key) {
    const line = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`));
    if (line) {
      const region = this.#region;
      const place = line.getBoundingClientRect().top - region.getBoundingClientRect().top;
      region.scrollTop += place - Math.max(0, (region.clientHeight - line.clientHeight) / 2);
      this.shape = this.#shape; // the reader moved, not the lines
      this.#scrolled();
      line.tabIndex = -1;
      line.focus({ preventScroll: true });
    }
    return line !== null;
  }

  get #shape() {
    return `${this.#region.scrollHeight} ${this.#region.clientHeight}`;
  }

  /** What was said long ago is not read out as if it were new. */
  get #isQuiet() {
    return this.older === 'LOADING' || this.fromEnd !== undefined;
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
    const shape = this.#shape;
    const reshaped = shape !== this.shape;
    this.shape = shape;
    if (reshaped && this.atEnd) {
      this.#toEnd(); // the lines moved, not the reader
      return;
    }
    const atEnd = scrollHeight - scrollTop - clientHeight < END_PX;
    if (!atEnd && scrollTop < TOP_PX && this.older === 'MORE') {
      this.#wantOlder();
    }
    if (atEnd === this.atEnd) {
      return;
    }
    this.atEnd = atEnd;
    this.newBelow = 0;
    this.dispatchEvent(new CustomEvent('at-end', { detail: { atEnd } }));
  }

  render() {
    return html`
      <div class="region scroll" tabindex="0" role="log" aria-label=${this.label} aria-live=${this.#isQuiet ? 'off' : nothing} @scroll=${this.#scrolled}>
        <div class="lines">
          ${this.items.length === 0 ? html`<div class="empty"><slot></slot></div>` : nothing}
          ${this.items.length === 0 ? nothing : html`<eye-older .state=${this.older} @older=${this.#wantOlder}></eye-older>`}
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
    const who = new Intl.ListFormat('en').format(this.typing.map(isolated));
    const verb = this.typing.length === 1 ? 'is' : 'are';
    return html`
      <div class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${who} ${verb} typing</span></div>`;
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
        return html`<div class="event note" dir=${directionOf(item.text)}>${item.text}</div>`;
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
          <span class="words" dir=${directionOf(text)} lang=${this.wording?.language ?? nothing}>${text}</span>
          <time datetime=${isoTime(time)}>${timeOfDay(time)}</time>
        </div>
      </div>`;
  }

  /** @param {any} item */
  #message(item) {
    const { key, own, mine, first, last, status, text } = item;
    const name = mine ? '' : this.names[item.originatorId] ?? '';
    return html`
      <div class="message ${own ? 'own' : ''} ${first ? 'first' : ''} ${last ? 'last' : ''} ${own ? status : ''}" data-key=${key}>
        ${first && name ? html`<div class="who" dir="auto" title=${name}>${name}</div>` : nothing}
        ${first && mine ? html`<span class="visually-hidden">You</span>` : nothing}
        <div class="bubble" dir="auto">${textParts(text).map(piece)}</div>
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
  #failed({ key, why }) {
    return html`
      <div class="failed">
        <span class="why"><eye-icon name="circle-alert"></eye-icon>${why ? `Not sent. ${why}` : 'Not sent'}</span>
        <button class="btn small" @click=${() => this.#tell('resend', key)}>Try again</button>
        <button class="btn quiet small" @click=${() => this.#tell('discard', key)}>Discard</button>
      </div>`;
  }

  /** @param {string} type @param {string} key */
  #tell(type, key) {
    this.dispatchEvent(new CustomEvent(type, { detail: { key } }));
  }
}

/**
 * Most of what changes on a page is not the transcript, and a long one takes long to paint: the same keys in the same order, with the same of what may change.
 * @param {import('../conversation/transcript.js').TranscriptItem[] | undefined} a @param {import('../conversation/transcript.js').TranscriptItem[] | undefined} b
 */
function areOthers(a, b) {
  return a !== b && (a?.length !== b?.length || Boolean(a?.some((item, i) => !isSame(item, /** @type {any} */ (b)[i]))));
}

/** @param {any} a @param {any} b */
function isSame(a, b) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name] || (name === 'call' && isSame(a.call, b.call)));
}

/** Names are few. @param {unknown} a @param {unknown} b */
function differs(a, b) {
  return JSON.stringify(a) !== JSON.stringify(b);
}

/** @param {{ text: string, href?: string }} part */
function piece({ text, href }) {
  return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
}
