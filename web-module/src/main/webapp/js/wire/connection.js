/**
 * One socket to Eyeline that is kept up for ever: it authenticates, answers requests by promises, hands on
 * notifications, keeps itself alive, follows the server's clock, and comes back by itself.
 *
 * @typedef {{ok: true, body: any}} Answer
 * @typedef {{ok: false, code: number, reason: string, message: string, field?: string}} Refusal
 * @typedef {'CONNECTING'|'READY'|'WAITING'|'SIGNED_OUT'|'CLOSED'} ConnectionState
 *
 * @typedef {object} Door  where to dial and how to show who we are
 * @property {string} url
 * @property {import('./protocol.js').Request} [greeting]  the first request; when it is refused the token is renewed
 *
 * @typedef {(why: {renew: boolean, neverOpened: boolean}) => Promise<Door>} OpenDoor
 *   `renew`: the server refused the token. `neverOpened`: the last dial failed before the socket opened, which is all
 *   that a browser is told when the server answers the upgrade with 401. Throws SignedOut when nobody can sign in.
 */
import {CloseCode, frame, getClock, readClock, readFrame, readRefusal} from './protocol.js';
import {returns} from './returns.js';
import {ServerClock} from './server-clock.js';

/** How long a request waits for its answer. */
export const REQUEST_LIMIT_MS = 10_000;
/** A sign of life may always take so long, and as many of the shortest round trips: most often the socket is dead, and a new one dials in no time. */
const LEAST_ANSWER_MS = 500;
const ROUND_TRIPS = 4;
/** How often an idle socket says something; the server closes it after 150 s of silence. */
export const KEEP_ALIVE_MS = 30_000;
/** Whoever comes back to a page asks for a sign of life unless there was one just now. */
const FRESH_MS = 5_000;
/** The first reconnect comes within this time, spread at random. */
export const FIRST_RETRY_MS = 1_000;
/** No reconnect waits longer than this. */
export const LAST_RETRY_MS = 15_000;
/**
 * How patient a connection is, in milliseconds: between two signs of life, for their answer, between two reconnects at most, and
 * with a dial.
 */
const CALM = Object.freeze({keepAlive: KEEP_ALIVE_MS, answer: REQUEST_LIMIT_MS, retry: LAST_RETRY_MS, dial: 20_000});
/** While somebody is in a call every second counts: a broken socket is noticed and dialled again at once. */
const URGENT = Object.freeze({keepAlive: 5_000, answer: 5_000, retry: 1_000, dial: 5_000});

/** Nobody is signed in any more: the connection stops until somebody dials again. */
export class SignedOut extends Error {}

const OFFLINE = Object.freeze({ok: false, code: 0, reason: 'OFFLINE', message: 'There is no connection right now.'});
const TIMED_OUT = Object.freeze({ok: false, code: 0, reason: 'TIMED_OUT', message: 'The server did not answer in time.'});

/** Full jitter: anything from 0 to a bound that doubles. */
export const retryDelay = (failures, random = Math.random, last = LAST_RETRY_MS) =>
  random() * Math.min(last, FIRST_RETRY_MS * 2 ** Math.min(failures, 10));

export class Connection {
  #openDoor; #socket; #retryTimer; #keepAliveTimer; #dialTimer;
  #pace = CALM;
  #state = 'CLOSED';
  #listeners = new Map();
  #pending = new Map();
  #lastId = 0;
  #failures = 0;
  #dial = 0;
  #renew = false;
  #neverOpened = false;
  #clock = new ServerClock();
  #back; #stopReturns;

  /** @param {OpenDoor} openDoor @param {import('./returns.js').Returns} [back] */
  constructor(openDoor, back = returns()) {
    this.#openDoor = openDoor;
    this.#back = back;
  }

