import { directionOf, isolated } from '/js/conversation/isolated.js';
import { callWords, invitationWords } from '/js/conversation/wording.js';
import { describeEnd } from '/js/elements/call-words.js';
import { equal } from './expect.js';

const DANA = '\u05d3\u05e0\u05d4 (VIP)';
const HEBREW = { INVITED_VOICE: '{agent} \u05de\u05d6\u05de\u05d9\u05df: {call}', VOICE_CALL: '\u05e9\u05d9\u05d7\u05d4', CANCELLED: '{agent}!' };

export const tests = {
  'a name keeps its own direction within a sentence': () => {
    equal(isolated(DANA), `\u2068${DANA}\u2069`);
    equal([isolated(''), isolated(undefined)], ['', '']);
  },

  'a name cannot end its own isolation': () => equal(isolated('Ana\u2069\u2067)\u2069 x'), '\u2068Ana) x\u2069'),

  'every sentence with the other person’s name isolates it': () => {
    const call = { mode: 'VOICE_CALL', agentName: DANA };
    for (const words of [invitationWords(HEBREW, call), callWords(HEBREW, { ...call, step: 'CANCELLED' }),
      ...[['AGENT', 'DECLINED'], ['CONSUMER', 'CANCELLED'], ['AGENT', 'EXPIRED']].map(([side, cause]) =>
        describeEnd({ mode: 'VOICE_CALL', cause }, { side, peerName: DANA }).title)]) {
      equal(words.includes(`\u2068${DANA}\u2069`), true);
    }
  },

  'a filled text runs as its own letters do and not as the name in it': () => {
    equal(directionOf(invitationWords(HEBREW, { mode: 'VOICE_CALL', agentName: 'Ana' })), 'rtl');
    equal(directionOf(`${isolated(DANA)} invites you to a voice call.`), 'ltr');
    equal([directionOf('12:30'), directionOf('')], ['ltr', 'ltr']);
    equal(directionOf('(1) \u0645\u0631\u062d\u0628\u0627'), 'rtl');
  },
};
