// The desk: everything the workspace knows and can do, without a DOM. It follows the connection, folds what it says
// into the stores, asks for steps, and tells its listeners. Elements read it and never change it.
import { NO_CONVERSATIONS, isMoreUnread, participantOf, reduceConversations, unreadSequences } from '../conversation/conversation-store.js';
import {
  Availability, Notification, closeConversation, leaveConversation, publishReceipt, readConversationChanges, readEvents,
  setAgentState, subscribeAgentConversations, subscribeRoutingTasks,
} from '../wire/protocol.js';
import { Drafts } from '../drafts/drafts.js';
import { TranscriptPages, hasOlder } from '../conversation/transcript-pages.js';
import { findInTranscript } from '../conversation/transcript-search.js';
import { Waiting } from './waiting.js';
import { Writing } from './writing.js';

/**
 * @typedef {import('../conversation/conversation-store.js').Conversation} Conversation
 * @typedef {import('../wire/protocol.js').Ring} Ring
 * @typedef {import('../wire/connection.js').Refusal} Refusal
 * @typedef {'ONLINE' | 'OCCUPIED' | 'AWAY'} AvailabilityName
 * @typedef {{ type: 'RING_STARTED', ring: Ring } | { type: 'RINGS_STARTED', count: number } | { type: 'MESSAGE', conversation: Conversation, text: string }
 *   | { type: 'WISH', conversation: Conversation, mode: import('../wire/protocol.js').CallMode }
 *   | { type: 'CONVERSATION_CLOSED', conversation: Conversation } } DeskNews what somebody should be told of
 */

export class Desk {
  #connection; #session; #waiting; #writing; #pages;
  #listeners = new Set();
  #newsListeners = new Set();
  #state = NO_CONVERSATIONS;
  /** @type {AvailabilityName} */
  #availability = Availability.ONLINE;
  /** @type {Map<string, number>} */
  #readSent = new Map();
  #loaded = false;
  #seesAll = false;

