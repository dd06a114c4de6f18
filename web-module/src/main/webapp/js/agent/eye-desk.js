import { LitElement, html, nothing } from 'lit';
import { allCalls, isElsewhere, isOpen } from '../call/call-store.js';
import { askForNotifications } from '../call/desktop-notification.js';
import { isolated } from '../conversation/isolated.js';
import { buttons, reset } from '../elements/styles.js';
import { Attention } from './attention.js';
import { blank, blankStyles } from '../elements/blank.js';
import { deskStyles } from './desk-styles.js';
import { consumerOf, visitorName } from './desk.js';
import { DeskTeller } from './desk-teller.js';
import { questionBefore } from './leaving.js';
import { prefer, preferences } from './preferences.js';
import { shortcut } from './shortcuts.js';

/** A break shorter than this is not worth a word. */
const LOST_AFTER_MS = 1_500;

/** Below this width the list and the conversation take turns. */
const ONE_PANE = '(max-width: 47.49rem)';

/**
 * The desk of an agent: on the left who waits and what is open, beside it the conversation. Down: `desk`.
 * Up: `sign-out`. Which conversation is shown stands in the address after `#`, so that Back works.
 */
export class EyeDesk extends LitElement {
  static properties = {
    desk: { attribute: false }, version: { state: true }, selected: { state: true }, tab: { state: true },
    asking: { state: true }, checking: { state: true }, helping: { state: true }, changing: { state: true }, preferred: { state: true }, lost: { state: true },
  };

  static styles = [reset, buttons, blankStyles, deskStyles];

  #listening = new AbortController();
  /** @type {Attention} */
  #attention = /** @type {any} */ (undefined);
  /** @type {(() => void)[]} */
  #stops = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lostTimer;
  /** Whether a change of the conversation moves the focus; what a page begins with does not. */
  #moves = false;
  /** @type {DeskTeller} */
  #teller = /** @type {any} */ (undefined);

