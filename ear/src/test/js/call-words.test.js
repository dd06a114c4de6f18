// elements/call-words.js: how a call ended, for the person who looks.
import { describeEnd } from '/js/elements/call-words.js';
import { equal } from './expect.js';

const title = (end, who) => describeEnd({ mode: 'VIDEO_CALL', ...end }, { side: 'AGENT', peerName: 'Visitor', ...who }).title;
const LOST = { cause: 'CONNECTION_LOST', endReason: 'CONSUMER', errorId: 'CONSUMER_DISCONNECTED' };

export const tests = {
  'lays a lost connection to whom the server lays it, also when this page reported it': () => {
    equal(title(LOST), '\u2068Visitor\u2069 lost the connection');
    equal(title(LOST, { failure: 'MEDIA_LOST' }), '\u2068Visitor\u2069 lost the connection');
    equal(title(LOST, { side: 'CONSUMER', peerName: 'Ana' }), 'Your connection was lost');
  },

  'does not say that a call could not connect that was connected': () => {
    equal(title({}, { failure: 'MEDIA_LOST' }), 'The connection was lost');
    equal(title({ cause: 'CONNECTION_LOST', endReason: 'AGENT', errorId: 'UNABLE_TO_CONNECT' }, { failure: 'MEDIA_LOST' }), 'The connection was lost');
    equal(title({ cause: 'MEDIA_FAILED', endReason: 'AGENT', errorId: 'UNABLE_TO_CONNECT' }), 'The call could not connect');
  },
};
