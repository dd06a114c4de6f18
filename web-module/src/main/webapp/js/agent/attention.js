// Calls for attention from outside the page's own picture: the ring, the title, notifications of the desktop.
import { callName } from '../conversation/call-line.js';
import { notifyDesktop } from '../call/desktop-notification.js';
import { Ring } from '../call/ring.js';
import { isolated } from '../conversation/isolated.js';
import { consumerOf, visitorName } from './desk.js';
import { atLeast, inWords } from './numbers.js';

/** In the place of a ring's id: the notification about many at once. */
const MANY = 'rings';

export class Attention {
  #ring = new Ring();
  /** @type {Map<string, () => void>} how to take a shown notification away, by ring id */
  #shown = new Map();
  /** Everything that is shown, by its tag. @type {Map<string, () => void>} */
  #notices = new Map();

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** To be called from a click or a key: from then on the ring may sound. */
  unlock() {
    this.#ring.unlock();
  }

  /** Makes ring and title what the desk is now. @param {boolean} sound whether the ring may be heard */
  follow(sound) {
    const { rings, unread } = this.desk;
    if (rings.length > 0 && sound) {
      this.#ring.start();
    } else {
      this.#ring.stop();
    }
    const waiting = rings.length > 0 ? `${isolated(visitorName(rings[0].consumerId))} is waiting` : 'Eyeline';
    document.title = unread.count > 0 ? `(${atLeast(unread.count, unread.more)}) ${waiting}` : waiting;
    this.#dropOld();
  }

  /** Shows the news on the desktop where that is allowed. @param {import('./desk.js').DeskNews} news */
  notify(news) {
    if (news.type === 'RING_STARTED') {
      const { ringId, consumerId } = news.ring;
      const title = `${isolated(visitorName(consumerId))} is waiting`;
      this.#shown.set(ringId, this.#notify({ title, body: 'A new conversation rings in Eyeline.', tag: `ring-${ringId}` }));
    }
    if (news.type === 'RINGS_STARTED') {
      const title = `${inWords(news.count)} customers are waiting`;
      this.#shown.set(MANY, notifyDesktop({ title, body: 'Their conversations ring in Eyeline.', tag: MANY }));
    }
    if (news.type === 'WISH') {
      const { conversation, mode } = news;
      this.#notify({ title: visitorName(consumerOf(conversation)), body: `Asks for a ${callName(mode).toLowerCase()}.`, tag: `wish-${conversation.id}` });
    }
    if (news.type === 'MESSAGE') {
      const { conversation, text } = news;
      this.#notify({ title: visitorName(consumerOf(conversation)), body: text, tag: `message-${conversation.id}` });
    }
  }

  /** Nobody works here any more: nothing of customers stays on the desktop. */
  stop() {
    this.#ring.stop();
    this.#notices.forEach((drop) => drop());
    this.#notices.clear();
    document.title = 'Eyeline';
  }

  /** The newest of each kind and conversation, as the desktop shows it. @param {{ title: string, body: string, tag: string }} text */
  #notify(text) {
    const drop = notifyDesktop(text);
    this.#notices.set(text.tag, drop);
    return drop;
  }

  #dropOld() {
    for (const [ringId, drop] of this.#shown) {
      const waits = ringId === MANY ? this.desk.waiting > 0 : this.desk.rings.some((each) => each.ringId === ringId);
      if (!waits) {
        drop();
        this.#shown.delete(ringId);
      }
    }
  }
}
