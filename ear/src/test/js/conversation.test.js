// The stores and projections of conversation/: what a page knows of conversations, and how it shows them.
import { describeCall, durationWords } from '/js/conversation/call-line.js';
import { callWords, fill, invitationWords } from '/js/conversation/wording.js';
import { NO_CONVERSATIONS, TYPING_LIFE_MS, reduceConversations, unreadSequences, whoTypes } from '/js/conversation/conversation-store.js';
import { failed, outstanding, sending, sent } from '/js/conversation/outbox.js';
import { textParts } from '/js/conversation/text-parts.js';
import { transcriptOf } from '/js/conversation/transcript.js';
import { TypingSignal } from '/js/conversation/typing-signal.js';
import { equal, truth } from './expect.js';

const ME = 'agent';
const HER = 'consumer';
const NOON = new Date(2026, 10, 22, 12).getTime();

const about = (more = {}) => ({id: 'k', open: true, updatedAt: 1, startedAt: NOON, endedAt: 0, skillId: '-1', participants:
  [{id: HER, role: 'CONSUMER'}, {id: ME, role: 'ASSIGNED_AGENT'}], dialogs: [{id: 'k', main: true, open: true}], ...more});
const text = (sequence, originatorId, words, more = {}) => ({kind: 'TEXT', dialogId: 'k', conversationId: 'k', sequence,
  at: NOON + sequence * 1000, originatorId, role: originatorId === HER ? 'CONSUMER' : 'ASSIGNED_AGENT', text: words, ...more});
const step = (sequence, name, more = {}) => text(sequence, 'system', name, {role: 'CONTROLLER',
  callStep: {callId: 'c', step: name, mode: 'VIDEO_CALL', ...more}});
const receipt = (originatorId, ...sequences) => ({kind: 'RECEIPT', dialogId: 'k', conversationId: 'k', sequence: 90,
  originatorId, role: 'CONSUMER', status: 'READ', sequences});
const chatState = (originatorId, state) => ({kind: 'CHAT_STATE', dialogId: 'k', conversationId: 'k', originatorId,
  role: originatorId === HER ? 'CONSUMER' : 'ASSIGNED_AGENT', chatState: state});

const known = (...events) => [
  {type: 'CONVERSATIONS', changes: [{removed: false, conversation: about()}]},
  {type: 'EVENTS', events, now: NOON},
].reduce(reduceConversations, NO_CONVERSATIONS).conversations.get('k');
const shown = (conversation, outbox = []) => transcriptOf(conversation, {me: ME, side: 'AGENT', outbox}).filter(item => item.kind !== 'day');
const outgoing = (more = {}) => ({key: 'mine', conversationId: 'k', text: 'Hello', at: NOON, state: 'SENDING', ...more});

