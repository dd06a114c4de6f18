import { discarded, failed, sending, sent } from '../conversation/outbox.js';
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
  #connection; #onChange; #find;
  /** @type {readonly Outgoing[]} */
  #outbox = [];
  refusals = new WritingRefusals();
  /** @type {Map<string, TypingSignal>} */
  #typing = new Map();

  /**
   * @param {import('../wire/connection.js').Connection} connection
   * @param {{ onChange: () => void, find: (conversationId: string) => Conversation | undefined }} desk
   */
  constructor(connection, { onChange, find }) {
    this.#connection = connection;
    this.#onChange = onChange;
    this.#find = find;
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
    this.#outbox = discarded(this.#outbox, key);
    this.#onChange();
  }

  /** @param {Outgoing} message */
  async #publish(message) {
    const conversation = this.#find(message.conversationId);
    if (!conversation) {
      return undefined;
    }
    const { dialogId, id } = conversation;
    this.#outbox = sending(this.#outbox, message);
    this.#onChange();
    this.cleared(id);
    const answer = await this.#connection.request(publishText(dialogId, id, message.text, message.key));
    this.refusals.answered(id, answer);
    this.#outbox = answer.ok ? sent(this.#outbox, message.key, readSequence(answer.body)) : failed(this.#outbox, message.key);
    this.#onChange();
    return answer;
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
