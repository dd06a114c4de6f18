import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { local } from '../browser/storage.js';
import { allCalls, isElsewhere, isOpen, isOurs, isRinging, isRunning, isVideo } from '../call/call-store.js';
import { canCall } from '../call/capability.js';
import { withItsEnd } from '../conversation/call-end.js';
import { callName } from '../conversation/call-line.js';
import { openWish } from '../conversation/call-wish.js';
import { isolated } from '../conversation/isolated.js';
import { notTaken } from '../elements/not-taken.js';
import { buttons, notices, reset } from '../elements/styles.js';
import { historyOf } from './history.js';
import { windowStyles } from './window-styles.js';

/** How an agent is called whose name is not known yet. */
const AGENT = 'Agent';
/** Refusals that have a screen of their own, or whose reason the next state shows. */
const SHOWN_ELSEWHERE = new Set(['BROWSER_NOT_SUPPORTED', 'WRONG_STATE', 'NOT_FOUND', 'OFFLINE']);
/** Ends that are a note above the transcript; the others are a screen of their own. */
const NOTES = new Set(['DECLINED', 'CANCELLED', 'EXPIRED']);
/** Where the focus in a field would bring up a keyboard over half of the window. */
const TOUCH = matchMedia('(pointer: coarse)');
/** The draft of the one thread that a consumer writes into. */
const THREAD = 'message';
/** How long a lost connection is not worth a word. */
const PATIENCE_MS = 2_000;

/**
 * The engagement window: its button while it is closed, and the panel with the conversation and the call.
 *
 * @property {import('./messaging.js').Messaging} messaging
 * @property {import('../call/calls.js').Calls} calls
 * @property {import('../wire/connection.js').Connection} connection
 * @property {import('../drafts/drafts.js').Drafts} drafts
 * @property {import('./window-settings.js').WindowSettings} settings
 * @property {boolean} open
 * @property {string} account
 * @property {boolean} embedded it can be closed
 * Says `open-changed` with `{ open }`, and `shown` after each change, with `{ size, unread, ringing }`.
 */
export class EyeWindow extends LitElement {
  static properties = {
    account: {}, open: { type: Boolean }, embedded: { type: Boolean },
    answered: { state: true }, asksToClose: { state: true }, chatBeside: { state: true }, refused: { state: true },
    late: { state: true },
  };

  #offlineTimer;
  #tick;
  #focused = '';

  constructor() {
    super();
    this.account = '';
    this.open = false;
    this.embedded = true;
    this.answered = '';
    this.asksToClose = false;
    this.chatBeside = false;
    this.refused = '';
    this.late = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#tick = setInterval(() => { if (this.messaging.open) this.requestUpdate(); }, 2_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  /** The socket came or went. @param {import('../wire/connection.js').ConnectionState} state */
  connectionChanged(state) {
    if (state === 'READY') {
      clearTimeout(this.#offlineTimer);
      this.#offlineTimer = undefined;
      this.late = false;
    } else {
      this.#offlineTimer ??= setTimeout(() => { this.late = true; }, PATIENCE_MS);
    }
    this.requestUpdate();
  }

  /** Something new is to be shown. */
  refresh() { this.requestUpdate(); }

  get #now() { return () => this.connection.serverNow(); }

  /** The call that this window has to show: an open one before one that ended here. */
  get #call() {
    const calls = allCalls(this.calls.state);
    const ended = calls.findLast(call => !isElsewhere(call));
    return calls.find(isOpen) ?? (ended && withItsEnd(ended, this.messaging.all.find(({ id }) => id === ended.conversationId)));
  }

  /** What stands in the panel. */
  get #scene() {
    const call = this.#call;
    if (!call) return 'CHAT';
    if (!isOpen(call)) return NOTES.has(call.cause) && !call.errorId ? 'CHAT' : 'ENDED';
    if (isRinging(call)) return 'INVITED';
    if (!isOurs(call) || !this.calls.view(call.callId)) return 'CHAT';
    return this.calls.view(call.callId).phase === 'EXPLAINING' ? 'EXPLAINING' : 'CALL';
  }

