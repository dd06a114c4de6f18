import { allCalls, isOpen } from '../call/call-store.js';
import { callName } from '../conversation/call-line.js';
import { isolated } from '../conversation/isolated.js';
import { describeEnd } from '../elements/call-words.js';
import { Side } from '../wire/protocol.js';
import { consumerOf, visitorName } from './desk.js';
import { inWords } from './numbers.js';

/** Says in words what happens on the desk and is not before the eyes. */
export class DeskTeller {
  /** Open calls of this page. @type {Set<string>} */
  #openCalls = new Set();

  /**
   * @param {import('./desk.js').Desk} desk
   * @param {{ say: (text: string) => void, announce: (text: string) => void }} voice `announce` is for screen readers alone
   */
  constructor(desk, { say, announce }) {
    this.desk = desk;
    this.say = say;
    this.announce = announce;
  }

  /** The end of a call that is not before the eyes would pass unseen. @param {string | undefined} selected */
  calls(selected) {
    const calls = allCalls(this.desk.calls.state);
    const ended = calls.filter((call) => this.#openCalls.has(call.callId) && !isOpen(call) && call.conversationId !== selected);
    this.#openCalls = new Set(calls.filter((call) => isOpen(call) && this.desk.calls.view(call.callId)).map((call) => call.callId));
    for (const call of ended) {
      const peerName = this.#name(this.desk.conversation(call.conversationId));
      this.say(`${isolated(peerName)}: ${describeEnd(call, { side: Side.AGENT, peerName }).title}.`);
    }
  }

  /** @param {import('./desk.js').DeskNews} news @param {string | undefined} selected the transcript there tells it itself */
  news(news, selected) {
    switch (news.type) {
      case 'RING_STARTED':
        return this.announce(`${isolated(visitorName(news.ring.consumerId))} is waiting.`);
      case 'RINGS_STARTED':
        return this.announce(`${inWords(news.count)} customers are waiting.`);
      case 'WISH':
        return this.#unless(selected, news.conversation, () => this.say(`${isolated(this.#name(news.conversation))} asks for a ${callName(news.mode).toLowerCase()}.`));
      case 'MESSAGE':
        return this.#unless(selected, news.conversation, () => this.announce(`${isolated(this.#name(news.conversation))} writes: ${isolated(news.text)}`));
      default:
        return news.conversation.closedBy === 'AGENT' ? undefined : this.say(`The conversation with ${isolated(this.#name(news.conversation))} was closed.`);
    }
  }

  /** @param {string | undefined} selected @param {import('./desk.js').Conversation} conversation @param {() => void} act */
  #unless(selected, { id }, act) {
    return id === selected ? undefined : act();
  }

  /** @param {import('./desk.js').Conversation | undefined} conversation */
  #name(conversation) {
    return visitorName(conversation && consumerOf(conversation));
  }
}
