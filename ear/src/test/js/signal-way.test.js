// call/signal-way.js over a connection that the test lets break.
import { SignalWay } from '/js/call/signal-way.js';
import { equal, until } from './expect.js';

const OK = {ok: true, code: 200};
const OFFLINE = {ok: false, code: 0, reason: 'OFFLINE'};
const TOO_MANY = {ok: false, code: 429, reason: 'TOO_MANY_MESSAGES'};
const SIGNAL = {kind: 'candidate', candidate: null};

/** A way in its first round; `said` are the numbers that went over its connection, which gives the answer that the test wants. */
const way = () => {
  const it = {answer: OK, said: [], tell: undefined};
  const connection = {
    on(type, listener) { it.tell = listener; return () => {}; },
    async request({body}) { it.said.push(body.seq); return it.answer; },
  };
  it.signals = new SignalWay({connection, callId: 'c'});
  it.signals.begin(1);
  it.send = async () => {
    it.signals.send(SIGNAL);
    await new Promise(resolve => { setTimeout(resolve); });
  };
  return it;
};

export const tests = {
  'says what was swallowed, and then what came while the socket was away, when the server knows this page again': async () => {
    const it = way();
    await it.send();
    it.answer = OFFLINE;
    await it.send();
    ['WAITING', 'CONNECTING', 'READY'].forEach(it.tell);
    it.answer = OK;
    await it.send();
    equal(it.said, [1, 2]);
    it.signals.repeat();
    equal(it.said, [1, 2, 2, 3]);
    it.signals.close();
  },

  'says nothing out of turn when the server is too busy': async () => {
    const it = way();
    it.answer = TOO_MANY;
    await it.send();
    it.answer = OK;
    await it.send();
    equal(it.said, [1]);
    await until(() => it.said.length === 3, 'it says them again');
    equal(it.said, [1, 1, 2]);
    it.signals.close();
  },

  'takes what comes once and in its round': () => {
    const {signals} = way();
    equal([1, 2, 2, 1, 4, 3].map(seq => signals.isNews({round: 1, seq})), [true, true, false, false, true, false]);
    equal(signals.isNews({round: 2, seq: 5}), false);
    signals.close();
  },
};
