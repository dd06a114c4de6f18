// wire/connection.js over a socket that the test holds in its hands.
import { Connection, FIRST_RETRY_MS, LAST_RETRY_MS, SignedOut, retryDelay } from '/js/wire/connection.js';
import { getClock } from '/js/wire/protocol.js';
import { equal, truth, until } from './expect.js';

/** Every socket that was dialled, the newest last; each answers like a server that admits everybody. */
const withSockets = async (test, answer = admitted) => {
  const original = globalThis.WebSocket;
  const dialled = [];
  globalThis.WebSocket = class {
    constructor(url) { this.url = url; this.sent = []; dialled.push(this); queueMicrotask(() => this.onopen?.()); }
    send(text) { const request = JSON.parse(text); this.sent.push(request); queueMicrotask(() => answer(this, request)); }
    close() {}
    says(message) { this.onmessage?.({data: JSON.stringify(message)}); }
    breaks(code) { this.onclose?.({code}); }
  };
  try { await test(dialled); } finally { globalThis.WebSocket = original; }
};

const admitted = (socket, {id, type}) => socket.says({kind: 'resp', reqId: id, code: 200, type: `${type}Response`,
  body: type === 'GetClock' ? {currentTime: Date.now() + 3_600_000} : {}});

const ready = async connection => {
  connection.open();
  await until(() => connection.state === 'READY', 'the connection is ready');
  return connection;
};

export const tests = {
  'spreads reconnects between nothing and a bound that grows to fifteen seconds': () => {
    equal(retryDelay(0, () => 1), FIRST_RETRY_MS);
    equal(retryDelay(3, () => 0.5), 4_000);
    equal(retryDelay(50, () => 1), LAST_RETRY_MS);
    equal(retryDelay(50, () => 0), 0);
  },

  'follows the clock of the server': () => withSockets(async () => {
    const connection = await ready(new Connection(async () => ({url: 'wss://x'})));
    truth(Math.abs(connection.serverNow() - Date.now() - 3_600_000) < 1_000, 'an hour ahead');
    connection.close();
  }),

  'gives a refusal as a value': () => withSockets(async () => {
    const connection = await ready(new Connection(async () => ({url: 'wss://x'})));
    equal(await connection.request({type: 'call.Invite', body: {}}), {ok: false, code: 409, reason: 'CALL_OPEN', message: 'Not now.'});
    connection.close();
    equal((await connection.request(getClock())).reason, 'OFFLINE');
  }, (socket, request) => (request.type === 'call.Invite'
    ? socket.says({kind: 'resp', reqId: request.id, code: 409, type: 'x', body: {reason: 'CALL_OPEN', message: 'Not now.'}})
    : admitted(socket, request))),

  'renews the token when the server refused it, and comes back': () => withSockets(async dialled => {
    const asked = [];
    const connection = await ready(new Connection(async why => { asked.push(why.renew); return {url: 'wss://x'}; }));
    dialled[0].breaks(4407);
    await until(() => connection.state === 'READY' && dialled.length === 2, 'it is back');
    equal(asked, [false, true]);
    connection.close();
  }),

  'hands on notifications until nobody listens any more': () => withSockets(async dialled => {
    const connection = await ready(new Connection(async () => ({url: 'wss://x'})));
    const heard = [];
    const stop = connection.on('call.StateNotification', body => heard.push(body.seq));
    dialled[0].says({kind: 'notification', type: 'call.StateNotification', body: {seq: 1}});
    stop();
    dialled[0].says({kind: 'notification', type: 'call.StateNotification', body: {seq: 2}});
    equal(heard, [1]);
    connection.close();
  }),

  'stops when nobody is signed in': () => withSockets(async dialled => {
    const connection = new Connection(async () => { throw new SignedOut(); });
    connection.open();
    await until(() => connection.state === 'SIGNED_OUT', 'it says that nobody is signed in');
    equal(dialled.length, 0);
  }),

  'whoever comes back from a sleep has another socket where the old one is dead, and the time of the server': () => withSockets(async dialled => {
    let back;
    const connection = await ready(new Connection(async () => ({url: 'wss://x'}), {on: listener => { back = listener; return () => { back = undefined; }; }}));
    dialled[0].send = () => {};
    back({slept: true});
    await until(() => dialled.length === 2 && connection.state === 'READY', 'another socket is ready');
    let measured = 0;
    connection.on('clock', () => { measured++; });
    back({slept: true});
    await until(() => measured === 1, 'the time was measured anew');
    connection.close();
    equal(back, undefined);
  }),

  'whoever comes back does not wait for the next dial': () => withSockets(async dialled => {
    let back;
    const connection = await ready(new Connection(async () => ({url: 'wss://x'}), {on: listener => { back = listener; return () => {}; }}));
    const random = Math.random;
    Math.random = () => 1;
    try { dialled[0].breaks(1006); } finally { Math.random = random; }
    equal(connection.state, 'WAITING');
    back({slept: false});
    equal(connection.state, 'CONNECTING');
    await until(() => connection.state === 'READY', 'it is back');
    connection.close();
  }),

  'a system clock that is set by hours changes nothing': () => withSockets(async () => {
    const connection = await ready(new Connection(async () => ({url: 'wss://x'})));
    const before = connection.serverNow();
    const now = Date.now;
    Date.now = () => now() + 7_200_000;
    try { truth(Math.abs(connection.serverNow() - before) < 60_000, 'the time of the server'); } finally { Date.now = now; }
    connection.close();
  }),

  'dials at once, and does not wait, when the server does not answer after the network has changed': () => withSockets(async dialled => {
    let silent = false;
    const connection = await ready(new Connection(async () => ({url: 'wss://x'})));
    truth(await connection.probe(50), 'it answers');
    dialled[0].send = () => { silent = true; };
    const random = Math.random;
    Math.random = () => 1; // the longest wait, were it not for the probe
    try { equal(await connection.probe(50), false); } finally { Math.random = random; }
    truth(silent, 'it was asked');
    await until(() => dialled.length === 2 && connection.state === 'READY', 'another socket is ready');
    connection.close();
  }),
};
