import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { callOf, isElsewhere, isOpen, isRinging } from '../call/call-store.js';
import { canCall } from '../call/capability.js';
import { withItsEnd } from '../conversation/call-end.js';
import { callName } from '../conversation/call-line.js';
import { openWish } from '../conversation/call-wish.js';
import { whoTypes } from '../conversation/conversation-store.js';
import { isolated } from '../conversation/isolated.js';
import { transcriptOf } from '../conversation/transcript.js';
import { describeFailure } from '../elements/call-words.js';
import { notTaken } from '../elements/not-taken.js';
import { buttons, notices, reset } from '../elements/styles.js';
import { Ticker } from '../elements/ticker.js';
import { conversationStyles } from './conversation-styles.js';
import { consumerOf, visitorName } from './desk.js';

/** How long the end of a call that went as it should stays on the screen; the transcript keeps it. */
const ENDED_MS = 8_000;

/** From this width on the call stands beside the transcript. */
const WIDE_PX = 760;

/** From this width on there is room for the details while no call runs. */
const DETAILS_PX = 960;

/** Below this width the buttons of the head are icons. */
const COMPACT_PX = 620;

/**
 * One conversation: its head with the invitations, the call, the transcript, the composer. Down: `desk`, `conversationId`, `version` (counts changes of the desk).
 * Up: `back`, `problem` with `{ text }`, `ask-close` and `ask-return` with `{ id }`.
 */
export class EyeConversation extends LitElement {
  static properties = {
    desk: { attribute: false }, conversationId: { attribute: false }, version: { attribute: false },
    width: { state: true }, inviting: { state: true }, expanded: { state: true }, searching: { state: true },
  };

  static styles = [reset, buttons, notices, conversationStyles];

  /** Wishes that this agent put aside, by conversation. @type {Map<string, number>} */
  #dismissed = new Map();
  /** The ended call that leaves the screen by itself. @type {string | undefined} */
  #dropping;
  #listening = new AbortController();
  /** The message that somebody wants to see, until it is there. @type {string | undefined} */
  #wanted;

  constructor() {
    super();
    /** @type {import('./desk.js').Desk} */
    this.desk = /** @type {any} */ (undefined);
    /** @type {string} */
    this.conversationId = '';
    this.version = 0;
    this.width = 800;
    /** @type {string | undefined} */
    this.inviting = undefined;
    this.expanded = false;
    this.searching = false;
    this.measured = new ResizeObserver(([entry]) => { this.width = entry.contentRect.width; });
    new Ticker(this, 2_000, () => this.#typing.length > 0);
  }

  connectedCallback() {
    super.connectedCallback();
    this.measured.observe(this);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('visibilitychange', () => this.#seen(), { signal });
    window.addEventListener('focus', () => this.#seen(), { signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.measured.disconnect();
    this.#listening.abort();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('conversationId')) {
      this.expanded = false;
      this.inviting = undefined;
      this.searching = false;
      this.#wanted = undefined;
      this.desk.follow(this.conversationId);
    }
    if (!this.#call || !isOpen(this.#call)) {
      this.expanded = false;
    }
  }

  updated() {
    this.#seen();
    this.#dropEnded();
    this.#showWanted();
  }

  #dropEnded() {
    const call = this.#call;
    if (!call || isOpen(call) || call.errorId || !['HUNG_UP', 'CANCELLED'].includes(call.cause ?? '') || this.#dropping === call.callId) {
      return;
    }
    this.#dropping = call.callId;
    setTimeout(() => this.desk.calls.forget(call.callId), ENDED_MS);
  }

  /** Puts the cursor into the composer; where there is none, on the name. */
  reply() {
    const composer = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('eye-composer'));
    if (composer) {
      composer.focus();
    } else {
      this.enter();
    }
  }