  get #agentName() {
    const { agentId, open } = this.messaging;
    const participant = open?.participants.find(({ id }) => id === agentId);
    return participant?.name ?? allCalls(this.calls.state).findLast(call => call.conversationId === open?.id)?.agentName ?? '';
  }

  render() {
    if (!this.messaging) return nothing;
    const scene = this.#scene;
    // the live region stands before there is something to say: many screen readers hear only what changes in it
    return html`<p class="visually-hidden" role="status">${this.open ? this.#announced(scene) : nothing}</p>
      ${this.open ? this.#panel(scene) : html`<main><eye-launcher .unread=${this.messaging.unread}
        @open=${() => this.#setOpen(true)}></eye-launcher></main>`}`;
  }

  #panel(scene) {
    return html`
      <main class="panel ${scene}" ?data-chat=${this.chatBeside} @call-act=${this.#callAct} @call-read=${this.#callRead}>
        ${this.#header(scene)}
        <div class="notices">${this.#banners(scene)}</div>
        <div class="body">
          ${scene === 'CHAT' ? nothing : html`<div class="scene">${this.#callScene(scene)}</div>`}
          ${scene === 'CHAT' || scene === 'CALL' ? this.#chat(scene) : nothing}
        </div>
      </main>
      ${this.#closeQuestion()}`;
  }

  /** What comes by itself and wants an answer, for who cannot see it. */
  #announced(scene) {
    if (scene === 'INVITED') return `${isolated(this.#call.agentName)} asks you to answer a ${callName(this.#call.mode).toLowerCase()} in this window.`;
    return scene === 'EXPLAINING' ? 'The call waits for your answer in this window.' : '';
  }

  #header(scene) {
    const agent = this.#agentName;
    const title = this.messaging.agentId ? agent || AGENT : 'Messages';
    return html`
      <header>
        ${this.messaging.agentId
          ? html`<eye-avatar name=${agent || AGENT} seed=${agent || AGENT}></eye-avatar>`
          : html`<span class="sign"><eye-icon name="messages-square"></eye-icon></span>`}
        <div class="title"><h1 dir="auto" title=${title}>${title}</h1><p>${this.#headline(scene)}</p></div>
        ${scene === 'CALL' ? this.#chatButton() : nothing}
        ${scene === 'CHAT' && this.messaging.open ? html`<button type="button" class="btn quiet round small"
          aria-label="End the conversation" title="End the conversation" @click=${() => { this.asksToClose = true; }}>
          <eye-icon name="circle-check"></eye-icon></button>` : nothing}
        ${this.embedded && (scene === 'CHAT' || scene === 'ENDED') ? html`<button type="button" class="btn quiet round small"
          aria-label="Close the window" title="Close the window" @click=${() => this.#setOpen(false)}>
          <eye-icon name="x"></eye-icon></button>` : nothing}
      </header>`;
  }

  #chatButton() {
    const unread = this.messaging.unread;
    return html`<button type="button" class="btn quiet small chat-button" aria-pressed=${this.chatBeside}
      @click=${() => { this.chatBeside = !this.chatBeside; }}>
      <eye-icon name="message-square"></eye-icon>${unread && !this.chatBeside ? `Messages (${unread})` : 'Messages'}</button>`;
  }

  #headline(scene) {
    if (!this.messaging.known) return 'Connecting…';
    if (scene === 'INVITED') return 'is calling';
    if (scene === 'CALL' || scene === 'EXPLAINING') return callName(this.#call.mode);
    if (this.messaging.agentId) return 'is here for you';
    return this.messaging.open ? 'Somebody will be with you soon' : 'We are here for you';
  }

  #callScene(scene) {
    const call = this.#call;
    switch (scene) {
      case 'INVITED': return html`<eye-invitation .call=${call} .wording=${this.settings.now} .now=${this.#now} ?answered=${this.answered === call.callId}></eye-invitation>`;
      case 'EXPLAINING': return html`<eye-permission .camera=${this.calls.view(call.callId).asksCamera} peerName=${call.agentName}></eye-permission>`;
      case 'CALL': return html`<eye-call-stage .call=${call} .view=${this.calls.view(call.callId)} side="CONSUMER"
        peerName=${call.agentName} .now=${this.#now}></eye-call-stage>`;
      default: return html`<eye-call-status .call=${call} side="CONSUMER" peerName=${call.agentName}
        .failure=${this.calls.failure(call.callId)}></eye-call-status>`;
    }
  }

  #chat(scene) {
    const { messaging } = this;
    const typing = messaging.agentTypes(this.connection.serverNow()) ? [this.#agentName || AGENT] : [];
    return html`
      <section class="chat" aria-label="Conversation">
        <eye-transcript label="Messages" .wording=${this.settings.now} .items=${historyOf(messaging)} .names=${this.#names()} .typing=${typing}
          .older=${messaging.older} @older=${() => messaging.loadOlder()} @at-end=${this.refresh} @resend=${({ detail }) => messaging.resend(detail.key)}
          @discard=${({ detail }) => messaging.discard(detail.key)}>${this.#empty()}</eye-transcript>
        <footer>${scene === 'CHAT' ? this.#wish() : nothing}${notTaken(messaging.refusal)}${messaging.closed ? this.#startNew() : html`<eye-composer .text=${live(this.drafts.read(THREAD) ?? '')}
          @send=${this.#sent} @typed=${this.#typed}></eye-composer>`}</footer>
      </section>`;
  }

  #typed({ detail: { text } }) {
    this.drafts.write(THREAD, text);
    this.messaging.typed(text !== '');
  }

  #sent({ detail: { text } }) {
    this.drafts.drop(THREAD);
    this.messaging.send(text);
  }

  #names() {
    const { agentId } = this.messaging;
    const names = this.messaging.all.flatMap(({ participants }) => participants).map(({ id, name }) => [id, name ?? '']);
    return { ...Object.fromEntries(names), ...(agentId && { [agentId]: this.#agentName }) };
  }

  #empty() {
    return html`
      <div class="empty">
        <span class="sign large"><eye-icon name="messages-square"></eye-icon></span>
        <h2>Hello. How can we help?</h2>
        <p>Write to us below. Somebody from our team answers right here, and can also call you in this window.</p>
        <p class="check"><a href="../check/?account=${encodeURIComponent(this.account)}${window.top === window ? '' : '&tagged'}" target="_blank" rel="noopener">Check microphone, camera and connection</a></p>
      </div>`;
  }

  /** A call can be asked for where the account wants that, and none is open. */
  #wish() {
    const { settings: { now: set }, messaging: { open } } = this;
    if (!open || !set?.consumerMayAsk || !(set.voice || set.video) || !canCall() || allCalls(this.calls.state).some(isOpen)) return nothing;
    return html`<eye-call-wish ?voice=${set.voice} ?video=${set.video} .wish=${openWish(open.events)} .now=${this.#now}
      @ask=${({ detail }) => this.#ask(detail.mode)}></eye-call-wish>`;
  }

  #startNew() {
    return html`<div class="start"><p>You can still read everything above.</p>
      <button type="button" class="btn primary" @click=${this.#startAgain}>Start a new conversation</button></div>`;
  }

  #banners(scene) {
    const call = scene === 'CHAT' ? this.#call : undefined;
    const note = call && !isOpen(call);
    return html`
      ${this.late ? html`<p class="notice warning" role="status"><eye-icon name="wifi-off"></eye-icon>
        No connection. Reconnecting…${scene === 'CHAT' ? ' What you write is sent afterwards.' : ''}</p>` : nothing}
      ${scene === 'CHAT' && !local.kept ? html`<p class="notice info" role="status"><eye-icon name="info"></eye-icon>
        This browser keeps nothing: after a reload, or on another page, the conversation starts anew.</p>` : nothing}
      ${call && isRunning(call) ? html`<p class="notice info" role="status"><eye-icon name="app-window"></eye-icon>
        Your ${callName(call.mode).toLowerCase()} with <bdi>${call.agentName}</bdi> is in another tab.</p>` : nothing}
      ${this.refused ? html`<p class="notice warning" role="alert"><eye-icon name="circle-alert"></eye-icon>${this.refused}</p>` : nothing}
      ${note ? html`<eye-call-status compact .call=${call} side="CONSUMER" peerName=${call.agentName}></eye-call-status>` : nothing}`;
  }

  #closeQuestion() {
    return html`
      <eye-dialog heading="End this conversation?" ?open=${this.asksToClose} @close=${() => { this.asksToClose = false; }}>
        <p>You can still read it here, and start a new one at any time.</p>
        <button slot="actions" type="button" class="btn" @click=${() => { this.asksToClose = false; }}>Keep it open</button>
        <button slot="actions" type="button" class="btn primary" @click=${this.#endConversation}>End conversation</button>
      </eye-dialog>`;
  }

  updated() {
    const scene = this.#scene;
    if (this.open) this.#follow(scene);
    const size = !this.open ? 'CLOSED' : scene === 'CALL' && isVideo(this.#call) ? 'CALL' : 'OPEN';
    const detail = { size, unread: this.messaging.unread, ringing: scene === 'INVITED' ? this.#call : undefined };
    this.dispatchEvent(new CustomEvent('shown', { detail }));
    this.#readWhatIsSeen(scene);
  }

  #readWhatIsSeen(scene) {
    const seen = this.open && document.visibilityState === 'visible' && (scene === 'CHAT' || (scene === 'CALL' && this.#chatShown()));
    if (seen && this.renderRoot.querySelector('eye-transcript')?.atEnd) this.messaging.read();
  }

  #chatShown() { return this.renderRoot.querySelector('.chat')?.checkVisibility(); }

  /**
   * Each new scene is announced by the focus going to it, where the person is in the window already. The keyboard of somebody who
   * is in the page around it stays there: the live region says what has come.
   */
  async #follow(scene) {
    if (this.#focused === scene) return;
    this.#focused = scene;
    await this.updateComplete;
    const target = { CHAT: 'eye-composer', INVITED: 'eye-invitation', EXPLAINING: 'eye-permission', CALL: 'eye-call-stage' }[scene];
    const element = this.renderRoot.querySelector(target ?? 'eye-call-status');
    await element?.updateComplete;
    if (document.hasFocus() && !(scene === 'CHAT' && TOUCH.matches)) element?.focus();
  }

  async #callAct({ detail: act }) {
    const { callId } = this.#call;
    this.answered = callId;
    const answer = await this.calls.act(callId, act);
    this.answered = '';
    this.refused = answer && !answer.ok && !SHOWN_ELSEWHERE.has(answer.reason) ? answer.message : '';
  }

  async #ask(mode) {
    const answer = await this.calls.ask(this.messaging.open.id, mode);
    this.refused = answer.ok || answer.reason === 'OFFLINE' ? '' : answer.message;
    if (answer.reason === 'SWITCHED_OFF') this.settings.load();
    if (!TOUCH.matches) this.#focusWithin('eye-composer'); // the button is gone
  }

  #callRead() {
    allCalls(this.calls.state).filter(call => !isOpen(call)).forEach(call => this.calls.forget(call.callId));
  }

  async #endConversation() {
    this.asksToClose = false;
    const answer = await this.messaging.close();
    this.refused = answer.ok ? '' : answer.message;
  }

  #startAgain() {
    this.messaging.startNew();
    this.updateComplete.then(() => this.#focusWithin('eye-composer'));
  }

  /** Where the person is in the window already. */
  #focusWithin(selector) {
    if (document.hasFocus()) this.renderRoot.querySelector(selector)?.focus();
  }

  #setOpen(open) {
    this.#focused = '';
    this.open = open;
    this.dispatchEvent(new CustomEvent('open-changed', { detail: { open } }));
    if (!open) this.updateComplete.then(() => this.#focusWithin('eye-launcher'));
  }

  static styles = [reset, buttons, notices, windowStyles];
}
