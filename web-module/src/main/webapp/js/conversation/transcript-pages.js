// A transcript is loaded from its end: the newest page first, then what is new as it comes, and older pages when somebody wants them.
// One page is on its way at a time, however many conversations wait for one, so that a thin line is never filled.
import { queryMessages, readQueriedEvents, subscribeEvents } from '../wire/protocol.js';

/**
 * @typedef {import('../wire/protocol.js').TranscriptEvent} TranscriptEvent
 * @typedef {import('./conversation-store.js').Conversation} Conversation
 * @typedef {{ find: (id: string) => Conversation | undefined, onPage: (id: string, events: TranscriptEvent[], begins: boolean) => void,
 *   onChange: () => void }} Reader `onPage`: a page came; `begins` says that nothing is older. `onChange`: loading began or ended.
 */

/** Events of a page; the server sends no more at once. */
export const PAGE = 50;

/** How long to wait after "too many". */
const TOO_FAST_MS = 1_000;

export class TranscriptPages {
  #connection; #reader;
  #turn = Promise.resolve();
  /** The conversations whose events this page hears. @type {Set<string>} */
  #followed = new Set();
  /** Those that wait for a page that somebody looks for. @type {Set<string>} */
  #loading = new Set();

  /** @param {import('../wire/connection.js').Connection} connection @param {Reader} reader */
  constructor(connection, reader) {
    this.#connection = connection;
    this.#reader = reader;
  }

  /** Whether the events of this conversation are asked for. @param {string} id */
  follows(id) {
    return this.#followed.has(id);
  }

  /** Whether an older page is on its way. @param {string} id */
  isLoading(id) {
    return this.#loading.has(id);
  }

  /** The newest page, then everything new. Once for each conversation. @param {string} id */
  follow(id) {
    if (!this.#followed.has(id)) {
      this.#followed.add(id);
      return this.#inTurn(() => this.#begin(id));
    }
    return this.#turn;
  }

  /** After a new connection: what was missed, from the last known event on. */
  resume() {
    this.#followed.forEach((id) => this.#inTurn(() => this.#begin(id)));
  }

  /** The page before the oldest known event; nothing while one is on its way, or at the beginning. @param {string} id */
  async older(id) {
    const conversation = this.#reader.find(id);
    if (this.#connection.state !== 'READY' || !conversation || this.#loading.has(id) || !hasOlder(conversation)) {
      return;
    }
    this.#loading.add(id);
    this.#reader.onChange();
    await this.#inTurn(async () => (await this.#page(id, conversation.firstSequence)) || pause());
    this.#loading.delete(id);
    this.#reader.onChange();
  }

  /** Everything from this event on, page by page and shown as one change; as far as it comes. @param {string} id @param {number} sequence */
  async reach(id, sequence) {
    const conversation = this.#reader.find(id);
    if (!conversation || this.#loading.has(id) || !hasOlder(conversation) || conversation.firstSequence <= sequence) {
      return;
    }
    this.#loading.add(id);
    this.#reader.onChange();
    const events = await this.#back(conversation, sequence);
    this.#loading.delete(id);
    this.#reader.onPage(id, events, events[0]?.sequence === 1);
    this.#reader.onChange();
  }

  /** @param {Conversation} conversation @param {number} sequence @returns {Promise<TranscriptEvent[]>} in order */
  async #back({ dialogId, firstSequence }, sequence) {
    /** @type {TranscriptEvent[][]} */
    const pages = [];
    for (let first = firstSequence; first > Math.max(1, sequence) && this.#connection.state === 'READY';) {
      const answer = await this.#turnOf(() => this.#ask(queryMessages(dialogId, PAGE, first)));
      const page = answer.ok ? readQueriedEvents(answer.body) : [];
      pages.unshift(page);
      first = page[0]?.sequence ?? 0;
    }
    return pages.flat();
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  #turnOf(work) {
    return new Promise((done, failed) => { this.#inTurn(() => work().then(done, failed)); });
  }

  /** @param {() => Promise<unknown>} work */
  #inTurn(work) {
    this.#turn = this.#turn.then(work, work).then(() => undefined);
    return this.#turn;
  }

  /** @param {string} id */
  async #begin(id) {
    if (this.#reader.find(id)?.lastSequence === 0 && !(await this.#page(id))) {
      return;
    }
    const conversation = this.#reader.find(id);
    if (conversation) {
      await this.#ask(subscribeEvents(conversation.dialogId, conversation.lastSequence + 1));
    }
  }

  /** Whether it came. @param {string} id @param {number} [olderThan] */
  async #page(id, olderThan) {
    const conversation = this.#reader.find(id);
    const answer = conversation && await this.#ask(queryMessages(conversation.dialogId, PAGE, olderThan));
    if (answer?.ok) {
      const events = readQueriedEvents(answer.body);
      this.#reader.onPage(id, events, events.length === 0 || events[0].sequence === 1);
    }
    return Boolean(answer?.ok);
  }

  /** What was too fast, or too large for the line, is asked again as long as there is a connection. @param {import('../wire/protocol.js').Request} request */
  async #ask(request) {
    for (;;) {
      const answer = await this.#connection.request(request);
      if (answer.ok || (answer.code !== 429 && answer.reason !== 'TIMED_OUT')) {
        return answer;
      }
      await pause();
    }
  }
}

/** Nobody who is refused asks again at once. @returns {Promise<void>} */
const pause = () => new Promise((again) => { setTimeout(again, TOO_FAST_MS * (1 + Math.random())); });

/** Whether something was said before what is known. @param {Conversation} conversation */
export function hasOlder(conversation) {
  return !conversation.begins && conversation.firstSequence > 1;
}