  /** Puts the focus on the name, so that a screen reader says where one is and no keyboard pops up. */
  enter() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('eye-conversation-head'))?.focus();
  }

  // --- what it shows ----------------------------------------------------------------------------------------------

  get #conversation() {
    return this.desk?.conversation(this.conversationId);
  }

  get #call() {
    const call = callOf(this.desk.calls.state, this.conversationId);
    return call && withItsEnd(call, this.#conversation);
  }

  /** What the server allows, unless this browser cannot do it. */
  get #rights() {
    const rights = this.desk.calls.state.rights[this.conversationId];
    return canCall() || !rights ? rights : { ...rights, voice: UNABLE, video: UNABLE };
  }

  get #typing() {
    const conversation = this.#conversation;
    return conversation ? whoTypes(conversation, this.desk.me, this.desk.now()) : [];
  }

  get #name() {
    const conversation = this.#conversation;
    return visitorName(conversation && consumerOf(conversation));
  }

  render() {
    const conversation = this.#conversation;
    if (!conversation) {
      return nothing;
    }
    const call = this.#call;
    const staged = call && (isOpen(call) ? !isElsewhere(call) && this.desk.isMine(conversation) : this.#isWide);
    const details = !staged && this.width >= DETAILS_PX;
    const classes = [this.#isWide ? 'wide' : 'narrow', staged ? 'call' : '', details ? 'details' : '', this.expanded ? 'expanded' : ''];
    return html`
      <eye-conversation-head .conversation=${conversation} .name=${this.#name} .mine=${this.desk.isMine(conversation)}
        .presence=${this.desk.presenceOf(conversation)} .rights=${this.#rights} .busy=${this.inviting} ?compact=${this.width < COMPACT_PX}
        @back=${() => this.#tell('back')} @invite=${this.#invited} @pick=${this.#picked} @search=${this.#search}></eye-conversation-head>
      <div class="body ${classes.join(' ')}">
        <div class="talk"><div class="top">${this.#strip(call, Boolean(staged))} ${this.#searchBar(conversation)}</div> ${this.#transcript(conversation)} ${this.#foot(conversation)}</div>
        ${staged ? html`<div class="aside">${this.#stage(call)}</div>` : nothing}
        ${details ? html`<aside class="aside" aria-label="Details"><eye-details .conversation=${conversation} presence=${this.desk.presenceOf(conversation) ?? nothing}></eye-details></aside>` : nothing}
      </div>`;
  }

  get #isWide() {
    return this.width >= WIDE_PX;
  }

  /** What the call says when it has no stage of its own here. @param {import('../call/call-store.js').Call | undefined} call @param {boolean} staged */
  #strip(call, staged) {
    if (!call || staged) {
      return nothing;
    }
    if (!isOpen(call)) {
      return html`<eye-call-status compact .call=${call} .failure=${this.desk.calls.view(call.callId)?.failure} side="AGENT"
        .peerName=${this.#name} @call-read=${() => this.desk.calls.forget(call.callId)}></eye-call-status>`;
    }
    const where = isElsewhere(call) ? 'The call is in another tab.' : 'Another agent has this call.';
    return html`<div class="strip" role="status"><eye-icon name="app-window"></eye-icon><span>${where}</span></div>`;
  }

  /** @param {import('../call/call-store.js').Call} call */
  #stage(call) {
    const view = this.desk.calls.view(call.callId);
    if (!isOpen(call)) {
      return html`<eye-call-status .call=${call} .failure=${view?.failure} side="AGENT" .peerName=${this.#name}
        @call-read=${() => this.desk.calls.forget(call.callId)}></eye-call-status>`;
    }
    return html`
      <div class="stagebox">
        <eye-call-stage .call=${call} .view=${view} side="AGENT" .peerName=${this.#name} .now=${() => this.desk.now()}
          @call-act=${(/** @type {CustomEvent} */ event) => this.#act(call.callId, event.detail)}></eye-call-stage>
        ${isRinging(call) ? nothing : html`
          <button class="btn small round resize" aria-label=${this.expanded ? 'Show the transcript' : 'Show the call alone'}
            title=${this.expanded ? 'Show the transcript' : 'Show the call alone'} @click=${() => { this.expanded = !this.expanded; }}>
            <eye-icon name=${this.expanded ? 'minimize-2' : 'maximize-2'}></eye-icon></button>`}
      </div>`;
  }

  /** @param {import('./desk.js').Conversation} conversation */
  #transcript(conversation) {
    const { desk } = this;
    const items = transcriptOf(conversation, { me: desk.me, side: 'AGENT', outbox: desk.outbox });
    return keyed(this.conversationId, html`
      <eye-transcript label="Transcript with ${isolated(this.#name)}" .items=${items} .names=${namesIn(conversation, desk.me)}
        .older=${desk.olderOf(conversation)} @older=${() => desk.older(conversation.id)}
        .typing=${this.#typing.map(({ id, role }) => (role === 'CONSUMER' ? this.#name : nameOf(conversation, id)))}
        @resend=${(/** @type {CustomEvent} */ event) => desk.resend(event.detail.key)}
        @discard=${(/** @type {CustomEvent} */ event) => desk.discard(event.detail.key)} @at-end=${() => this.#seen()}>
        <div class="empty">Nothing has been written yet.</div>
      </eye-transcript>`);
  }

  /** @param {import('./desk.js').Conversation} conversation */
  #searchBar(conversation) {
    return this.searching ? html`
      <eye-transcript-search .find=${(/** @type {string} */ words, /** @type {number | undefined} */ olderThan) => this.desk.search(conversation.id, words, olderThan)}
        .nameOf=${({ originatorId, role }) => (originatorId === this.desk.me ? 'You' : role === 'CONSUMER' ? this.#name : nameOf(conversation, originatorId))}
        @jump=${this.#jumped} @close=${this.#searched}></eye-transcript-search>` : nothing;
  }

  /** @param {import('./desk.js').Conversation} conversation */
  #foot(conversation) {
    if (!conversation.open) {
      return this.#unanswerable('archive', 'This conversation is closed. It can be read, not answered.');
    }
    if (!this.desk.isMine(conversation)) {
      return this.#unanswerable('eye', 'You are reading. Only its own agent can answer.');
    }
    return html`
      <div class="foot">
        ${this.#wish(conversation)} ${notTaken(this.desk.refusalOf(conversation.id))}
        <eye-composer .text=${live(this.#draft)} label="Write to ${isolated(this.#name)}" @draft=${this.#drafted} @send=${this.#sent}></eye-composer>
      </div>`;
  }

  get #draft() {
    return this.desk.drafts.read(this.conversationId) ?? '';
  }

  /** What was written for a conversation that takes no answer any more is still somebody's work. @param {string} icon @param {string} why */
  #unanswerable(icon, why) {
    return html`
      <div><div class="closed"><eye-icon name=${icon}></eye-icon>${why}</div>
        ${this.#draft ? html`<eye-unsent .text=${this.#draft} @discard=${this.#discarded}></eye-unsent>` : nothing}</div>`;
  }

  /** @param {import('./desk.js').Conversation} conversation */
  #wish(conversation) {
    const wish = openWish(conversation.events);
    const call = this.#call;
    if (!wish || (call && isOpen(call)) || this.#dismissed.get(conversation.id) === wish.sequence) {
      return nothing;
    }
    return html`
      <eye-wish mode=${wish.mode} name=${this.#name} .right=${this.#rights?.[wish.mode === 'VIDEO_CALL' ? 'video' : 'voice']}
        ?busy=${this.inviting !== undefined} @invite=${(/** @type {CustomEvent} */ event) => { this.reply(); this.#invited(event); }}
        @dismiss=${() => this.#dismiss(conversation.id, wish.sequence)}></eye-wish>`;
  }

  /** @param {string} id @param {number} sequence */
  #dismiss(id, sequence) {
    this.#dismissed.set(id, sequence);
    this.requestUpdate();
    this.reply();
  }

  // --- what it does -----------------------------------------------------------------------------------------------

  /** Read is what was before the eyes: this page visible, in front, at the newest line. */
  #seen() {
    const transcript = /** @type {any} */ (this.renderRoot?.querySelector('eye-transcript'));
    if (document.visibilityState === 'visible' && document.hasFocus() && !this.expanded && transcript?.atEnd) {
      this.desk.seen(this.conversationId);
    }
  }

  /** @param {CustomEvent} event */
  #drafted({ detail: { text } }) {
    this.desk.drafts.write(this.conversationId, text);
    if (text === '') {
      this.desk.cleared(this.conversationId);
    } else {
      this.desk.typed(this.conversationId);
    }
  }

  /** @param {CustomEvent} event */
  #sent({ detail: { text } }) {
    this.desk.drafts.drop(this.conversationId);
    this.desk.send(this.conversationId, text);
  }

  async #search() {
    this.searching = true;
    this.expanded = false;
    await this.updateComplete;
    /** @type {any} */ (this.renderRoot.querySelector('eye-transcript-search')).focus();
  }

  #searched() {
    this.searching = false;
    this.enter();
  }

  /** @param {CustomEvent} event */
  async #jumped({ detail: { sequence } }) {
    const { conversationId } = this;
    await this.desk.reach(conversationId, sequence);
    if (conversationId === this.conversationId) {
      this.#wanted = `event-${sequence}`;
      this.requestUpdate();
    }
  }

  async #showWanted() {
    const transcript = /** @type {any} */ (this.renderRoot.querySelector('eye-transcript'));
    if (this.#wanted && transcript) {
      await transcript.updateComplete;
      if (this.#wanted && transcript.show(this.#wanted)) {
        this.#wanted = undefined;
      }
    }
  }

  #discarded() {
    this.desk.drafts.drop(this.conversationId);
    this.requestUpdate();
    this.enter();
  }

  /** @param {CustomEvent} event */
  async #invited({ detail: { mode } }) {
    const old = this.#call;
    this.inviting = mode;
    const answer = await this.desk.calls.invite(this.conversationId, mode);
    this.inviting = undefined;
    if (old && !isOpen(old)) {
      this.desk.calls.forget(old.callId);
    }
    if (!answer.ok) {
      this.#tell('problem', { text: `${callName(mode)} not offered. ${answer.message}` });
    }
  }

  /** @param {string} callId @param {import('../call/calls.js').CallAct} act */
  async #act(callId, act) {
    const answer = await this.desk.calls.act(callId, act);
    if (answer && !answer.ok && answer.reason !== 'WRONG_STATE' && answer.code !== 404) {
      this.#tell('problem', { text: answer.message });
    }
  }

  /** @param {CustomEvent} event */
  #picked({ detail: { id } }) {
    this.#tell(id, { id: this.conversationId });
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

const UNABLE = Object.freeze({
  allowed: false, reason: 'BROWSER_NOT_SUPPORTED', message: `${describeFailure('BROWSER_NOT_SUPPORTED').title}. ${describeFailure('BROWSER_NOT_SUPPORTED').text}`,
});

/** @param {import('./desk.js').Conversation} conversation @param {string} me */
function namesIn(conversation, me) {
  const names = /** @type {Record<string, string>} */ ({});
  for (const { originatorId, role } of conversation.events) {
    if (originatorId !== me && role !== 'CONSUMER') {
      names[originatorId] = nameOf(conversation, originatorId);
    }
  }
  return names;
}

/** @param {import('./desk.js').Conversation} conversation @param {string} id */
function nameOf(conversation, id) {
  return conversation.participants.find((each) => each.id === id)?.name ?? 'A colleague';
}
