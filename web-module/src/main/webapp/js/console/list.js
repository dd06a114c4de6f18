import { cleaned } from '../conversation/message-text.js';
import { errorWords } from './words.js';

/** A list of the API, page after page, with a search and an order. Its host is drawn again at every change. */
export class List {
  /** How long to wait for the next letter of a search. */
  static PAUSE_MS = 250;

  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;

  /** @param {import('lit').ReactiveElement} host @param {import('./rest.js').Rest} rest @param {string} path @param {Record<string, string>} [query] */
  constructor(host, rest, path, query = {}) {
    this.host = host;
    this.rest = rest;
    this.path = path;
    this.query = query;
    /** @type {any[]} */
    this.items = [];
    this.total = 0;
    /** @type {string | undefined} */
    this.next = undefined;
    this.loaded = false;
    this.message = '';
  }

  /** @param {Record<string, string>} query */
  ask(query) {
    this.query = { ...this.query, ...query };
    return this.load();
  }

  /** Asks when nobody types any more. @param {string} q */
  search(q) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.ask({ q: cleaned(q).trim() }), List.PAUSE_MS);
  }

  /** From the beginning. What is shown stays until the answer is there. */
  load() {
    return this.#take(undefined);
  }

  more() {
    return this.#take(this.next);
  }

  /** @param {string | undefined} cursor */
  async #take(cursor) {
    const turn = ++this.#turn;
    const answer = await this.rest.get(this.path, { ...this.query, cursor });
    if (turn !== this.#turn) {
      return; // a later question was asked
    }
    this.message = answer.ok ? '' : worded(answer);
    if (answer.ok) {
      this.items = cursor ? [...this.items, ...answer.body.items] : answer.body.items;
      this.next = answer.body.next;
      this.total = answer.body.total ?? this.items.length;
    }
    this.loaded = true;
    this.host.requestUpdate();
  }
}

/** A query that is wrong is named as people name it. @param {import('./rest.js').Answer} answer */
const worded = ({ errors = [], message = '' }) => (errors.length === 1 ? errorWords(errors[0].field, errors[0].detail) : message);