  /**
   * @param {{ connection: import('../wire/connection.js').Connection, calls: import('../call/calls.js').Calls,
   *   session: import('./session.js').Session, availability?: AvailabilityName, drafts?: Drafts }} parts `drafts`: what is written and not sent, by conversation
   */
  constructor({ connection, calls, session, availability = Availability.ONLINE, drafts = new Drafts('agent') }) {
    this.#connection = connection;
    this.#session = session;
    this.#availability = availability;
    this.calls = calls;
    this.drafts = drafts;
    this.#waiting = new Waiting(connection, { onChange: () => this.#changed(), onRings: (rings, count) => this.#ringing(rings, count) });
    this.#writing = new Writing(connection, { onChange: () => this.#changed(), find: (id) => this.conversation(id), drafts });
    this.#pages = new TranscriptPages(connection, {
      find: (id) => this.conversation(id), onChange: () => this.#changed(),
      onPage: (id, events, begins) => this.#told({ type: 'PAGE', id, events, begins }),
    });
    connection.on('state', (state) => this.#connectionIs(state));
    connection.on(Notification.CONVERSATIONS, (body) => this.#conversationsChanged(readConversationChanges(body)));
    connection.on(Notification.EVENTS, (body) => this.#eventsCame(readEvents(body)));
    calls.onChange(() => this.#changed());
  }

  // --- what it knows ----------------------------------------------------------------------------------------------

  get me() {
    return this.#session.id;
  }

  get session() {
    return this.#session;
  }

  get connection() {
    return this.#connection;
  }

  get connectionState() {
    return this.#connection.state;
  }

  /** Whether the first snapshot has come, so that "none" is a fact. */
  get loaded() {
    return this.#loaded;
  }

  get availability() {
    return this.#availability;
  }

  get isAgent() {
    return this.#session.roles.includes('AGENT');
  }

  get isManager() {
    return this.#session.roles.includes('AGENT_MANAGER');
  }

  get outbox() {
    return this.#writing.outbox;
  }

  /** The server's time now. */
  now() {
    return this.#connection.serverNow();
  }

  /** @param {string | undefined} id */
  conversation(id) {
    return id === undefined ? undefined : this.#state.conversations.get(id);
  }

  /** Open ones of this agent, the newest activity first. */
  get mine() {
    return this.#some((each) => each.open && this.isMine(each));
  }

  /** Closed ones that this agent had. */
  get history() {
    return this.#some((each) => !each.open && this.isMine(each));
  }

  /** Everybody's open ones, for managers. */
  get all() {
    return this.#seesAll ? this.#some((each) => each.open) : [];
  }

  /** @param {Conversation} conversation */
  isMine(conversation) {
    return conversation.participants.some((each) => each.id === this.me && each.role === 'ASSIGNED_AGENT');
  }

  /**
   * Whether the consumer's window is open now; undefined where the server does not tell.
   * @param {Conversation} conversation
   * @returns {'here' | 'away' | undefined}
   */
  presenceOf(conversation) {
    const rights = this.calls.state.rights[conversation.id];
    if (!conversation.open || !this.isMine(conversation)) {
      return undefined;
    }
    return conversation.consumerAway || rights?.voice.reason === 'CONSUMER_AWAY' ? 'away' : 'here';
  }

  /** Waiting ones, the longest wait first; none while the agent is not online. */
  get rings() {
    if (this.#availability !== Availability.ONLINE) {
      return [];
    }
    return this.#waiting.rings;
  }

  /** How many wait, of whom `rings` are the first. */
  get waiting() {
    return this.#availability === Availability.ONLINE ? this.#waiting.total : 0;
  }

  /** The conversation that a key may take now. */
  get longestRinging() {
    return this.#waiting.longest;
  }

  /** @param {string} ringId */
  isAccepting(ringId) {
    return this.#waiting.isAccepting(ringId);
  }

  /** @param {Conversation} conversation */
  unreadOf(conversation) {
    return this.isMine(conversation) ? unreadSequences(conversation, this.me).length : 0;
  }

  /** Whether more than those are unread, in what is not loaded. @param {Conversation} conversation */
  isMoreUnread(conversation) {
    return this.isMine(conversation) && isMoreUnread(conversation, this.me);
  }

  /** How many messages are unread in all, and whether that is the least. */
  get unread() {
    const { mine } = this;
    return { count: mine.reduce((sum, each) => sum + this.unreadOf(each), 0), more: mine.some((each) => this.isMoreUnread(each)) };
  }

  /** @param {(each: Conversation) => boolean} wanted */
  #some(wanted) {
    return [...this.#state.conversations.values()].filter(wanted).sort((a, b) => lastActivity(b) - lastActivity(a));
  }

  // --- telling ----------------------------------------------------------------------------------------------------

  /** @param {() => void} listener @returns {() => void} stops listening */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {(news: DeskNews) => void} listener @returns {() => void} stops listening */
  onNews(listener) {
    this.#newsListeners.add(listener);
    return () => this.#newsListeners.delete(listener);
  }

  #changed() {
    this.#listeners.forEach((listener) => listener());
  }

  /** @param {DeskNews} news */
  #tell(news) {
    this.#newsListeners.forEach((listener) => listener(news));
  }

  /** Many at once, as after going online, are one piece of news. @param {Ring[]} rings @param {number} count */
  #ringing(rings, count) {
    this.#tell(rings.length === 1 ? { type: 'RING_STARTED', ring: rings[0] } : { type: 'RINGS_STARTED', count });
  }

  // --- what the server says ---------------------------------------------------------------------------------------

  /** @param {string} state */
  #connectionIs(state) {
    if (state === 'READY') {
      this.#subscribe();
    } else {
      this.#waiting.forget();
    }
    this.#changed();
  }

  /** After every connect: what is missed is replayed from the last known sequence. */
  async #subscribe() {
    if (this.isAgent) {
      this.#connection.request(setAgentState(this.#availability));
      this.#connection.request(subscribeRoutingTasks());
    }
    this.#connection.request(subscribeAgentConversations(['OPEN', 'CLOSE'], [this.me]));
    if (this.isManager) {
      const answer = await this.#connection.request(subscribeAgentConversations(['OPEN']));
      this.#seesAll = answer.ok;
      this.#changed();
    }
    this.#pages.resume();
  }

  /** @param {{ removed: boolean, conversation: any }[]} changes */
  #conversationsChanged(changes) {
    const before = this.#state;
    this.#state = reduceConversations(before, { type: 'CONVERSATIONS', changes });
    this.#loaded = true;
    for (const { conversation: { id } } of changes) {
      const known = before.conversations.get(id);
      const next = /** @type {Conversation} */ (this.#state.conversations.get(id));
      if (next.open && this.isMine(next)) {
        this.follow(id);
      }
      if (known?.open && !next.open && this.isMine(next)) {
        this.#tell({ type: 'CONVERSATION_CLOSED', conversation: next });
      }
    }
    this.#changed();
  }

  /** @param {import('../wire/protocol.js').TranscriptEvent[]} events */
  #eventsCame(events) {
    this.#told({ type: 'EVENTS', events, now: this.now() });
  }

  /** @param {Extract<import('../conversation/conversation-store.js').ConversationAction, { events: unknown }>} action */
  #told(action) {
    const before = this.#state;
    this.#state = reduceConversations(before, action);
    this.#writing.arrived();
    for (const event of action.events.filter((each) => each.kind === 'TEXT' && (each.role === 'CONSUMER' || each.callWish))) {
      this.#messageCame(before, event);
    }
    this.#changed();
  }

  /** @param {import('../conversation/conversation-store.js').ConversationState} before @param {import('../wire/protocol.js').TranscriptEvent} event */
  #messageCame(before, event) {
    const id = event.conversationId ?? event.dialogId;
    const known = before.conversations.get(id);
    const conversation = this.#state.conversations.get(id);
    const isNew = Number(event.sequence) > (known?.lastSequence ?? 0) && this.now() - Number(event.at) < 60_000;
    if (conversation && isNew && this.isMine(conversation)) {
      this.#tell(event.callWish ? { type: 'WISH', conversation, mode: event.callWish.mode } : { type: 'MESSAGE', conversation, text: event.text ?? '' });
    }
  }

  // --- what the agent does ----------------------------------------------------------------------------------------

  /** From now on this page has the newest events of the conversation and hears what is new. @param {string} id */
  follow(id) {
    if (this.conversation(id)) {
      this.#pages.follow(id);
    }
  }

  /** Loads what was said before. @param {string} id */
  older(id) {
    return this.#pages.older(id);
  }

  /** Loads everything from this event on. @param {string} id @param {number} sequence */
  reach(id, sequence) {
    return this.#pages.reach(id, sequence);
  }

  /** What was said with these words, also in what is not loaded. @param {string} id @param {string} words @param {number} [olderThan] */
  search(id, words, olderThan) {
    return findInTranscript(this.#connection, this.conversation(id)?.dialogId ?? id, words, olderThan);
  }

  /** How far the transcript is loaded. @param {Conversation} conversation @returns {import('../elements/eye-older.js').Older} */
  olderOf(conversation) {
    if (this.#pages.isLoading(conversation.id)) {
      return 'LOADING';
    }
    return hasOlder(conversation) ? 'MORE' : conversation.begins ? 'BEGINNING' : 'NONE';
  }

  /** Why the last text of a conversation was not taken, if its writer can do something about that. @param {string} id */
  refusalOf(id) {
    return this.#writing.refusals.of(id);
  }

  /** @param {AvailabilityName} availability */
  async setAvailability(availability) {
    const before = this.#availability;
    this.#availability = availability;
    this.#changed();
    const answer = await this.#connection.request(setAgentState(availability));
    if (!answer.ok && answer.reason !== 'OFFLINE') {
      this.#availability = before;
      this.#changed();
    }
    return answer;
  }

  /** Takes a waiting conversation. @param {string} ringId */
  accept(ringId) {
    return this.#waiting.accept(ringId);
  }

  /** It stops ringing here; colleagues still hear it. @param {string} ringId */
  reject(ringId) {
    return this.#waiting.reject(ringId);
  }

  /** @param {string} conversationId @param {string} text */
  send(conversationId, text) {
    return this.#writing.send(conversationId, text);
  }

  /** @param {string} key */
  resend(key) {
    return this.#writing.resend(key);
  }

  /** @param {string} key */
  discard(key) {
    this.#writing.discard(key);
  }

  /** A key was struck in the composer. @param {string} id */
  typed(id) {
    this.#writing.typed(id);
  }

  /** The composer is empty again. @param {string} id */
  cleared(id) {
    this.#writing.cleared(id);
  }

  /** The agent has the newest lines before the eyes. @param {string} id */
  async seen(id) {
    const conversation = this.#state.conversations.get(id);
    if (!conversation || !this.isMine(conversation)) {
      return;
    }
    const sequences = unreadSequences(conversation, this.me).filter((each) => each > (this.#readSent.get(id) ?? 0));
    if (sequences.length === 0) {
      return;
    }
    this.#readSent.set(id, Math.max(...sequences));
    const answer = await this.#connection.request(publishReceipt(conversation.dialogId, id, 'READ', sequences));
    if (!answer.ok) {
      this.#readSent.delete(id);
    }
  }

  /** @param {string} id */
  close(id) {
    return this.#connection.request(closeConversation(id));
  }

  /** @param {string} id */
  returnToQueue(id) {
    return this.#connection.request(leaveConversation(id, this.me));
  }

  /** Dials now instead of waiting. */
  reconnect() {
    this.#connection.redial();
  }

  /** Nobody works here any more: what the calls hold goes first. */
  dispose() {
    this.calls.close();
    this.#writing.dispose();
    this.#connection.close();
  }
}

/** @param {Conversation} conversation */
function lastActivity(conversation) {
  return Math.max(conversation.startedAt, Number((conversation.events.at(-1) ?? conversation.last)?.at ?? 0), conversation.open ? 0 : conversation.endedAt);
}

/**
 * What a consumer is called: nobody says a name, so the last figures of the id tell visitors apart.
 * @param {string | undefined} consumerId
 */
export function visitorName(consumerId) {
  return consumerId ? `Visitor ${consumerId.replace(/[^0-9a-z]/gi, '').slice(-4).toUpperCase()}` : 'Visitor';
}

/** @param {Conversation} conversation */
export function consumerOf(conversation) {
  return participantOf(conversation, 'CONSUMER');
}
