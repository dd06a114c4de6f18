// The pure part of the check before a call: check/rows.js.
import { asText, progress, rowsOf, speedOutcome, summary, together, wayOf } from '/js/check/rows.js';
import { browserFindings } from '/js/check/probe-browser.js';
import { kbpsOf } from '/js/check/probe-speed.js';
import { RelaySearch } from '/js/call/relay-search.js';
import { WORDS } from '/js/check/words.js';
import { equal, truth } from './expect.js';

const ALL_GOOD = {
  browser: {outcome: 'OK'}, secure: {outcome: 'OK'}, frame: {outcome: 'TAG'}, policy: {outcome: 'OK'}, microphone: {outcome: 'HEARD'}, camera: {outcome: 'OK'},
  signalling: {outcome: 'OK', ms: 12}, down: {outcome: 'FULL', kbps: 9000}, up: {outcome: 'FULL', kbps: 3000}, stun: {outcome: 'OK'},
  turnUdp: {outcome: 'OK'}, turnTcp: {outcome: 'OK'}, turnTls: {outcome: 'OK'},
};
const sum = (more, relayOnly = false) => {
  const findings = {...ALL_GOOD, ...more};
  return summary(rowsOf(findings), {findings, relayOnly});
};
const row = (id, finding) => rowsOf({[id]: finding}).find(each => each.id === id);

