// How a transcript is loaded: conversation/transcript-pages.js over a connection of the test's own, and what the store makes of pages.
import { render } from 'lit';
import { notTaken } from '/js/elements/not-taken.js';
import { NO_CONVERSATIONS, isMoreUnread, reduceConversations, unreadSequences } from '/js/conversation/conversation-store.js';
import { PAGE, TranscriptPages, hasOlder } from '/js/conversation/transcript-pages.js';
import { WritingRefusals } from '/js/conversation/writing-refusals.js';
import { equal, truth } from './expect.js';

const change = sequence => ({dialogId: 'k', conversationId: 'k', sequence, serverTimestamp: 1000 + sequence, originatorId: 'c',
  originatorMetadata: {id: 'c', role: 'CONSUMER'}, event: {type: 'ContentEvent', contentType: 'text/plain', message: `${sequence}`}});
const conversation = id => ({removed: false, conversation: {id, open: true, updatedAt: 1, startedAt: 1, endedAt: 0, participants: [],
  dialogs: [{id, main: true, open: true}]}});

/** A server that has so many events in each conversation, and a page that reads them. */
const reading = (last, ids = ['k']) => {
  const asked = [];
  let shown = 0;
  let state = reduceConversations(NO_CONVERSATIONS, {type: 'CONVERSATIONS', changes: ids.map(conversation)});
  let answering = body => ({ok: true, body});
  const connection = {state: 'READY', request: async ({type, body}) => {
    asked.push(type === 'ms.QueryMessages' ? `before ${body.olderThanSequence ?? 'the end'}` : `from ${body.fromSeq}`);
    const end = body.olderThanSequence ?? last + 1;
    const first = Math.max(1, end - body.maxQuantity);
    return answering(type === 'ms.QueryMessages' ? Array.from({length: end - first}, (_, i) => change(first + i)) : undefined);
  }};
  const pages = new TranscriptPages(connection, {
    find: id => state.conversations.get(id), onChange: () => {},
    onPage: (id, events, begins) => { shown++; state = reduceConversations(state, {type: 'PAGE', id, events, begins}); },
  });
  return {asked, pages, connection, answer: how => { answering = how; }, get shown() { return shown; }, get k() { return state.conversations.get('k'); },
    tell: events => { state = reduceConversations(state, {type: 'EVENTS', events, now: 0}); }};
};
const ends = ({events}) => [events[0]?.sequence, events.at(-1)?.sequence, events.length];

