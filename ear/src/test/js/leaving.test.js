// Who leaves in a call: what is asked before, what is let go, and what the other side reads.
import { questionBefore } from '/js/agent/leaving.js';
import { Calls } from '/js/call/calls.js';
import { KeptCalls } from '/js/call/kept-calls.js';
import { logOut } from '/js/wire/login.js';
import { describeEnd } from '/js/elements/call-words.js';
import { equal, truth } from './expect.js';

const call = (state, owner = 'THIS') => ({callId: `${state} ${owner}`, state, owner, invitedAt: 1});
const desk = (calls, mine = [], drafts = []) => ({drafts: {names: drafts}, calls: {state: {calls: Object.fromEntries(calls.map((each) => [each.callId, each])), rights: {}}}, mine});

const words = (end, side, peerName = 'Ana') => {
  const { title, text } = describeEnd({ mode: 'VIDEO_CALL', acceptedMode: 'VIDEO_CALL', endReason: 'AGENT', durationMs: 61_000, ...end }, { side, peerName });
  return `${title}. ${text}`.replaceAll('\u00a0', ' ').replace(/[\u2068\u2069]/g, '');
};

/** A server that accepts whatever it is asked. */
const server = () => ({
  state: 'READY', asked: [],
  on: () => () => {}, hurry() {}, serverNow: () => 0,
  async request({ type }) {
    this.asked.push(type);
    return { ok: true, body: { callId: 'c', sessionKey: '1.k' } };
  },
});

export const tests = {
  'asks before a call, an invitation or a waiting customer is left, and says which it is': () => {
    const [running, ringing, elsewhere, over] = [call('ACTIVE'), call('INVITED'), call('ACTIVE', 'ELSEWHERE'), call('ENDED')];
    equal(questionBefore(desk([])), undefined);
    equal(questionBefore(desk([over])), undefined);
    equal(questionBefore(desk([over], ['a conversation'])), 'sign-out');
    equal(questionBefore(desk([over], [], ['a draft'])), 'unsent');
    equal(questionBefore(desk([ringing], ['a conversation'])), 'sign-out-ringing');
    equal(questionBefore(desk([call('ACCEPTED', 'NONE')], ['a conversation'])), 'sign-out-call');
    equal(questionBefore(desk([ringing, running], ['a conversation'])), 'sign-out-call');
    equal(questionBefore(desk([elsewhere], ['a conversation'])), 'sign-out-elsewhere');
    equal(questionBefore(desk([elsewhere, ringing], ['a conversation'])), 'sign-out-ringing');
  },

  'lets go what a call holds, and keeps nothing for who logs in next': async () => {
    const { RTCPeerConnection: Native } = window;
    const peers = [];
    window.RTCPeerConnection = class extends Native { constructor(...how) { super(...how); peers.push(this); } };
    try {
      const kept = new KeptCalls({ storage: sessionStorage, key: 'leaving.test' });
      const calls = new Calls({ connection: server(), side: 'AGENT', kept });
      await calls.invite('k', 'VIDEO_CALL');
      equal([peers.length, kept.all.length], [1, 1]);
      calls.close();
      equal(peers[0].signalingState, 'closed');
      equal(calls.view('c').phase, 'OVER');
      dispatchEvent(new PageTransitionEvent('pagehide'));
      equal(kept.all, []);
    } finally {
      window.RTCPeerConnection = Native;
    }
  },

  'a log-out is told again until the server has heard it, and the person reads that once': async () => {
    const { fetch: native } = window;
    const answers = [() => { throw new TypeError('no network'); }, 503, 404, 429, 200].map(each => (typeof each === 'function' ? each : () => new Response(each === 404 ? '<html>' : '{}', {status: each})));
    const asked = [];
    window.fetch = async (path, {headers}) => { asked.push(`${path} ${headers.Authorization}`); return answers[asked.length - 1](); };
    try {
      let told = 0;
      const waited = [];
      await logOut({account: '1', bearer: 'b', csrf: 'c'}, {onUnheard: () => told++, wait: async tries => { waited.push(tries); }});
      equal([asked.length, new Set(asked).size, asked[0].endsWith(' Bearer b'), waited, told], [5, 1, true, [0, 1, 2, 3], 1]);
    } finally {
      window.fetch = native;
    }
  },

  'a server that knows no such log-in is told once': async () => {
    const { fetch: native } = window;
    let asked = 0;
    window.fetch = async () => { asked++; return new Response('{}', {status: 401}); };
    try {
      await logOut({account: '1', bearer: 'b', csrf: 'c'}, {onUnheard: () => { throw new Error('told'); }});
      equal(asked, 1);
    } finally {
      window.fetch = native;
    }
  },

  'tells the other side why, in words': () => {
    equal(words({ cause: 'LOGGED_OUT' }, 'CONSUMER'), 'Ana logged out. The call ended with it. It lasted 1 min 01 s. You can go on writing here.');
    equal(words({ cause: 'LOGGED_OUT', acceptedMode: undefined, durationMs: 0 }, 'CONSUMER'), 'Ana logged out. The invitation was taken back. You can go on writing here.');
    equal(words({ cause: 'LOGIN_ENDED', durationMs: 0 }, 'CONSUMER'), 'Ana is not logged in any more. The call ended with it. You can go on writing here.');
    equal(words({ cause: 'ACCOUNT_CLOSED', endReason: 'SERVER', durationMs: 0 }, 'CONSUMER'), 'This service was closed. The call ended with it.');
    equal(words({ cause: 'LOGGED_OUT', durationMs: 0 }, 'AGENT', 'Visitor'), 'You logged out. The call ended with it.');
    const left = { cause: 'PAGE_LEFT', errorId: 'AGENT_DISCONNECTED', durationMs: 0 };
    equal(words(left, 'CONSUMER'), 'Ana closed the page. The call ended because nobody came back in time. You can go on writing here.');
    equal(words(left, 'AGENT', 'Visitor').split('.')[0], 'Your page was closed');
    truth(words({ cause: 'HUNG_UP' }, 'CONSUMER').includes('Ana hung up.'));
  },
};