export const tests = {
  'keeps events in order, each once, however they come': () => {
    const {events} = known(text(3, HER, 'c'), text(1, HER, 'a'), text(3, HER, 'c'), text(2, ME, 'b'));
    equal(events.map(event => event.text), ['a', 'b', 'c']);
  },

  'does not go back to an older state of a conversation': () => {
    const state = [about({open: false, updatedAt: 5}), about({updatedAt: 4})].reduce((current, conversation) =>
      reduceConversations(current, {type: 'CONVERSATIONS', changes: [{removed: false, conversation}]}), NO_CONVERSATIONS);
    equal(state.conversations.get('k').open, false);
  },

  'counts what others wrote after the last that was read, and no step of a call': () => {
    equal(unreadSequences(known(text(1, HER, 'a'), text(2, ME, 'b'), text(3, HER, 'c'), step(4, 'INVITED')), ME), [1, 3]);
    equal(unreadSequences(known(text(1, HER, 'a'), text(3, HER, 'c'), receipt(ME, 1)), ME), [3]);
  },

  'forgets a sign of typing after its life, or when the text comes': () => {
    const typing = known(chatState(HER, 'COMPOSING'));
    equal(whoTypes(typing, ME, NOON).map(each => each.id), [HER]);
    equal(whoTypes(typing, ME, NOON + TYPING_LIFE_MS), []);
    equal(whoTypes(known(chatState(HER, 'COMPOSING'), text(1, HER, 'a')), ME, NOON), []);
    equal(whoTypes(known(chatState(ME, 'COMPOSING')), ME, NOON), []);
  },

  'knows when the last window of the consumer has closed, and that it is back': () => {
    equal(known(chatState(HER, 'BACKGROUND')).consumerAway, true);
    equal(known(chatState(HER, 'BACKGROUND'), chatState(HER, 'ACTIVE')).consumerAway, false);
  },

  'folds the steps of a call into one line where it began': () => {
    const lines = shown(known(text(1, HER, 'a'), step(2, 'INVITED'), text(3, HER, 'b'), step(4, 'ENDED', {durationMs: 72_000})));
    equal(lines.map(line => line.kind), ['message', 'call', 'message']);
    equal([lines[1].call.step, lines[1].call.startedAt, lines[1].call.durationMs], ['ENDED', NOON + 2000, 72_000]);
  },

  'says of a call what became of it and how long it was': () => {
    const {text: words, detail} = describeCall({callId: 'c', mode: 'VOICE_CALL', step: 'ENDED', durationMs: 72_000, startedAt: 0, time: 0});
    equal([words, detail], ['Voice call ended', '1 min 12 s']);
    equal(describeCall({callId: 'c', mode: 'VIDEO_CALL', step: 'FAILED', cause: 'DEVICE_DENIED', startedAt: 0, time: 0}).tone, 'danger');
    equal([durationWords(48_900), durationWords(3_840_000)], ['48 s', '1 h 04 min']);
  },

  'fills the placeholders of a text once and leaves those without a value': () => {
    equal(fill('{agent}: {call} {constructor}', {agent: '{call}', call: '<b>'}), '{call}: <b> {constructor}');
    const texts = {INVITED_VIDEO: '{agent} → {call}', VIDEO_CALL: 'Video', ENDED: '{call}, {duration}', ENDED_UNCONNECTED: 'no {call}',
      FAILED: '{call}: {reason}', REASON_DEVICE_BUSY: 'busy'};
    equal(invitationWords(texts, {mode: 'VIDEO_CALL', agentName: 'Ana'}), '\u2068Ana\u2069 → Video');
    equal(callWords(texts, {step: 'ENDED', mode: 'VIDEO_CALL', durationMs: 75_000}), 'Video, 1:15');
    equal(callWords(texts, {step: 'ENDED', mode: 'VIDEO_CALL', durationMs: 0}), 'no Video');
    equal(callWords(texts, {step: 'FAILED', mode: 'VIDEO_CALL', cause: 'DEVICE_BUSY'}), 'Video: busy');
  },

  'ticks a message as read by the other side alone': () => {
    equal(shown(known(text(1, ME, 'a'), receipt(HER, 1)))[0].status, 'READ');
    equal(shown(known(text(1, ME, 'a'), receipt('colleague', 1)))[0].status, 'SENT');
  },

  'shows what is on its way until its event is there, known by key or by sequence': () => {
    const outbox = sending([], outgoing());
    equal(shown(known(), outbox).map(line => line.status), ['SENDING']);
    equal(shown(known(text(1, ME, 'Hello', {key: 'mine'})), outbox).length, 1);
    equal(shown(known(text(1, ME, 'Hello')), sent(outbox, 'mine', 1)).length, 1);
    equal(outstanding(failed(outbox, 'mine'), known()).map(each => [each.state, each.text]), [['FAILED', 'Hello']]);
  },

  'puts messages of one person together while they are near': () => {
    const lines = shown(known(text(1, HER, 'a'), text(2, HER, 'b'), text(600, HER, 'c')));
    equal(lines.map(line => [line.first, line.last]), [[true, false], [false, true], [true, true]]);
  },

  'begins each day with its name': () => {
    const items = transcriptOf(known(text(1, HER, 'a'), text(90_000, HER, 'b')), {me: ME, side: 'AGENT'});
    equal(items.map(item => item.kind), ['day', 'message', 'day', 'message']);
  },

  'finds addresses in a text and leaves the rest as it is': () => {
    equal(textParts('See https://a.example/b?c=1, please.'),
      [{text: 'See '}, {text: 'https://a.example/b?c=1', href: 'https://a.example/b?c=1'}, {text: ', please.'}]);
    truth(textParts('<b>javascript:alert(1)</b>').every(part => part.href === undefined), 'no address but http and https');
  },

  'gives an address its brackets, and not those around it or the punctuation behind it': () => {
    const found = [
      ['https://a.example/Sofa_(furniture)', 'https://a.example/Sofa_(furniture)'],
      ['(see https://a.example/Sofa_(furniture)).', 'https://a.example/Sofa_(furniture)'],
      ['(https://a.example/b)', 'https://a.example/b'],
      ['https://a.example/b[1].', 'https://a.example/b[1]'],
      ['[https://a.example/b], then', 'https://a.example/b'],
      ['https://a.example/b?!...', 'https://a.example/b'],
      ['*https://a.example/b*', 'https://a.example/b'],
      ['“https://a.example/b”', 'https://a.example/b'],
      ['看 https://a.example/沙发。谢谢', 'https://a.example/沙发'],
      ['HTTPS://A.example', 'HTTPS://A.example'],
      [`https://a.example/${'('.repeat(3)}${')'.repeat(2000)}`, 'https://a.example/((()))'],
    ];
    found.forEach(([text, address]) => equal(textParts(text).find(({href}) => href), {text: address, href: address}, text));
    const said = '(https://a.example/b).';
    equal(textParts(said).map(part => part.text).join(''), said, 'nothing is lost');
  },

  'takes www. for an address where a domain follows and a word begins': () => {
    const links = text => textParts(text).filter(({href}) => href).map(({href}) => href);
    equal(links('www.a.example, www.b.example/c_(d) and WWW.E.example:8443?f'),
      ['https://www.a.example', 'https://www.b.example/c_(d)', 'https://WWW.E.example:8443?f']);
    equal(links('www.möbel.example'), ['https://www.möbel.example']);
    equal(links('www. www.. www.a me@www.a.example xwww.a.example https:// http://. //www.a.example'), []);
  },

  'says that somebody types at once, again after a while, and that it is over': () => {
    const said = [];
    let now = 0;
    const signal = new TypingSignal(chatState => said.push(chatState), () => now);
    signal.typed();
    now = 3_999;
    signal.typed();
    now = 4_000;
    signal.typed();
    signal.stopped();
    signal.stopped();
    equal(said, ['COMPOSING', 'COMPOSING', 'ACTIVE']);
  },
};
