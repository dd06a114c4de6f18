import { LitElement, css, html, nothing } from 'lit';
import { allCalls, isOpen } from '../call/call-store.js';
import { canAskForNotifications } from '../call/desktop-notification.js';
import { whoTypes } from '../conversation/conversation-store.js';
import { isolated } from '../conversation/isolated.js';
import { buttons, reset, scrolling } from '../elements/styles.js';
import { Ticker } from '../elements/ticker.js';
import { blank, blankStyles } from '../elements/blank.js';
import { atLeast } from './numbers.js';

const AVAILABILITIES = [
  { id: 'ONLINE', label: 'Online', hint: 'New conversations ring', dot: 'ONLINE' },
  { id: 'OCCUPIED', label: 'Busy', hint: 'Nothing new rings, yours go on', dot: 'OCCUPIED' },
  { id: 'AWAY', label: 'Away', hint: 'Nothing new rings', dot: 'AWAY' },
];

const TABS = { mine: 'Mine', waiting: 'Waiting', history: 'History', all: 'All' };

/**
 * The left side of the desk: who works here, the lists, who waits. Down: `desk`, `version`, `tab`, `selected` (a
 * conversation's id), `preferred`. Up: `tab` with `{ tab }`, `availability` with `{ availability }`, `personal` with
 * `{ id }` (`sound`, `notifications`, `check`, `help`, `password`, `sign-out`), `prefer` with a change; and what its lists say.
 */
export class EyeSidebar extends LitElement {
  static properties = {
    desk: { attribute: false }, version: { attribute: false }, tab: {}, selected: {}, preferred: { attribute: false },
  };

