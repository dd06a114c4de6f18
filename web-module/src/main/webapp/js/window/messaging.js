/**
 * The consumer's conversations in this window: what the server tells of them, and the texts on their way to it. All tabs
 * see the same, because everything that a person does comes back as an event.
 */
import {
  Notification, closeConversation, publishChatState, publishReceipt, publishText, readConversationChanges,
  readConversationId, readEvents, readSequence, requestConversation, subscribeConversations,
} from '../wire/protocol.js';
import {NO_CONVERSATIONS, participantOf, reduceConversations, unreadSequences, whoTypes} from '../conversation/conversation-store.js';
import {keepOutbox, keptOutbox} from '../conversation/kept-outbox.js';
import {discarded, failed, hasArrived, sending, sent} from '../conversation/outbox.js';
import {TranscriptPages, hasOlder} from '../conversation/transcript-pages.js';
import {TypingSignal} from '../conversation/typing-signal.js';
import {WritingRefusals} from '../conversation/writing-refusals.js';

/** Where a text waits that makes a new conversation. */
export const NEW = 'NEW';
/** So many sequences stand in one receipt; it is about everything up to the last one. */
const RECEIPT = 100;
/** A tab that shows nothing says "delivered" only when no other tab has: after a random part of this. */
const DELIVERED_WITHIN_MS = 1_500;

export class Messaging {
  #connection; #ownId; #onChange; #typing; #drafts; #outbox; #pages;
  #state = NO_CONVERSATIONS;
  #refusals = new WritingRefusals();
  #known = false;
  #sending = Promise.resolve();
  #startsNew = false;
  #receipts = new Map();