export const tests = {
  'loads the newest page and then hears what is new': async () => {
    const it = reading(120);
    await it.pages.follow('k');
    await it.pages.follow('k');
    equal(it.asked, ['before the end', 'from 121']);
    equal(ends(it.k), [71, 120, PAGE]);
    truth(hasOlder(it.k), 'there is more');
  },

  'loads older pages when they are wanted, until the beginning': async () => {
    const it = reading(120);
    await it.pages.follow('k');
    await it.pages.older('k');
    truth(hasOlder(it.k), 'there is more');
    await it.pages.older('k');
    await it.pages.older('k');
    equal(it.asked, ['before the end', 'from 121', 'before 71', 'before 21']);
    equal([ends(it.k), it.k.begins, hasOlder(it.k)], [[1, 120, 120], true, false]);
  },

  'has one page on its way, however many conversations want one': async () => {
    const ids = ['k', 'l', 'm'];
    const it = reading(10, ids);
    let onItsWay = 0;
    let most = 0;
    const {request} = it.connection;
    it.connection.request = async asked => {
      most = Math.max(most, ++onItsWay);
      const answer = await request(asked);
      await undefined;
      onItsWay--;
      return answer;
    };
    await Promise.all(ids.map(id => it.pages.follow(id)));
    equal(most, 1);
    equal(it.asked.length, 6);
  },

  'goes back to a message page by page, and shows that as one change': async () => {
    const it = reading(430);
    await it.pages.follow('k');
    const before = it.shown;
    const going = it.pages.reach('k', 42);
    truth(it.pages.isLoading('k'), 'it says that it loads');
    await going;
    equal([ends(it.k), it.k.begins, it.shown - before, it.pages.isLoading('k')], [[31, 430, 400], false, 1, false]);
    equal(it.asked.slice(2), [381, 331, 281, 231, 181, 131, 81].map(first => `before ${first}`));
    await it.pages.reach('k', 42);
    equal(it.asked.length, 9, 'what is there is not asked for');
    await it.pages.reach('k', 1);
    equal([ends(it.k), it.k.begins], [[1, 430, 430], true]);
  },

  'keeps what came when the connection goes on the way back': async () => {
    const it = reading(430);
    await it.pages.follow('k');
    let left = 2;
    it.answer(body => (left-- > 0 ? {ok: true, body} : {ok: false, code: 0, reason: 'OFFLINE'}));
    await it.pages.reach('k', 1);
    equal([ends(it.k), it.k.begins, it.pages.isLoading('k')], [[281, 430, 150], false, false]);
  },

  'asks once for an older page': async () => {
    const it = reading(120);
    await it.pages.follow('k');
    const twice = [it.pages.older('k'), it.pages.older('k')];
    truth(it.pages.isLoading('k'), 'it says that it loads');
    await Promise.all(twice);
    equal(it.asked.filter(each => each === 'before 71').length, 1);
    equal(it.pages.isLoading('k'), false);
  },

  'asks for what was missed after a new connection, and not for all again': async () => {
    const it = reading(120);
    await it.pages.follow('k');
    it.tell([]);
    it.pages.resume();
    await it.pages.follow('k');
    equal(it.asked.slice(2), ['from 121']);
  },

  'does not ask for everything where the newest page did not come': async () => {
    const it = reading(120);
    it.answer(() => ({ok: false, code: 0, reason: 'OFFLINE'}));
    await it.pages.follow('k');
    equal(it.asked, ['before the end']);
    it.answer(body => ({ok: true, body}));
    it.pages.resume();
    await it.pages.follow('k');
    equal(it.asked, ['before the end', 'before the end', 'from 121']);
  },

  'asks for nothing older without a connection': async () => {
    const it = reading(120);
    await it.pages.follow('k');
    it.connection.state = 'WAITING';
    await it.pages.older('k');
    equal([it.asked.length, it.pages.isLoading('k')], [2, false]);
  },

  'an empty conversation begins where it is': async () => {
    const it = reading(0);
    await it.pages.follow('k');
    equal([it.asked, it.k.begins], [['before the end', 'from 1'], true]);
  },

  'a receipt in an older page is no step back': () => {
    const receipt = (sequence, upTo) => ({kind: 'RECEIPT', dialogId: 'k', conversationId: 'k', sequence, originatorId: 'a', role: 'ASSIGNED_AGENT',
      status: 'READ', sequences: [upTo]});
    const text = sequence => ({kind: 'TEXT', dialogId: 'k', conversationId: 'k', sequence, originatorId: 'c', role: 'CONSUMER', text: 'x', at: 1});
    const page = events => ({type: 'PAGE', id: 'k', events, begins: false});
    const {conversations} = [page([text(7), receipt(8, 7), text(9)]), page([text(3), receipt(4, 3)])].reduce(reduceConversations, NO_CONVERSATIONS);
    equal(unreadSequences(conversations.get('k'), 'a'), [9]);
    equal([conversations.get('k').firstSequence, conversations.get('k').lastSequence], [3, 9]);
  },

  'says that more may be unread than is loaded, until something of it was read': async () => {
    const it = reading(120);
    await it.pages.follow('k');
    equal([unreadSequences(it.k, 'a').length, isMoreUnread(it.k, 'a')], [PAGE, true]);
    it.tell([{kind: 'RECEIPT', dialogId: 'k', conversationId: 'k', sequence: 121, originatorId: 'a', role: 'ASSIGNED_AGENT', status: 'READ', sequences: [90]}]);
    equal([unreadSequences(it.k, 'a').length, isMoreUnread(it.k, 'a')], [30, false]);
    const short = reading(20);
    await short.pages.follow('k');
    equal([unreadSequences(short.k, 'a').length, isMoreUnread(short.k, 'a')], [20, false]);
  },

  'says that a conversation is full': () => {
    const refusals = new WritingRefusals();
    refusals.answered('k', {ok: false, code: 409, reason: 'CONVERSATION_FULL', message: 'This conversation is full'});
    refusals.answered('l', {ok: false, code: 403, reason: 'NOT_ASSIGNED', message: 'no'});
    const place = document.createElement('div');
    render(notTaken(refusals.of('k')), place);
    equal(place.querySelector('[role=alert]').textContent.trim(), 'This conversation is full');
    render(notTaken(refusals.of('l')), place);
    equal(place.querySelector('[role=alert]'), null, 'another refusal is no notice here');
  },

  'says why a text was not taken until one is': () => {
    const refusals = new WritingRefusals();
    refusals.answered('k', {ok: false, code: 0, reason: 'OFFLINE', message: 'no'});
    equal(refusals.of('k'), undefined);
    refusals.answered('k', {ok: false, code: 429, reason: 'WRITING_TOO_FAST', message: 'Wait'});
    equal([refusals.of('k').message, refusals.of('l')], ['Wait', undefined]);
    refusals.answered('k', {ok: true, body: {}});
    equal(refusals.of('k'), undefined);
  },
};
