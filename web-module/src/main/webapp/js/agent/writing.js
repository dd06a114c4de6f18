import { keepOutbox, keptOutbox } from '../conversation/kept-outbox.js';
import { discarded, failed, hasArrived, sending, sent } from '../conversation/outbox.js';
import { WritingRefusals } from '../conversation/writing-refusals.js';
import { TypingSignal } from '../conversation/typing-signal.js';
import { publishChatState, publishText, readSequence } from '../wire/protocol.js';

/**
 * What this agent writes: texts on their way to the server, and the signs of typing.
 *
 * @typedef {import('../conversation/conversation-store.js').Conversation} Conversation
 * @typedef {import('../conversation/outbox.js').Outgoing} Outgoing
 */
export class Writing {
  #connection; #onChange; #find; #drafts;
  /** @type {readonly Outgoing[]} */
  #outbox;
  refusals = new WritingRefusals();
  /** @type {Map<string, TypingSignal>} */
  #typing = new Map();

  /**
   * @param {import('../wire/connection.js').Connection} connection
   * @param {{ onChange: () => void, find: (conversationId: string) => Conversation | undefined,
   *   drafts: import('../drafts/drafts.js').Drafts }} desk
   */
  constructor(connection, { onChange, find, drafts }) {
    this.#connection = connection;
    this.#onChange = onChange;
    this.#find = find;
    this.#drafts = drafts;
    this.#outbox = keptOutbox(drafts);
  }

  get outbox() {
    return this.#outbox;
  }

  /** @param {string} conversationId @param {string} text */
  send(conversationId, text) {
    return this.#publish({ key: crypto.randomUUID(), conversationId, text, at: this.#connection.serverNow(), state: 'SENDING' });
  }

  /** @param {string} key */
  resend(key) {
    const message = this.#outbox.find((each) => each.key === key);
    return message ? this.#publish({ ...message, at: this.#connection.serverNow(), state: 'SENDING' }) : undefined;
  }

  /** @param {string} key */
  discard(key) {
    this.#become(discarded(this.#outbox, key));
  }

  /** @param {Outgoing} message */
  async #publish(message) {
    const conversation = this.#find(message.conversationId);
    if (!conversation) {
      return undefined;
    }
    const { dialogId, id } = conversation;
    this.#become(sending(this.#outbox, message));
    this.cleared(id);
    const answer = await this.#connection.request(publishText(dialogId, id, message.text, message.key));
    this.refusals.answered(id, answer);
    this.#become(answer.ok ? sent(this.#outbox, message.key, readSequence(answer.body)) : failed(this.#outbox, message.key, answer.message));
    return answer;
  }

  /** Events have come: what is among them has arrived. */
  arrived() {
    const open = this.#outbox.filter((each) => {
      const conversation = this.#find(each.conversationId);
      return !conversation || !hasArrived(each, conversation);
    });
    if (open.length < this.#outbox.length) {
      this.#become(open);
    }
  }

  /** @param {readonly Outgoing[]} outbox */
  #become(outbox) {
    this.#outbox = outbox;
    keepOutbox(this.#drafts, outbox);
    this.#onChange();
  }

  /** The desk is left: what becomes of a message now is nobody's draft any more. */
  dispose() {
    this.#drafts = undefined;
  }

  /** A key was struck in the composer. @param {string} id */
  typed(id) {
    this.#signal(id).typed();
  }

  /** The composer is empty again. @param {string} id */
  cleared(id) {
    this.#typing.get(id)?.stopped();
  }

  /** @param {string} id */
  #signal(id) {
    let signal = this.#typing.get(id);
    if (!signal) {
      signal = new TypingSignal((chatState) => this.#say(id, chatState));
      this.#typing.set(id, signal);
    }
    return signal;
  }

  /** @param {string} id @param {string} chatState */
  #say(id, chatState) {
    const conversation = this.#find(id);
    if (conversation?.open) {
      this.#connection.request(publishChatState(conversation.dialogId, id, chatState));
    }
  }
}