  /**
   * @param {{connection: import('../wire/connection.js').Connection, ownId: () => string|undefined, onChange: () => void,
   *   drafts?: import('../drafts/drafts.js').Drafts}} options `drafts` keeps what is on its way over a reload
   */
  constructor({connection, ownId, onChange, drafts}) {
    this.#connection = connection;
    this.#ownId = ownId;
    this.#onChange = onChange;
    this.#drafts = drafts;
    this.#outbox = keptOutbox(drafts);
    this.#typing = new TypingSignal(chatState => this.#sayChatState(chatState));
    this.#pages = new TranscriptPages(connection, {
      find: id => this.#state.conversations.get(id), onChange,
      onPage: (id, events, begins) => this.#told({type: 'PAGE', id, events, begins}),
    });
    connection.on('state', state => { if (state === 'READY') this.#subscribe(); });
    connection.on(Notification.CONVERSATIONS, body => this.#conversationsChanged(readConversationChanges(body)));
    connection.on(Notification.EVENTS, body => this.#eventsCame(readEvents(body)));
  }

  get me() { return this.#ownId() ?? ''; }
  get outbox() { return this.#outbox; }
  /** Whether the server has told what there is. */
  get known() { return this.#known; }
  /** Every conversation, the oldest first. */
  get all() { return [...this.#state.conversations.values()].sort((a, b) => a.startedAt - b.startedAt); }
  get open() { return this.all.findLast(conversation => conversation.open); }
  get last() { return this.all.at(-1); }
  /** Nothing can be written until a new conversation is started. */
  get closed() { return this.#known && !this.open && Boolean(this.last) && !this.#startsNew; }
  /** Those that are shown, the oldest first: from the last one back to the first of which not everything is loaded. */
  get shown() {
    const {all} = this;
    const last = all.findLastIndex(each => !each.begins);
    return all.slice(this.#pages.follows(all[last]?.id) ? last : last + 1);
  }
  /** How far the thread is loaded. @returns {import('../elements/eye-older.js').Older} */
  get older() {
    const {all, shown} = this;
    const [top] = shown;
    const before = all[all.length - shown.length - 1];
    if (this.#pages.isLoading(top?.id) || this.#pages.isLoading(before?.id)) return 'LOADING';
    if (!top || !(top.begins || hasOlder(top))) return 'NONE';
    return hasOlder(top) || before ? 'MORE' : 'BEGINNING';
  }
  /** Why the last text was not taken, if its writer can do something about that. */
  get refusal() { return this.#refusals.of(this.open?.id); }
  get unread() { return this.open ? unreadSequences(this.open, this.me).length : 0; }
  get agentId() { return this.open && participantOf(this.open, 'ASSIGNED_AGENT'); }
  /** Whether an agent types. @param {number} now */
  agentTypes(now) { return Boolean(this.open) && whoTypes(this.open, this.me, now).length > 0; }

  startNew() {
    this.#startsNew = true;
    this.#onChange();
  }

  /** @param {string} text */
  send(text) {
    this.#typing.stopped();
    const conversationId = this.open?.id ?? NEW;
    this.#queue({key: crypto.randomUUID(), conversationId, text, at: this.#connection.serverNow(), state: 'SENDING'});
  }

  /** @param {string} key */
  resend(key) {
    const message = this.#outbox.find(each => each.key === key);
    if (message) this.#queue({...message, conversationId: this.open?.id ?? NEW, state: 'SENDING'});
  }

  /** Another person is here: nothing of the one before is sent. */
  startAfresh() { this.#changeOutbox([]); }

  /** @param {string} key */
  discard(key) { this.#changeOutbox(discarded(this.#outbox, key)); }

  /** @param {boolean} hasText */
  typed(hasText) {
    if (hasText) this.#typing.typed(); else this.#typing.stopped();
  }

  /** The person sees the newest line. */
  read() { this.#receipt('READ'); }

  close() { return this.#connection.request(closeConversation(this.open.id)); }

  /** Loads what was said before; of the conversation at the top, or of the one before that. */
  loadOlder() {
    const {all, shown} = this;
    const [top] = shown;
    if (top && hasOlder(top)) return this.#pages.older(top.id);
    const before = all[all.length - shown.length - 1];
    return before && this.#pages.follow(before.id);
  }

  async #subscribe() {
    await this.#connection.request(subscribeConversations(['OPEN', 'CLOSE']));
    this.#pages.resume();
  }

  #conversationsChanged(changes) {
    this.#state = reduceConversations(this.#state, {type: 'CONVERSATIONS', changes});
    this.#known = true;
    if (this.open) this.#startsNew = false;
    if (this.last) this.#pages.follow(this.last.id);
    this.#onChange();
    this.#sendWaiting();
  }

  #eventsCame(events) {
    this.#told({type: 'EVENTS', events, now: this.#connection.serverNow()});
  }

  #told(action) {
    this.#state = reduceConversations(this.#state, action);
    this.#forgetArrived();
    this.#onChange();
    setTimeout(() => this.#receipt('ACCEPT'), Math.random() * DELIVERED_WITHIN_MS);
  }

  #forgetArrived() {
    this.#outbox = this.#outbox.filter(each => !this.all.some(conversation => hasArrived(each, conversation)));
    keepOutbox(this.#drafts, this.#outbox);
  }

  /** Each sequence is acknowledged once by this tab, and not at all when another tab was first. */
  #receipt(status) {
    const {open, me} = this;
    if (!open || this.#connection.state !== 'READY') return;
    const marks = status === 'READ' ? open.read : open.delivered;
    const known = Math.max(marks[me] ?? 0, this.#receipts.get(`${status} ${open.id}`) ?? 0);
    const fresh = unreadSequences(open, me).filter(sequence => sequence > known).slice(-RECEIPT);
    if (!fresh.length) return;
    this.#receipts.set(`${status} ${open.id}`, fresh.at(-1));
    this.#connection.request(publishReceipt(open.dialogId, open.id, status, fresh));
  }

  #sayChatState(chatState) {
    const {open} = this;
    if (open) this.#connection.request(publishChatState(open.dialogId, open.id, chatState));
  }

  #queue(message) {
    this.#changeOutbox(sending(this.#outbox, message));
    this.#sendWaiting();
  }

  /** One after the other, so that texts arrive in the order in which they were written. */
  #sendWaiting() {
    this.#sending = this.#sending.then(async () => {
      for (const message of this.#outbox.filter(each => each.state === 'SENDING')) await this.#send(message);
    });
  }

  async #send({key}) {
    if (this.#connection.state !== 'READY' || !this.#known) return;
    const {id: conversationId, why} = await this.#place(key);
    const message = this.#outbox.find(each => each.key === key);
    if (!message) return;
    const answer = conversationId && await this.#connection.request(publishText(conversationId, conversationId, message.text, key));
    if (answer) this.#refusals.answered(conversationId, answer);
    this.#changeOutbox(answer?.ok ? sent(this.#outbox, key, readSequence(answer.body)) : failed(this.#outbox, key, why ?? answer?.message));
  }

  /** The conversation of a text; the first text makes it. @returns {Promise<{id?: string, why?: string}>} */
  async #place(key) {
    const known = this.#outbox.find(each => each.key === key)?.conversationId;
    if (known !== NEW) return {id: known};
    const answer = await this.#connection.request(requestConversation());
    if (!answer.ok) return {why: answer.message};
    const conversationId = readConversationId(answer.body);
    this.#changeOutbox(this.#outbox.map(each => (each.conversationId === NEW ? {...each, conversationId} : each)));
    return {id: conversationId};
  }

  #changeOutbox(outbox) {
    this.#outbox = outbox;
    this.#forgetArrived();
    this.#onChange();
  }
}
