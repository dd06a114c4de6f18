import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { allCalls, isElsewhere, isOpen } from '../call/call-store.js';
import { askForNotifications, canAskForNotifications, notifyDesktop } from '../call/desktop-notification.js';
import { Ring } from '../call/ring.js';
import { whoTypes } from '../conversation/conversation-store.js';
import { buttons, notices, reset, scrolling } from '../elements/styles.js';
import { Ticker } from '../elements/ticker.js';
import { consumerOf, visitorName } from './desk.js';
import { prefer, preferences } from './preferences.js';

const AVAILABILITIES = [
  { id: 'ONLINE', label: 'Online', hint: 'New conversations ring', dot: 'ONLINE' },
  { id: 'OCCUPIED', label: 'Busy', hint: 'Nothing new rings, yours go on', dot: 'OCCUPIED' },
  { id: 'AWAY', label: 'Away', hint: 'Nothing new rings', dot: 'AWAY' },
];

const LOST_AFTER_MS = 1_500;

/**
 * The desk of an agent: on the left who waits and what is open, beside it the conversation. Down: `desk`.
 * Up: `sign-out`. Which conversation is shown stands in the address after `#`, so that Back works.
 */
export class EyeDesk extends LitElement {
  static properties = {
    desk: { attribute: false }, version: { state: true }, selected: { state: true }, tab: { state: true },
    asking: { state: true }, helping: { state: true }, preferred: { state: true }, lost: { state: true },
  };