  constructor() {
    super();
    /** @type {import('./desk.js').Desk} */
    this.desk = /** @type {any} */ (undefined);
    this.version = 0;
    /** @type {string | undefined} */
    this.selected = undefined;
    this.tab = 'mine';
    /** @type {{ what: import('./eye-desk-question.js').Question, id?: string } | undefined} */
    this.asking = undefined;
    this.checking = false;
    this.helping = false;
    this.changing = false;
    this.preferred = preferences();
    this.lost = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    this.#attention = new Attention(this.desk);
    this.#teller = new DeskTeller(this.desk, {
      say: (text) => this.#say(text), announce: (text) => this.#toasts?.announce(text),
    });
    const { signal } = this.#listening;
    window.addEventListener('hashchange', () => this.#readAddress(), { signal });
    window.addEventListener('keydown', (event) => this.preferred.keys && shortcut(event, this.#acts), { signal });
    window.addEventListener('online', () => this.desk.reconnect(), { signal });
    for (const type of ['pointerdown', 'keydown']) {
      window.addEventListener(type, () => this.#attention.unlock(), { signal, passive: true });
    }
    this.#stops = [this.desk.onChange(() => this.#deskChanged()), this.desk.onNews((news) => {
      this.#attention.notify(news);
      this.#teller.news(news, this.selected);
    })];
    this.tab = this.desk.isAgent ? 'mine' : 'all';
    this.#readAddress();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#stops.forEach((stop) => stop());
    this.#attention.stop();
    clearTimeout(this.#lostTimer);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    this.#attention.follow(this.preferred.sound);
    if (changed.has('selected') && this.#moves) {
      this.#moveFocus();
    }
    this.#moves = true;
  }

  /** Where one has to read or write next. */
  async #moveFocus() {
    const conversation = /** @type {any} */ (this.renderRoot.querySelector('eye-conversation'));
    await conversation?.updateComplete;
    if (!conversation) {
      /** @type {any} */ (this.renderRoot.querySelector('eye-sidebar')).focus();
    } else if (matchMedia(ONE_PANE).matches) {
      conversation.enter();
    } else {
      conversation.reply();
    }
  }

  #deskChanged() {
    this.version++;
    this.#teller.calls(this.selected);
    if (this.desk.connectionState !== 'READY') {
      this.#lostTimer ??= setTimeout(() => { this.lost = true; }, LOST_AFTER_MS);
      return;
    }
    clearTimeout(this.#lostTimer);
    this.#lostTimer = undefined;
    if (this.lost) {
      this.lost = false;
      this.#say('Connected again.', 'positive');
    }
  }

  get #toasts() {
    return /** @type {any} */ (this.renderRoot?.querySelector('eye-toasts'));
  }

  /** @param {string} text @param {string} tone */
  #say(text, tone = 'info') {
    this.#toasts?.say(text, tone);
  }

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

  /** A running call of this page whose conversation is not before the eyes. */
  get #hiddenCall() {
    return allCalls(this.desk.calls.state)
      .find((call) => isOpen(call) && !isElsewhere(call) && this.desk.calls.view(call.callId) && call.conversationId !== this.selected);
  }

  render() {
    const hidden = this.#hiddenCall;
    const conversation = this.desk.conversation(this.selected);
    return html`
      ${this.lost ? this.#banner() : html`<div></div>`}
      <nav class="${conversation ? 'behind' : ''} ${hidden ? 'docked' : ''}" aria-label="Conversations" @accept-ring=${this.#accepted}
        @reject-ring=${this.#rejected} @show-waiting=${this.#showWaiting}>
        <eye-sidebar .desk=${this.desk} .version=${this.version} .tab=${this.tab} .selected=${this.selected} .preferred=${this.preferred}
          @tab=${(/** @type {CustomEvent} */ event) => { this.tab = event.detail.tab; }}
          @select-conversation=${(/** @type {CustomEvent} */ event) => this.#select(event.detail.id)}
          @availability=${(/** @type {CustomEvent} */ event) => this.#setAvailability(event.detail.availability)}
          @personal=${(/** @type {CustomEvent} */ event) => this.#personal(event.detail.id)}
          @prefer=${(/** @type {CustomEvent} */ event) => this.#prefer(event.detail)}></eye-sidebar>
      </nav>
      ${conversation ? this.#conversation(conversation, Boolean(hidden)) : this.#welcome()}
      ${hidden ? this.#dock(hidden) : nothing}
      <eye-toasts></eye-toasts>
      <eye-desk-question .what=${this.asking?.what} .unsent=${this.#isUnsent} @close=${() => { this.asking = undefined; }} @answer=${this.#answered}></eye-desk-question>
      <eye-key-help .open=${this.helping} .on=${this.preferred.keys} @close=${() => { this.helping = false; }}
        @keys=${(/** @type {CustomEvent} */ event) => this.#prefer({ keys: event.detail.on })}></eye-key-help>
      <eye-check-dialog .open=${this.checking} .desk=${this.desk} @close=${() => { this.checking = false; }}></eye-check-dialog>
      <eye-change-password .open=${this.changing} .session=${this.desk.session} @close=${() => { this.changing = false; }}
        @changed=${this.#passwordChanged}></eye-change-password>`;
  }

  /** Whether the question is about a text that is not sent. */
  get #isUnsent() {
    const { names } = this.desk.drafts;
    return this.asking?.id === undefined ? names.length > 0 : names.includes(this.asking.id);
  }

  #banner() {
    return html`
      <div class="banner" role="alert"><eye-icon name="wifi-off"></eye-icon>
        <span>No connection. What you write is kept; we keep trying.</span>
        <button class="btn small" @click=${() => this.desk.reconnect()}>Try now</button></div>`;
  }

  /** @param {import('./desk.js').Conversation} conversation @param {boolean} docked a call stands before it in a corner */
  #conversation({ id }, docked) {
    return html`
      <main class=${docked ? 'docked' : ''} @accept-ring=${this.#accepted} @reject-ring=${this.#rejected} @show-waiting=${this.#showWaiting}>
        <eye-ringing first .desk=${this.desk} .version=${this.version}></eye-ringing>
        <eye-conversation .desk=${this.desk} .conversationId=${id} .version=${this.version} @back=${() => this.#select(undefined)}
          @problem=${(/** @type {CustomEvent} */ event) => this.#say(event.detail.text, 'danger')}
          @ask-close=${() => { this.asking = { what: 'close', id }; }}
          @ask-return=${() => { this.asking = { what: 'return', id }; }}></eye-conversation>
      </main>`;
  }

  #welcome() {
    return html`<main class="behind"><div class="welcome">${blank('messages-square', this.#greeting(), this.#nextStep())}</div></main>`;
  }

  #greeting() {
    const count = this.desk.isAgent ? this.desk.mine.length : this.desk.all.length;
    return count === 0 ? 'All quiet' : `${count} open ${count === 1 ? 'conversation' : 'conversations'}`;
  }

  #nextStep() {
    if (this.desk.rings.length > 0) {
      return 'Somebody waits: accept on the left.';
    }
    const some = this.desk.mine.length + this.desk.all.length > 0;
    return some ? 'Choose one on the left.' : this.desk.isAgent ? 'The next customer who writes rings here.' : 'Nothing is open in the account.';
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

  // --- what it does -----------------------------------------------------------------------------------------------

  /** @param {CustomEvent} event */
  #accepted({ detail: { ringId } }) {
    return this.#accept(ringId);
  }

  /** @param {string} ringId */
  async #accept(ringId) {
    const ring = this.desk.rings.find((each) => each.ringId === ringId);
    const answer = await this.desk.accept(ringId);
    if (answer.ok) {
      this.tab = 'mine';
      this.#select(ring?.conversationId);
    } else if (answer.reason === 'TAKEN' || answer.code === 404) {
      this.#say(`Another agent was faster: ${isolated(visitorName(ring?.consumerId))} is in good hands.`);
    } else {
      this.#say(answer.message, 'danger');
    }
  }

  /** @param {CustomEvent} event */
  async #rejected({ detail: { ringId } }) {
    this.#sayRefusal(await this.desk.reject(ringId));
  }

  #showWaiting() {
    this.tab = 'waiting';
    if (matchMedia(ONE_PANE).matches) {
      this.#select(undefined);
    }
  }

  /** @param {import('./desk.js').AvailabilityName} availability */
  async #setAvailability(availability) {
    const answer = await this.desk.setAvailability(availability);
    if (!answer.ok && answer.reason !== 'OFFLINE') {
      this.#say(answer.message, 'danger');
    }
  }

  /** @param {string} id */
  #personal(id) {
    switch (id) {
      case 'sound':
        return this.#prefer({ sound: !this.preferred.sound });
      case 'notifications':
        return this.#askForNotifications();
      case 'check':
        this.checking = true;
        return undefined;
      case 'help':
        this.helping = true;
        return undefined;
      case 'password':
        this.changing = true;
        return undefined;
      default:
        return this.#askToSignOut();
    }
  }

  #passwordChanged() {
    this.changing = false;
    this.#say('Your password is changed. Everywhere else you are logged out.', 'positive');
  }

  #askToSignOut() {
    const what = questionBefore(this.desk);
    if (what) {
      this.asking = { what };
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
    if (what === 'unsent' || what.startsWith('sign-out')) {
      this.#signOut();
      return;
    }
    const answer = what === 'close' ? await this.desk.close(id) : await this.desk.returnToQueue(id);
    if (!this.#sayRefusal(answer)) {
      this.#say(what === 'close' ? 'Closed. It is in your history.' : 'Returned to the queue.', 'positive');
      this.#select(undefined);
    }
  }

  /** @param {import('../wire/connection.js').Answer | import('../wire/connection.js').Refusal} answer @returns {boolean} whether it was one */
  #sayRefusal(answer) {
    if (!answer.ok) {
      this.#say(answer.message, 'danger');
    }
    return !answer.ok;
  }

  /** What the keys do. @type {import('./shortcuts.js').ShortcutActs} */
  #acts = {
    help: () => { this.helping = true; },
    accept: () => this.desk.longestRinging && this.#accept(this.desk.longestRinging.ringId),
    reply: () => /** @type {any} */ (this.renderRoot.querySelector('eye-conversation'))?.reply(),
    step: (by) => this.#step(by),
  };

  /** @param {number} by */
  #step(by) {
    const list = this.tab === 'history' ? this.desk.history : this.tab === 'all' ? this.desk.all : this.desk.mine;
    if (list.length > 0) {
      const at = list.findIndex((each) => each.id === this.selected);
      this.#select(list[at < 0 ? 0 : (at + by + list.length) % list.length].id);
    }
  }
}