  static styles = [reset, buttons, scrolling, blankStyles, css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
    }
    .top {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 4rem;
      padding-block: var(--space-2);
      padding-inline: var(--space-4) var(--space-3);
    }
    .brand {
      flex: 1;
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-width: 0;
      --logo-size: 1.75rem;
    }
    .brand h1 {
      font-size: var(--text-md);
    }
    .brand p {
      font-size: var(--text-xs);
      line-height: var(--leading-tight);
      color: var(--color-text-faint);
      font-variant-numeric: tabular-nums;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .dot {
      width: 0.625rem;
      height: 0.625rem;
      flex: none;
      border-radius: 50%;
      background: var(--color-positive);
    }
    .dot.OCCUPIED {
      background: var(--color-warning);
    }
    .dot.AWAY {
      background: transparent;
      box-shadow: inset 0 0 0 2px var(--color-text-faint);
    }
    .me {
      --avatar-size: 2rem;
    }
    .tabs {
      display: flex;
      gap: var(--space-1);
      margin: 0 var(--space-3) var(--space-3);
      padding: 3px;
      border-radius: var(--radius-md);
      background: var(--color-sunken);
    }
    .tabs button {
      flex: 1;
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--space-1);
      min-height: 2rem;
      padding: 0 var(--space-1);
      border: 0;
      border-radius: calc(var(--radius-md) - 3px);
      background: transparent;
      color: var(--color-text-soft);
      font-size: var(--text-sm);
      font-weight: var(--weight-medium);
      white-space: nowrap;
      cursor: pointer;
    }
    .tabs button:hover {
      color: var(--color-text);
    }
    .tabs button[aria-selected='true'] {
      background: var(--color-raised);
      color: var(--color-text);
      box-shadow: var(--shadow-1);
    }
    .only {
      padding: var(--space-2) var(--space-5) var(--space-3);
      font-size: var(--text-sm);
      color: var(--color-text-soft);
    }
    .count {
      min-width: 1.125rem;
      padding: 0 0.25rem;
      border-radius: var(--radius-full);
      background: var(--color-warning);
      color: var(--color-on-warning);
      font-size: var(--text-2xs);
      line-height: 1.125rem;
      font-variant-numeric: tabular-nums;
    }
    .count.unread {
      background: var(--color-accent);
      color: var(--color-on-accent);
    }
    .offer {
      display: flex;
      gap: var(--space-3);
      margin: var(--space-3);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius-lg);
      background: var(--color-surface);
      box-shadow: inset 0 0 0 1px var(--color-line);
      font-size: var(--text-sm);
      line-height: var(--leading-snug);
      color: var(--color-text-soft);
    }
    .offer > eye-icon {
      color: var(--color-accent-text);
    }
    .offer .row {
      display: flex;
      gap: var(--space-1);
      margin-top: var(--space-2);
    }
    eye-ringing {
      padding: 0 var(--space-3) var(--space-3);
    }
    .scroll {
      flex: 1;
      min-height: 0;
      padding: 0 var(--space-3) var(--space-4);
    }
    .scroll eye-ringing {
      padding: 0;
    }
    @media (max-width: 23rem), (min-width: 47.5rem) and (max-width: 64rem) {
      .top eye-logo {
        display: none;
      }
    }
    @media (forced-colors: active) {
      .dot.OCCUPIED {
        border-radius: 0;
      }
      .dot.AWAY {
        border: 2px solid CanvasText;
      }
      .tabs,
      .offer {
        border: 1px solid CanvasText;
      }
      .tabs button[aria-selected='true'] {
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
      .count {
        border: 1px solid CanvasText;
        background: Canvas;
        color: CanvasText;
      }
    }
  `];

  constructor() {
    super();
    /** @type {import('./desk.js').Desk} */
    this.desk = /** @type {any} */ (undefined);
    this.version = 0;
    /** @type {keyof typeof TABS} */
    this.tab = 'mine';
    /** @type {string | undefined} */
    this.selected = undefined;
    /** @type {import('./preferences.js').Preferences} */
    this.preferred = /** @type {any} */ (undefined);
    new Ticker(this, 2_000, () => this.#typingIn().length > 0);
  }

  #typingIn() {
    const now = this.desk?.now() ?? 0;
    return this.desk ? this.desk.mine.filter((each) => whoTypes(each, this.desk.me, now).length > 0).map((each) => each.id) : [];
  }

  /** Puts the focus on the chosen conversation, or on the chosen list. */
  focus() {
    const list = /** @type {any} */ (this.renderRoot.querySelector('eye-conversation-list'));
    const tab = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[role=tab][aria-selected=true]'));
    if (!list?.focusOn(this.last)) {
      tab?.focus();
    }
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('selected')) {
      this.last = this.selected ?? changed.get('selected');
    }
  }

  render() {
    return html`
      ${this.#top()}
      ${this.#tabs()}
      ${this.tab === 'waiting' ? nothing : html`<eye-ringing first .desk=${this.desk} .version=${this.version}></eye-ringing>`}
      <div class="scroll" role="tabpanel" aria-label=${TABS[this.tab]}>${this.#body()}</div>
      ${this.#notificationOffer()}`;
  }

  #top() {
    const { session, availability } = this.desk;
    const chosen = AVAILABILITIES.find((each) => each.id === availability) ?? AVAILABILITIES[0];
    return html`
      <header class="top">
        <div class="brand"><eye-logo></eye-logo><div><h1>Eyeline</h1><p title="Account ${session.account}">Account ${session.account}</p></div></div>
        ${this.desk.isAgent ? html`
          <eye-menu label="Availability: ${chosen.label}" look="small" .items=${AVAILABILITIES.map((each) => ({ ...each, checked: each === chosen }))}
            @pick=${(/** @type {CustomEvent} */ event) => this.#tell('availability', { availability: event.detail.id })}>
            <span class="dot ${availability}"></span>${chosen.label}<eye-icon name="chevron-down"></eye-icon></eye-menu>` : nothing}
        <eye-menu class="me" label="${isolated(session.name)}: settings and log-out" look="quiet round" .items=${this.#personalItems()}
          @pick=${(/** @type {CustomEvent} */ event) => this.#tell('personal', event.detail)}>
          <eye-avatar .name=${session.name} .seed=${session.id}></eye-avatar></eye-menu>
      </header>`;
  }

  #personalItems() {
    const { session } = this.desk;
    const { sound } = this.preferred;
    return [
      { id: 'sound', label: sound ? 'Turn ring sound off' : 'Turn ring sound on', icon: sound ? 'volume-x' : 'volume-2' },
      ...(canAskForNotifications() ? [{ id: 'notifications', label: 'Turn on desktop notifications', icon: 'bell' }] : []),
      { id: 'check', label: 'Check camera and connection', hint: 'Before a call', icon: 'list-checks' },
      { id: 'help', label: 'Keyboard', hint: 'Shortcuts and how to move', icon: 'keyboard' },
      { rule: true },
      { id: 'password', label: 'Change password', icon: 'key-round' },
      { id: 'sign-out', label: 'Log out', hint: `${isolated(session.name)}, account ${session.account}`, icon: 'log-out' },
    ];
  }

  // --- lists ------------------------------------------------------------------------------------------------------

  get #offered() {
    return /** @type {(keyof typeof TABS)[]} */ (
      [...(this.desk.isAgent ? ['mine', 'waiting', 'history'] : []), ...(this.desk.isManager ? ['all'] : [])]);
  }

  #tabs() {
    if (this.#offered.length === 1) {
      return html`<h2 class="only">Open in the account</h2>`;
    }
    return html`
      <div class="tabs" role="tablist" aria-label="Which conversations" @keydown=${this.#tabKey}>
        ${this.#offered.map((tab) => html`
          <button role="tab" aria-selected=${tab === this.tab} tabindex=${tab === this.tab ? 0 : -1} @click=${() => this.#tell('tab', { tab })}>
            ${TABS[tab]}${this.#count(tab)}</button>`)}
      </div>`;
  }

  /** @param {string} tab */
  #count(tab) {
    const unread = tab === 'mine';
    const { count, more } = unread ? this.desk.unread : { count: tab === 'waiting' ? this.desk.waiting : 0, more: false };
    return count === 0 ? nothing
      : html`<span class="count ${unread ? 'unread' : ''}">${atLeast(count, more)}<span class="visually-hidden"> ${unread ? 'unread' : 'waiting'}</span></span>`;
  }

  /** @param {KeyboardEvent} event */
  async #tabKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const tabs = this.#offered;
    this.#tell('tab', { tab: tabs[(tabs.indexOf(this.tab) + step + tabs.length) % tabs.length] });
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('[role=tab][aria-selected=true]')).focus();
  }

  #body() {
    if (this.tab === 'waiting' && this.desk.rings.length > 0) {
      return html`<eye-ringing .desk=${this.desk} .version=${this.version}></eye-ringing>`;
    }
    const conversations = this.tab === 'waiting' ? [] : this.desk[this.tab];
    if (conversations.length === 0) {
      return this.#empty();
    }
    const calls = allCalls(this.desk.calls.state).filter(isOpen).map((call) => call.conversationId);
    return html`
      <eye-conversation-list label=${TABS[this.tab]} .conversations=${conversations} .selected=${this.selected} .desk=${this.desk}
        .typingIn=${this.#typingIn()} .callsIn=${calls}></eye-conversation-list>`;
  }

  #empty() {
    if (!this.desk.loaded) {
      return blank('loader-circle', 'Loading', '');
    }
    switch (this.tab) {
      case 'history':
        return blank('archive', 'No history yet', 'Conversations that you had appear here when they are closed.');
      case 'all':
        return blank('messages-square', 'No open conversation', 'Everything that is open in the account appears here, to read.');
      default:
        return this.desk.availability === 'ONLINE' ? this.#quiet() : this.#notOnline();
    }
  }

  #quiet() {
    return this.tab === 'mine'
      ? blank('messages-square', 'No open conversation', 'You are online. The next customer who writes rings here.')
      : blank('inbox', 'Nobody waits', 'When a customer writes, it rings here and in this tab’s title.');
  }

  #notOnline() {
    return blank('bell-off', 'Nothing rings now', 'You are not online, so new conversations ring your colleagues.',
      html`<button class="btn small" @click=${() => this.#tell('availability', { availability: 'ONLINE' })}>Go online</button>`);
  }

  #notificationOffer() {
    if (!this.desk.isAgent || !canAskForNotifications() || this.preferred.askedForNotifications) {
      return nothing;
    }
    return html`
      <aside class="offer" aria-label="Desktop notifications"><eye-icon name="bell"></eye-icon>
        <div>Hear of new customers while you work in another window.
          <div class="row"><button class="btn small" @click=${() => this.#tell('personal', { id: 'notifications' })}>Turn on</button>
            <button class="btn quiet small" @click=${() => this.#tell('prefer', { askedForNotifications: true })}>Not now</button></div></div></aside>`;
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