  static styles = [reset, buttons, notices, scrolling, css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) / 21.5rem minmax(0, 1fr);
      height: 100dvh;
      background: var(--color-canvas);
    }
    .banner {
      grid-column: 1 / -1;
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--space-3);
      padding: var(--space-2) var(--space-4);
      background: var(--color-warning-soft);
      color: var(--color-warning-text);
      font-size: var(--text-sm);
      font-weight: var(--weight-medium);
    }
    .banner .btn {
      background: transparent;
      border-color: currentColor;
      color: inherit;
    }
    .list {
      grid-row: 2;
      display: flex;
      flex-direction: column;
      min-height: 0;
      border-right: 1px solid var(--color-line);
    }
    .top {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 4rem;
      padding: var(--space-2) var(--space-3) var(--space-2) var(--space-4);
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
    .rings {
      display: grid;
      gap: var(--space-2);
      padding: 0 var(--space-3) var(--space-3);
    }
    .rings.none {
      display: none;
    }
    .scroll {
      flex: 1;
      min-height: 0;
      padding: 0 var(--space-3) var(--space-4);
    }
    .waiting {
      display: grid;
      gap: var(--space-2);
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
    .blank {
      display: grid;
      justify-items: center;
      gap: var(--space-2);
      padding: var(--space-12) var(--space-5);
      text-align: center;
      color: var(--color-text-soft);
      text-wrap: balance;
    }
    .blank .sign {
      display: grid;
      place-items: center;
      width: 3.5rem;
      height: 3.5rem;
      margin-bottom: var(--space-2);
      border-radius: 50%;
      background: var(--color-sunken);
      color: var(--color-text-faint);
      --icon-size: 1.5rem;
    }
    .blank h2 {
      font-size: var(--text-md);
      color: var(--color-text);
    }
    .blank .btn {
      margin-top: var(--space-3);
    }
    .pane {
      grid-row: 2;
      display: flex;
      flex-direction: column;
      min-width: 0;
      min-height: 0;
      background: var(--color-surface);
    }
    .pane > eye-conversation,
    .welcome {
      flex: 1;
    }
    .welcome {
      align-content: center;
      background: light-dark(#faf9f7, var(--color-surface));
    }
    .welcome .sign {
      width: 4.5rem;
      height: 4.5rem;
      background: var(--color-accent-soft);
      color: var(--color-accent-text);
      --icon-size: 2rem;
    }
    .welcome h2 {
      font-size: var(--text-xl);
    }
    .dock {
      position: fixed;
      z-index: 5;
      left: var(--space-4);
      bottom: var(--space-4);
      width: 18.5rem;
      height: 16rem;
      border-radius: var(--radius-lg);
      overflow: hidden;
      box-shadow: var(--shadow-3);
      color-scheme: dark;
    }
    .dock .btn {
      position: absolute;
      top: var(--space-2);
      right: var(--space-2);
      border-color: transparent;
      background: rgb(10 14 16 / 0.7);
      color: #f3f6f7;
    }
    .docked .scroll {
      padding-bottom: 18rem;
    }
    .keys {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--space-3) var(--space-5);
      align-items: baseline;
      font-size: var(--text-base);
    }
    kbd {
      display: inline-block;
      min-width: 1.5rem;
      padding: 0.0625rem 0.375rem;
      border: 1px solid var(--color-line-strong);
      border-radius: var(--radius-sm);
      background: var(--color-surface);
      color: var(--color-text);
      font: var(--text-xs) / 1.5 var(--font-sans);
      text-align: center;
    }
    .switch {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      margin-top: var(--space-5);
      padding-top: var(--space-4);
      border-top: 1px solid var(--color-line);
      color: var(--color-text);
      cursor: pointer;
    }
    .switch input {
      width: 1.125rem;
      height: 1.125rem;
      margin: 0;
    }

    @media (max-width: 47.49rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      .list {
        border-right: 0;
      }
      .list.behind,
      .pane.behind {
        display: none;
      }
      .dock {
        right: var(--space-4);
        width: auto;
      }
      .pane .rings {
        padding: var(--space-2);
      }
    }
    @media (max-width: 23rem) {
      .top eye-logo {
        display: none;
      }
    }
    @media (min-width: 47.5rem) {
      .pane > .rings {
        display: none;
      }
    }
    @media (min-width: 47.5rem) and (max-width: 64rem) {
      :host {
        grid-template-columns: 18rem minmax(0, 1fr);
      }
      .top eye-logo {
        display: none;
      }
    }
  `];

  #ring = new Ring();
  #listening = new AbortController();
  /** @type {(() => void)[]} */
  #stops = [];
  /** @type {Map<string, () => void>} */
  #shownNotifications = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lostTimer;

  constructor() {
    super();
    /** @type {import('./desk.js').Desk} */
    this.desk = /** @type {any} */ (undefined);
    this.version = 0;
    /** @type {string | undefined} */
    this.selected = undefined;
    this.tab = 'mine';
    /** @type {{ what: 'close' | 'return' | 'sign-out', id?: string } | undefined} */
    this.asking = undefined;
    this.helping = false;
    this.preferred = preferences();
    this.lost = false;
    new Ticker(this, 2_000, () => this.#typingIn().length > 0);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('hashchange', () => this.#readAddress(), { signal });
    window.addEventListener('keydown', (event) => this.#shortcut(event), { signal });
    window.addEventListener('online', () => this.desk.reconnect(), { signal });
    for (const type of ['pointerdown', 'keydown']) {
      window.addEventListener(type, () => this.#ring.unlock(), { signal, passive: true });
    }
    this.#stops = [this.desk.onChange(() => this.#deskChanged()), this.desk.onNews((news) => this.#news(news))];
    this.tab = this.desk.isAgent ? 'mine' : 'all';
    this.#readAddress();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#stops.forEach((stop) => stop());
    this.#ring.stop();
    clearTimeout(this.#lostTimer);
    document.title = 'Eyeline';
  }

  #deskChanged() {
    this.version++;
    this.#followConnection();
  }

  /** A break shorter than a moment is not worth a word. */
  #followConnection() {
    const ready = this.desk.connectionState === 'READY';
    if (ready) {
      clearTimeout(this.#lostTimer);
      this.#lostTimer = undefined;
      if (this.lost) {
        this.lost = false;
        this.#say('Connected again.', 'positive');
      }
    } else {
      this.#lostTimer ??= setTimeout(() => { this.lost = true; }, LOST_AFTER_MS);
    }
  }

  updated() {
    const { rings, unread } = this.desk;
    if (rings.length > 0 && this.preferred.sound) {
      this.#ring.start();
    } else {
      this.#ring.stop();
    }
    const waiting = rings.length > 0 ? `${visitorName(rings[0].consumerId)} is waiting` : 'Eyeline';
    document.title = unread > 0 ? `(${unread}) ${waiting}` : waiting;
    this.#dropOldNotifications();
  }

  #dropOldNotifications() {
    for (const [ringId, drop] of this.#shownNotifications) {
      if (!this.desk.rings.some((each) => each.ringId === ringId)) {
        drop();
        this.#shownNotifications.delete(ringId);
      }
    }
  }

  /** @param {import('./desk.js').DeskNews} news */
  #news(news) {
    switch (news.type) {
      case 'RING_STARTED': {
        const name = visitorName(news.ring.consumerId);
        this.#toasts?.announce(`${name} is waiting.`);
        this.#shownNotifications.set(news.ring.ringId,
          notifyDesktop({ title: `${name} is waiting`, body: 'A new conversation rings in Eyeline.', tag: `ring-${news.ring.ringId}` }));
        break;
      }
      case 'MESSAGE': {
        const name = visitorName(consumerOf(news.conversation));
        notifyDesktop({ title: name, body: news.text, tag: `message-${news.conversation.id}` });
        this.#toasts?.announce(`${name} writes: ${news.text}`);
        break;
      }
      default:
        if (news.conversation.closedBy !== 'AGENT') {
          this.#say(`The conversation with ${visitorName(consumerOf(news.conversation))} was closed.`);
        }
    }
  }

  get #toasts() {
    return /** @type {any} */ (this.renderRoot?.querySelector('eye-toasts'));
  }

  /** @param {string} text @param {string} tone */
  #say(text, tone = 'info') {
    this.#toasts?.say(text, tone);
  }

  // --- the address ------------------------------------------------------------------------------------------------

  #readAddress() {
    this.selected = /^#conversation=([\w-]+)$/.exec(location.hash)?.[1];
  }

  /** @param {string | undefined} id */
  #select(id) {
    if (id !== this.selected) {
      location.hash = id ? `conversation=${id}` : '';
    }
  }

  // --- what it shows ----------------------------------------------------------------------------------------------

  get #shown() {
    return this.desk.conversation(this.selected);
  }

  /** A running call of this page whose conversation is not before the eyes. */
  get #hiddenCall() {
    return allCalls(this.desk.calls.state)
      .find((call) => isOpen(call) && !isElsewhere(call) && this.desk.calls.view(call.callId) && call.conversationId !== this.selected);
  }

  #typingIn() {
    const now = Date.now();
    return this.desk ? this.desk.mine.filter((each) => whoTypes(each, this.desk.me, now).length > 0).map((each) => each.id) : [];
  }

  render() {
    const hidden = this.#hiddenCall;
    return html`
      ${this.lost ? this.#banner() : html`<div></div>`}
      ${this.#list(Boolean(hidden))}
      ${this.#pane()}
      ${hidden ? this.#dock(hidden) : nothing}
      <eye-toasts></eye-toasts>
      ${this.#question()} ${this.#help()}`;
  }

  #banner() {
    return html`
      <div class="banner" role="alert"><eye-icon name="wifi-off"></eye-icon>
        <span>No connection. What you write is kept; we keep trying.</span>
        <button class="btn small" @click=${() => this.desk.reconnect()}>Try now</button></div>`;
  }

  /** @param {boolean} docked */
  #list(docked) {
    return html`
      <nav class="list ${this.#shown ? 'behind' : ''} ${docked ? 'docked' : ''}" aria-label="Conversations">
        ${this.#top()}
        ${this.#tabs()}
        ${this.tab === 'waiting' ? nothing : this.#rings()}
        <div class="scroll" role="tabpanel" aria-label=${this.#tabName(this.tab)}>${this.#listBody()}</div>
        ${docked ? nothing : this.#notificationOffer()}
      </nav>`;
  }

  #top() {
    const { session, availability } = this.desk;
    const chosen = AVAILABILITIES.find((each) => each.id === availability) ?? AVAILABILITIES[0];
    return html`
      <header class="top">
        <div class="brand"><eye-logo></eye-logo><div><h1>Eyeline</h1><p>Account ${session.account}</p></div></div>
        ${this.desk.isAgent ? html`
          <eye-menu label="Availability: ${chosen.label}" look="small" .items=${AVAILABILITIES.map((each) => ({ ...each, checked: each === chosen }))}
            @pick=${this.#availabilityPicked}><span class="dot ${availability}"></span>${chosen.label}<eye-icon name="chevron-down"></eye-icon></eye-menu>` : nothing}
        <eye-menu class="me" label="${session.name}: settings and log-out" look="quiet round" .items=${this.#personalItems()} @pick=${this.#personalPicked}>
          <eye-avatar .name=${session.name} .seed=${session.id}></eye-avatar></eye-menu>
      </header>`;
  }

  #personalItems() {
    const { session } = this.desk;
    const { sound } = this.preferred;
    return [
      { id: 'sound', label: sound ? 'Turn ring sound off' : 'Turn ring sound on', icon: sound ? 'volume-x' : 'volume-2' },
      ...(canAskForNotifications() ? [{ id: 'notifications', label: 'Turn on desktop notifications', icon: 'bell' }] : []),
      { id: 'help', label: 'Keyboard', hint: 'Shortcuts and how to move', icon: 'keyboard' },
      { rule: true },
      { id: 'sign-out', label: 'Log out', hint: `${session.name}, account ${session.account}`, icon: 'log-out' },
    ];
  }

  #tabs() {
    const tabs = [...(this.desk.isAgent ? ['mine', 'waiting', 'history'] : []), ...(this.desk.isManager ? ['all'] : [])];
    return html`
      <div class="tabs" role="tablist" aria-label="Which conversations" @keydown=${this.#tabKey}>
        ${tabs.map((tab) => html`
          <button role="tab" aria-selected=${tab === this.tab} tabindex=${tab === this.tab ? 0 : -1} data-tab=${tab} @click=${() => { this.tab = tab; }}>
            ${this.#tabName(tab)}${this.#tabCount(tab)}</button>`)}
      </div>`;
  }

  /** @param {string} tab */
  #tabName(tab) {
    return { mine: 'Mine', waiting: 'Waiting', history: 'History', all: 'All' }[tab] ?? tab;
  }

  /** @param {string} tab */
  #tabCount(tab) {
    const count = tab === 'waiting' ? this.desk.rings.length : tab === 'mine' ? this.desk.unread : 0;
    return count === 0 ? nothing
      : html`<span class="count ${tab === 'mine' ? 'unread' : ''}">${count}<span class="visually-hidden"> ${tab === 'mine' ? 'unread' : 'waiting'}</span></span>`;
  }

  /** @param {KeyboardEvent} event */
  async #tabKey(event) {
    const tabs = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('[role=tab]')]);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const next = tabs[(tabs.findIndex((each) => each.dataset.tab === this.tab) + step + tabs.length) % tabs.length];
    this.tab = /** @type {string} */ (next.dataset.tab);
    await this.updateComplete;
    next.focus();
  }

  /** The longest wait on top, whatever list is open. */
  #rings() {
    const [first, ...others] = this.desk.rings;
    return html`
      <div class="rings ${first ? '' : 'none'}">
        ${first ? this.#card(first) : nothing}
        ${others.length > 0 ? html`<button class="btn quiet small" @click=${this.#showWaiting}>${others.length} more waiting</button>` : nothing}
      </div>`;
  }

  #showWaiting() {
    this.tab = 'waiting';
    if (matchMedia('(max-width: 47.49rem)').matches) {
      this.#select(undefined);
    }
  }

  /** @param {import('../wire/protocol.js').Ring} ring */
  #card(ring) {
    return html`
      <eye-waiting-card .ring=${ring} .now=${() => this.desk.now()} ?busy=${this.desk.isAccepting(ring.ringId)}
        @accept-ring=${() => this.#accept(ring)} @reject-ring=${() => this.#reject(ring)}></eye-waiting-card>`;
  }

  #listBody() {
    if (this.tab === 'waiting') {
      const { rings } = this.desk;
      return rings.length === 0 ? this.#nothingWaits()
        : html`<div class="waiting">${repeat(rings, (ring) => ring.ringId, (ring) => this.#card(ring))}</div>`;
    }
    const conversations = { mine: this.desk.mine, history: this.desk.history, all: this.desk.all }[this.tab] ?? [];
    if (conversations.length === 0) {
      return this.#blankList();
    }
    const calls = allCalls(this.desk.calls.state).filter(isOpen).map((call) => call.conversationId);
    return html`
      <eye-conversation-list label=${this.#tabName(this.tab)} .conversations=${conversations} .selected=${this.selected} .desk=${this.desk}
        .typingIn=${this.#typingIn()} .callsIn=${calls} @select-conversation=${(/** @type {CustomEvent} */ event) => this.#select(event.detail.id)}></eye-conversation-list>`;
  }

  #nothingWaits() {
    const off = this.desk.availability !== 'ONLINE';
    return off
      ? this.#blank('bell-off', 'Nothing rings now', 'You are not online, so new conversations ring your colleagues.',
        html`<button class="btn small" @click=${() => this.desk.setAvailability('ONLINE')}>Go online</button>`)
      : this.#blank('inbox', 'Nobody waits', 'When a customer writes, it rings here and in this tab’s title.');
  }

  #blankList() {
    if (!this.desk.loaded) {
      return this.#blank('loader-circle', 'Loading', '');
    }
    switch (this.tab) {
      case 'history':
        return this.#blank('archive', 'No history yet', 'Conversations that you had appear here when they are closed.');
      case 'all':
        return this.#blank('messages-square', 'No open conversation', 'Everything that is open in the account appears here, to read.');
      default:
        return this.desk.availability === 'ONLINE'
          ? this.#blank('messages-square', 'No open conversation', 'You are online. The next customer who writes rings here.')
          : this.#nothingWaits();
    }
  }

  /** @param {string} icon @param {string} title @param {string} text @param {unknown} act */
  #blank(icon, title, text, act = nothing) {
    return html`<div class="blank"><span class="sign"><eye-icon name=${icon}></eye-icon></span><h2>${title}</h2><p>${text}</p>${act}</div>`;
  }

  #notificationOffer() {
    if (!this.desk.isAgent || !canAskForNotifications() || this.preferred.askedForNotifications) {
      return html`<div></div>`;
    }
    return html`
      <aside class="offer" aria-label="Desktop notifications"><eye-icon name="bell"></eye-icon>
        <div>Hear of new customers while you work in another window.
          <div class="row"><button class="btn small" @click=${this.#askForNotifications}>Turn on</button>
            <button class="btn quiet small" @click=${() => this.#prefer({ askedForNotifications: true })}>Not now</button></div></div></aside>`;
  }

  #pane() {
    const conversation = this.#shown;
    if (!conversation) {
      return html`<main class="pane behind"><div class="blank welcome">
        <span class="sign"><eye-icon name="messages-square"></eye-icon></span>
        <h2>${this.#greeting()}</h2>
        <p>${this.#nextStep()}</p></div></main>`;
    }
    return html`
      <main class="pane">${this.#rings()}
        <eye-conversation .desk=${this.desk} .conversationId=${conversation.id} .version=${this.version}
          @back=${() => this.#select(undefined)} @problem=${(/** @type {CustomEvent} */ event) => this.#say(event.detail.text, 'danger')}
          @ask-close=${() => { this.asking = { what: 'close', id: conversation.id }; }}
          @ask-return=${() => { this.asking = { what: 'return', id: conversation.id }; }}></eye-conversation>
      </main>`;
  }

  #greeting() {
    const count = this.desk.mine.length;
    if (!this.desk.isAgent) {
      return `${this.desk.all.length} open ${this.desk.all.length === 1 ? 'conversation' : 'conversations'} in the account`;
    }
    return count === 0 ? 'All quiet' : `${count} open ${count === 1 ? 'conversation' : 'conversations'}`;
  }

  #nextStep() {
    if (this.desk.rings.length > 0) {
      return 'Somebody waits: accept on the left.';
    }
    return this.desk.mine.length + this.desk.all.length > 0 ? 'Choose one on the left.' : 'The next customer who writes rings here.';
  }

  /** @param {import('../call/call-store.js').Call} call */
  #dock(call) {
    const conversation = this.desk.conversation(call.conversationId);
    return html`
      <section class="dock" aria-label="The running call">
        <eye-call-stage .call=${call} .view=${this.desk.calls.view(call.callId)} side="AGENT" .now=${() => this.desk.now()}
          .peerName=${visitorName(conversation && consumerOf(conversation))}
          @call-act=${(/** @type {CustomEvent} */ event) => this.desk.calls.act(call.callId, event.detail)}></eye-call-stage>
        <button class="btn small round" aria-label="Back to this conversation" title="Back to this conversation"
          @click=${() => this.#select(call.conversationId)}><eye-icon name="maximize-2"></eye-icon></button>
      </section>`;
  }

  #question() {
    const { asking } = this;
    const words = asking ? QUESTIONS[asking.what] : undefined;
    return html`
      <eye-dialog .open=${Boolean(asking)} heading=${words?.heading ?? ''} @close=${() => { this.asking = undefined; }}>
        ${words?.text}
        <button slot="actions" class="btn" @click=${() => { this.asking = undefined; }}>Cancel</button>
        <button slot="actions" class="btn primary" @click=${this.#answered}>${words?.act}</button>
      </eye-dialog>`;
  }

  #help() {
    return html`
      <eye-dialog wide .open=${this.helping} heading="Keyboard" @close=${() => { this.helping = false; }}>
        <dl class="keys">${KEYS.map(([keys, words]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${words}</dd>`)}</dl>
        <label class="switch"><input type="checkbox" .checked=${this.preferred.keys}
          @change=${(/** @type {any} */ event) => this.#prefer({ keys: event.target.checked })}>Shortcuts are on</label>
      </eye-dialog>`;
  }

  // --- what it does -----------------------------------------------------------------------------------------------

  /** @param {import('../wire/protocol.js').Ring} ring */
  async #accept(ring) {
    const answer = await this.desk.accept(ring.ringId);
    if (answer.ok) {
      this.tab = 'mine';
      this.#select(ring.conversationId);
    } else {
      const taken = answer.reason === 'TAKEN' || answer.code === 404;
      this.#say(taken ? `Another agent was faster: ${visitorName(ring.consumerId)} is in good hands.` : answer.message, taken ? 'info' : 'danger');
    }
  }

  /** @param {import('../wire/protocol.js').Ring} ring */
  async #reject(ring) {
    const answer = await this.desk.reject(ring.ringId);
    if (!answer.ok) {
      this.#say(answer.message, 'danger');
    }
  }

  /** @param {CustomEvent} event */
  async #availabilityPicked({ detail: { id } }) {
    const answer = await this.desk.setAvailability(id);
    if (!answer.ok && answer.reason !== 'OFFLINE') {
      this.#say(answer.message, 'danger');
    }
  }

  /** @param {CustomEvent} event */
  #personalPicked({ detail: { id } }) {
    switch (id) {
      case 'sound':
        this.#prefer({ sound: !this.preferred.sound });
        break;
      case 'notifications':
        this.#askForNotifications();
        break;
      case 'help':
        this.helping = true;
        break;
      default:
        this.#askToSignOut();
    }
  }

  #askToSignOut() {
    if (this.desk.mine.length > 0) {
      this.asking = { what: 'sign-out' };
    } else {
      this.#signOut();
    }
  }

  #signOut() {
    this.dispatchEvent(new CustomEvent('sign-out'));
  }

  async #askForNotifications() {
    const given = await askForNotifications();
    this.#prefer({ askedForNotifications: true });
    this.#say(given ? 'Notifications are on.' : 'The browser does not allow notifications here. Its address bar has the switch.', given ? 'positive' : 'warning');
  }

  /** @param {Partial<import('./preferences.js').Preferences>} change */
  #prefer(change) {
    this.preferred = prefer(change);
  }

  async #answered() {
    const { what, id } = /** @type {any} */ (this.asking);
    this.asking = undefined;
    if (what === 'sign-out') {
      this.#signOut();
      return;
    }
    const answer = what === 'close' ? await this.desk.close(id) : await this.desk.returnToQueue(id);
    if (!answer.ok) {
      this.#say(answer.message, 'danger');
      return;
    }
    this.#say(what === 'close' ? 'Closed. It is in your history.' : 'Returned to the queue.', 'positive');
    if (this.selected === id) {
      this.#select(undefined);
    }
  }

  /** @param {KeyboardEvent} event */
  #shortcut(event) {
    if (!this.preferred.keys || event.ctrlKey || event.metaKey || event.repeat) {
      return;
    }
    const act = event.altKey ? this.#altShortcut(event.code) : event.key === '?' && !isTyping(event) ? () => { this.helping = true; } : undefined;
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** @param {string} code @returns {(() => void) | undefined} */
  #altShortcut(code) {
    switch (code) {
      case 'KeyA':
        return () => this.desk.rings[0] && this.#accept(this.desk.rings[0]);
      case 'KeyR':
        return () => /** @type {any} */ (this.renderRoot.querySelector('eye-conversation'))?.reply();
      case 'ArrowDown':
        return () => this.#step(1);
      case 'ArrowUp':
        return () => this.#step(-1);
      default:
        return undefined;
    }
  }

  /** @param {number} by */
  #step(by) {
    const list = { mine: this.desk.mine, history: this.desk.history, all: this.desk.all }[this.tab] ?? this.desk.mine;
    if (list.length > 0) {
      const at = list.findIndex((each) => each.id === this.selected);
      this.#select(list[at < 0 ? 0 : (at + by + list.length) % list.length].id);
    }
  }
}

const QUESTIONS = {
  close: { heading: 'Close this conversation?', text: 'The customer is told, and a running call ends. You find it in your history.', act: 'Close conversation' },
  return: { heading: 'Return it to the queue?', text: 'It rings for other agents again, and a running call ends.', act: 'Return to the queue' },
  'sign-out': { heading: 'Log out?', text: 'You still have open conversations. Customers there wait until you are back.', act: 'Log out' },
};

/** @type {[string[], string][]} */
const KEYS = [
  [['Alt', 'A'], 'Accept the conversation that waits longest'],
  [['Alt', '↓'], 'Next conversation'],
  [['Alt', '↑'], 'Previous conversation'],
  [['Alt', 'R'], 'Write in the open conversation'],
  [['Enter'], 'Send what you wrote'],
  [['Shift', 'Enter'], 'Begin a new line'],
  [['M'], 'Microphone on or off, while the call has the focus'],
  [['V'], 'Camera on or off, while the call has the focus'],
  [['?'], 'This help'],
];

/** @param {KeyboardEvent} event */
function isTyping(event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  return target.matches?.('input, textarea, select, [contenteditable]') ?? false;
}
