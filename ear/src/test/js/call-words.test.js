// elements/call-words.js: how a call ended, for the person who looks.
import { describeEnd, describeFailure, describeNotice } from '/js/elements/call-words.js';
import { equal, truth } from './expect.js';

const title = (end, who) => describeEnd({ mode: 'VIDEO_CALL', ...end }, { side: 'AGENT', peerName: 'Visitor', ...who }).title;
const LOST = { cause: 'CONNECTION_LOST', endReason: 'CONSUMER', errorId: 'CONSUMER_DISCONNECTED' };

export const tests = {
  'lays a lost connection to whom the server lays it, also when this page reported it': () => {
    equal(title(LOST), '\u2068Visitor\u2069 lost the connection');
    equal(title(LOST, { failure: 'MEDIA_LOST' }), '\u2068Visitor\u2069 lost the connection');
    equal(title(LOST, { side: 'CONSUMER', peerName: 'Ana' }), 'Your connection was lost');
  },

  'speaks of a firewall only where a way was looked for': () => {
    const words = (end, who) => { const { title: t, text } = describeEnd({ mode: 'VIDEO_CALL', ...end }, { side: 'AGENT', peerName: 'Visitor', ...who }); return `${t} ${text}`; };
    const firewall = (...of) => /firewall/i.test(words(...of));
    for (const failure of ['MEDIA_FAILED', 'RELAY_UNREACHABLE']) truth(firewall({}, { failure }), failure);
    truth(firewall({ cause: 'MEDIA_FAILED', errorId: 'UNABLE_TO_CONNECT', endReason: 'CONSUMER' }), 'told by the other side');
    const silent = { cause: 'DEVICE_UNANSWERED', errorId: 'DEVICES_UNANSWERED', endReason: 'CONSUMER' };
    truth(words(silent).startsWith('\u2068Visitor\u2069’s browser got no camera or microphone'), words(silent));
    for (const end of [silent, { ...silent, endReason: 'AGENT' }, { cause: 'NOT_AGREED', errorId: 'UNABLE_TO_CONNECT', endReason: 'TIMEOUT' },
      { cause: 'NOT_AGREED', errorId: 'UNABLE_TO_CONNECT', endReason: 'CONSUMER' }]) truth(!firewall(end), words(end));
    for (const failure of ['MICROPHONE_UNANSWERED', 'MICROPHONE_FORBIDDEN', 'MICROPHONE_WITHHELD', 'NOT_AGREED', 'A_LATER_ONE']) truth(!firewall({}, { failure }), failure);
  },

  'has four ids and four sentences for a no of the page, of the person, of the system and of nobody': () => {
    for (const device of ['CAMERA', 'MICROPHONE']) {
      const all = ['FORBIDDEN', 'DENIED', 'WITHHELD', 'UNANSWERED'].map(no => `${device}_${no}`);
      equal(new Set(all.map(each => describeNotice(each).errorId)).size, 4, device);
      equal(new Set(all.map(each => describeFailure(each).title)).size, 4, device);
    }
    equal(describeNotice('SCREEN_FORBIDDEN').errorId, 'FORBIDDEN_BY_PAGE');
  },

  'does not say that a call could not connect that was connected': () => {
    equal(title({}, { failure: 'MEDIA_LOST' }), 'The connection was lost');
    equal(title({ cause: 'CONNECTION_LOST', endReason: 'AGENT', errorId: 'UNABLE_TO_CONNECT' }, { failure: 'MEDIA_LOST' }), 'The connection was lost');
    equal(title({ cause: 'MEDIA_FAILED', endReason: 'AGENT', errorId: 'UNABLE_TO_CONNECT' }), 'The call could not connect');
  },
};