  /** @returns {ConnectionState} */
  get state() { return this.#state; }

  /** Milliseconds since the epoch by the server's clock. */
  serverNow() { return this.#clock.now(); }

  /**
   * Listens to a notification type of the protocol, to `state` (told the ConnectionState), or to `clock` (the server's time was measured anew).
   * @param {string} type @param {(body: any) => void} listener @returns {() => void} stops listening
   */
  on(type, listener) {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Dials now, whatever the waiting time was. */
  open() {
    clearTimeout(this.#retryTimer);
    this.#stopReturns ??= this.#back.on(({slept}) => this.#returned(slept));
    if (this.#state === 'CONNECTING' || this.#state === 'READY') return;
    this.#connect();
  }

  /** Timers stood still, and after a sleep the socket is most often dead and nobody has said so. */
  #returned(slept) {
    if (this.#state === 'SIGNED_OUT') return;
    if (slept) this.#clock.doubt();
    if (slept) this.redial();
    else if (this.#state === 'WAITING') this.open();
    else if (this.#state === 'READY' && this.#clock.age > FRESH_MS) this.#keepAlive();
  }

  /** Somebody is in a call, or no more. @param {boolean} urgent */
  hurry(urgent) {
    const pace = urgent ? URGENT : CALM;
    if (pace === this.#pace) return;
    this.#pace = pace;
    if (this.#state === 'READY') this.#keepAlivePeriodically();
    if (this.#state === 'WAITING' && urgent) this.open();
  }

  /**
   * Something else says that the network may be broken: asks the server at once, and dials again when it does not answer.
   * @param {number} [limit] milliseconds @returns {Promise<boolean>} whether it answered
   */
  async probe(limit = this.#answerLimit) {
    if (this.#state !== 'READY') return false;
    const dial = this.#dial;
    await this.#keepAlive(limit);
    if (this.#state === 'WAITING') this.open();
    return dial === this.#dial;
  }

  /** The network is there again: what was dialled on the old one is not waited for. */
  redial() {
    if (this.#state === 'CONNECTING' && this.#neverOpened) this.#unanswered();
    this.open();
    this.probe();
  }

  get #answerLimit() { return Math.min(this.#pace.answer, Math.max(LEAST_ANSWER_MS, ROUND_TRIPS * this.#clock.roundTrip)); }

  close() {
    this.#dial++;
    clearTimeout(this.#retryTimer);
    this.#stopReturns?.();
    this.#stopReturns = undefined;
    this.#drop();
    this.#enter('CLOSED');
  }

  /** @param {import('./protocol.js').Request} request @returns {Promise<Answer|Refusal>} never rejects */
  request(request) {
    return this.#state === 'READY' ? this.#ask(request) : Promise.resolve(OFFLINE);
  }

  async #connect() {
    const dial = ++this.#dial;
    this.#enter('CONNECTING');
    try {
      const door = await this.#openDoor({renew: this.#renew, neverOpened: this.#neverOpened});
      if (dial === this.#dial) this.#dialled(dial, door);
    } catch (failure) {
      if (dial === this.#dial) this.#notAdmitted(failure);
    }
  }

  #notAdmitted(failure) {
    if (failure instanceof SignedOut) this.#enter('SIGNED_OUT');
    else this.#retryLater();
  }

  #dialled(dial, {url, greeting}) {
    const socket = new WebSocket(url);
    const current = handler => event => { if (dial === this.#dial) handler(event); };
    this.#socket = socket;
    this.#neverOpened = true;
    this.#dialTimer = setTimeout(current(() => this.#unanswered()), this.#pace.dial);
    socket.onopen = current(() => this.#opened(dial, greeting));
    socket.onmessage = current(event => this.#received(event.data));
    socket.onclose = current(event => this.#lost(event.code));
  }

  /** Nobody said no: the token is not to blame. */
  #unanswered() {
    this.#neverOpened = false;
    this.#lost(1006);
  }

  async #opened(dial, greeting) {
    this.#neverOpened = false;
    clearTimeout(this.#dialTimer);
    const answer = greeting ? await this.#ask(greeting) : {ok: true};
    if (dial !== this.#dial) return;
    if (!answer.ok) return this.#lost(answer.code === 401 ? CloseCode.TOKEN_REFUSED : 1000);
    this.#renew = false;
    await this.#readClock();
    if (dial === this.#dial && this.#socket) this.#ready();
  }

  #ready() {
    this.#failures = 0;
    this.#keepAlivePeriodically();
    this.#enter('READY');
  }

  #keepAlivePeriodically() {
    clearInterval(this.#keepAliveTimer);
    this.#keepAliveTimer = setInterval(() => this.#keepAlive(), this.#pace.keepAlive);
  }

  async #keepAlive(limit = this.#pace.answer) {
    const dial = this.#dial;
    const answered = await this.#readClock(limit);
    if (!answered && dial === this.#dial && this.#state === 'READY') this.#lost(1006);
  }

  async #readClock(limit = this.#pace.answer) {
    const sent = this.#clock.steady();
    const answer = await this.#ask(getClock(), limit);
    if (answer.ok && this.#clock.take(sent, this.#clock.steady(), readClock(answer.body))) this.#tell('clock');
    return answer.ok;
  }

  #ask(request, limit = REQUEST_LIMIT_MS) {
    const id = String(++this.#lastId);
    return new Promise(resolve => {
      const timer = setTimeout(() => this.#settle(id, TIMED_OUT), limit);
      this.#pending.set(id, {resolve, timer});
      this.#socket.send(frame(id, request));
    });
  }

  #settle(id, outcome) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    pending.resolve(outcome);
  }

  #received(text) {
    const message = readFrame(text);
    if (message?.kind === 'resp') this.#settle(message.reqId, outcome(message));
    if (message?.kind === 'notification') this.#tell(message.type, message.body);
  }

  #lost(code) {
    this.#renew ||= code === CloseCode.TOKEN_REFUSED || code === CloseCode.IDENTITY_RAN_OUT;
    this.#dial++;
    this.#drop();
    this.#retryLater();
  }

  #retryLater() {
    this.#retryTimer = setTimeout(() => this.#connect(), retryDelay(this.#failures++, Math.random, this.#pace.retry));
    this.#enter('WAITING');
  }

  #drop() {
    clearInterval(this.#keepAliveTimer);
    clearTimeout(this.#dialTimer);
    this.#socket?.close();
    this.#socket = undefined;
    [...this.#pending.keys()].forEach(id => this.#settle(id, OFFLINE));
  }

  #enter(state) {
    this.#state = state;
    this.#tell('state', state);
  }

  #tell(type, body) { this.#listeners.get(type)?.forEach(listener => listener(body)); }
}

const outcome = ({code, body}) => (code > 399 ? readRefusal(code, body) : {ok: true, body});