export const tests = {
  'everything waits until it is found, and says when it is looked for': () => {
    truth(rowsOf({}).every(({state}) => state === 'WAITING'), 'waits');
    equal(row('stun', {running: true}).state, 'RUNNING');
    equal(progress(rowsOf({browser: {outcome: 'OK'}})), {done: 1, all: 13});
    equal(summary(rowsOf({browser: {outcome: 'OK'}})).text, 'Checking…');
  },
  'every outcome has words, and what is wrong says what to do': () => {
    for (const [id, outcomes] of Object.entries(WORDS)) {
      for (const outcome of Object.keys(outcomes)) {
        const {state, says, todo} = row(id, {outcome, kbps: 700, ms: 500});
        truth(says, `${id} ${outcome} says something`);
        truth(!['BAD', 'WEAK'].includes(state) || todo, `${id} ${outcome} says what to do`);
      }
    }
  },
  'a browser that is asked and says nothing gets a word while the check runs': () => {
    const {state, says, todo} = row('camera', {running: true, silent: true});
    equal([state, says], ['RUNNING', 'The browser has not answered yet.']);
    truth(todo, 'what to look at');
    equal(row('camera', {running: true}).says, '');
  },
  'a microphone that the system mutes is no microphone': () => {
    equal(sum({microphone: {outcome: 'MUTED'}}), {tone: 'danger', text: 'Not ready for calls yet.', more: 'It opens, but the system has muted the microphone.'});
    equal(sum({camera: {outcome: 'MUTED'}}).text, 'Ready for voice calls; not for video.');
  },
  'when all is good it is ready for video': () => equal(sum({}).text, 'Ready for video calls.'),
  'without a camera, or with a line for voice alone, it is ready for voice': () => {
    equal(sum({camera: {outcome: 'MISSING'}}), {tone: 'warning', text: 'Ready for voice calls; not for video.', more: 'No camera was found.'});
    equal(sum({up: {outcome: 'VOICE', kbps: 800}}).text, 'Ready for voice calls; not for video.');
    equal(sum({policy: {outcome: 'CAMERA'}}).text, 'Ready for voice calls; not for video.');
  },
  'what stops a call is named': () => {
    for (const more of [{microphone: {outcome: 'DENIED'}}, {browser: {outcome: 'MISSING'}}, {secure: {outcome: 'INSECURE'}},
      {signalling: {outcome: 'BLOCKED'}}, {down: {outcome: 'SLOW', kbps: 90}}, {policy: {outcome: 'MICROPHONE'}}]) {
      equal(sum(more).tone, 'danger', JSON.stringify(more));
    }
    equal(sum({microphone: {outcome: 'DENIED'}}).more, 'The microphone is blocked in this browser.');
  },
  'a relay that refuses is a doubt, and an obstacle where calls go through it alone': () => {
    const refused = {turnUdp: {outcome: 'REFUSED'}, turnTcp: {outcome: 'REFUSED'}, turnTls: {outcome: 'NOT_SET_UP'}};
    equal(sum(refused).text, 'Ready for video calls, with a doubt.');
    equal(sum(refused, true).text, 'Not ready for calls yet.');
    equal(sum({...refused, turnTls: {outcome: 'OK'}}, true).text, 'Ready for video calls, with a doubt.');
  },
  'a relay that has no room for a check now is a doubt, and none about calls': () => {
    const full = {turnUdp: {outcome: 'FULL'}, turnTcp: {outcome: 'FULL'}, turnTls: {outcome: 'FULL'}};
    equal(sum(full, true).text, 'Ready for video calls, with a doubt.');
    equal(row('turnUdp', {outcome: 'FULL'}).says, 'The relay answers, but has no room for a check now (486).');
    const search = new RelaySearch();
    search.failed({errorCode: 401, url: 'turn:a'});
    equal([search.full, search.obstacle], [false, 'RELAY_REFUSED']);
    search.failed({errorCode: 486, url: 'turn:a'});
    equal([search.full, search.obstacle], [true, 'RELAY_REFUSED']);
  },
  'without an account it says that the connection was not checked': () => {
    const nowhere = Object.fromEntries(['signalling', 'down', 'up', 'stun', 'turnUdp', 'turnTcp', 'turnTls'].map(id => [id, {outcome: 'NO_ACCOUNT'}]));
    equal(sum(nowhere).more, 'The connection was not checked.');
  },
  'speeds are judged by what they are enough for': () => {
    equal([2600, 2599, 1100, 1099, 600, 599].map(speedOutcome), ['FULL', 'LOWER', 'LOWER', 'VOICE', 'VOICE', 'SLOW']);
    equal(kbpsOf(125_000, 1000), 1000);
    equal(row('down', {outcome: 'FULL', kbps: 812_345}).says, 'More than 20,000 kbit/s down: enough for video in full quality.');
  },
  'servers are asked by the way of their address, and one good one is enough': () => {
    equal(['stun:a', 'stuns:a', 'turn:a', 'turn:a?transport=udp', 'turn:a?transport=tcp', 'turns:a', 'turns:a:443?transport=tcp'].map(wayOf),
      ['stun', 'stun', 'turnUdp', 'turnUdp', 'turnTcp', 'turnTls', 'turnTls']);
    equal([['UNREACHABLE', 'OK'], ['UNREACHABLE', 'REFUSED'], ['REFUSED', 'FULL'], ['UNREACHABLE'], []].map(together),
      ['OK', 'REFUSED', 'FULL', 'UNREACHABLE', 'NOT_SET_UP']);
  },
  'where the page is, is told, and where the tag of the window is': () => {
    const [page, above] = [{}, {}];
    const of = (top, tagged) => browserFindings({document: {}, self: page, top}, tagged).frame.outcome;
    equal([of(page), of(page, true), of(above), of(above, true)], ['OK', 'TAG', 'FRAMED', 'FRAMED']);
  },

  'the policy of a page is told where the browser knows it': () => {
    const of = allowed => browserFindings({isSecureContext: true, document: {permissionsPolicy: {allowsFeature: name => allowed.includes(name)}}}).policy.outcome;
    equal([of(['camera', 'microphone']), of(['microphone']), of(['camera'])], ['OK', 'CAMERA', 'MICROPHONE']);
    equal(browserFindings({document: {}}), {browser: {outcome: 'MISSING'}, secure: {outcome: 'INSECURE'}, frame: {outcome: 'OK'}, policy: {outcome: 'UNKNOWN'}});
  },
  'the result as text has a line for each row': () => {
    const rows = rowsOf(ALL_GOOD);
    const text = asText(rows, sum({}));
    equal(text.split('\n').length, rows.length + 3);
    truth(text.includes('Good – Server: The server answers in 12 ms.'), text);
  },
};
