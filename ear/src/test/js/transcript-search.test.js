// The search in a conversation: conversation/transcript-search.js, and the element of the workspace that shows what it found.
import '/js/elements/define.js';
import { EyeTranscriptSearch } from '/js/agent/eye-transcript-search.js';
import { RESULTS, excerptOf, findInTranscript } from '/js/conversation/transcript-search.js';
import { equal, truth, until } from './expect.js';

const change = sequence => ({dialogId: 'k', conversationId: 'k', sequence, serverTimestamp: 1000, originatorId: 'c',
  originatorMetadata: {id: 'c', role: 'CONSUMER'}, event: {type: 'ContentEvent', contentType: 'text/plain', message: `sofa ${sequence}`}});

/** A server that finds every second of so many messages, at most `page` at once. */
const server = (last, page = 50) => {
  const asked = [];
  return {asked, request: async ({body}) => {
    asked.push([body.containing, body.maxQuantity, body.olderThanSequence ?? 0]);
    const all = Array.from({length: last}, (_, i) => i + 1).filter(n => n % 2 === 0 && n < (body.olderThanSequence ?? last + 1));
    return {ok: true, body: all.slice(-Math.min(page, body.maxQuantity)).map(change)};
  }};
};

const shown = async find => {
  if (!customElements.get('eye-transcript-search')) {
    customElements.define('eye-transcript-search', EyeTranscriptSearch);
  }
  const element = document.createElement('eye-transcript-search');
  const told = [];
  Object.assign(element, {find, nameOf: () => 'Visitor 1'});
  element.addEventListener('jump', ({detail}) => told.push(detail.sequence));
  element.addEventListener('close', () => told.push('closed'));
  document.body.append(element);
  await element.updateComplete;
  const root = element.shadowRoot;
  const looks = async words => {
    root.querySelector('input').value = words;
    root.querySelector('form').requestSubmit();
    await until(() => !element.busy, 'it has found');
    await element.updateComplete;
  };
  const press = key => root.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
  return {element, root, told, looks, press, says: () => root.querySelector('[role=status]').textContent, results: () => [...root.querySelectorAll('.result')]};
};

export const tests = {
  'asks until there are enough results, or no more': async () => {
    const long = server(400, 20);
    const {events, more} = await findInTranscript(long, 'k', 'sofa');
    equal([events.length, events[0].sequence, events.at(-1).sequence, more], [RESULTS, 400, 302, true]);
    equal(long.asked, [['sofa', 50, 0], ['sofa', 30, 362], ['sofa', 10, 322]]);
    const short = server(7);
    const all = await findInTranscript(short, 'k', 'sofa');
    equal([all.events.map(each => each.sequence), all.more], [[6, 4, 2], false]);
    const rest = await findInTranscript(server(400), 'k', 'sofa', 21);
    equal([rest.events.length, rest.more], [10, false]);
  },

  'hands a refusal on': async () => {
    const refusal = {ok: false, code: 429, reason: 'TOO_MANY', message: 'Many people are searching'};
    equal(await findInTranscript({request: async () => refusal}, 'k', 'sofa'), refusal);
  },

  'shows the words and what stands around them': () => {
    equal(excerptOf('Is the Fenwick SOFA in stock?', 'sofa'), {before: 'Is the Fenwick ', match: 'SOFA', after: ' in stock?'});
    const long = excerptOf(`${'a '.repeat(40)}the\nsofa${' b'.repeat(200)}`, 'the sofa');
    equal([long.match, long.before.startsWith('…'), long.before.length, long.after.endsWith('…')], ['the sofa', true, 31, true]);
    equal(excerptOf('İİ sofa', 'i'), {before: '', match: '', after: 'İİ sofa'});
    equal(excerptOf('', 'x'), {before: '', match: '', after: ''});
    truth(!/^…?[\uDC00-\uDFFF]/.test(excerptOf(`${'😀'.repeat(40)}x sofa`, ' sofa').before), 'half an emoji');
  },

  'tells how many there are, and walks through them by keys': async () => {
    const long = server(400);
    const it = await shown((words, olderThan) => findInTranscript(long, 'k', words, olderThan));
    await it.looks('  sofa ');
    equal([it.says(), it.results().length], ['50 or more messages, the newest first.', 50]);
    equal(it.root.querySelector('mark').textContent, 'sofa');
    await it.element.focus();
    it.press('ArrowUp');
    it.press('ArrowDown');
    it.press('ArrowDown');
    equal(it.root.activeElement, it.results()[1], 'the second result has the focus');
    it.root.activeElement.click();
    equal(it.told, [398]);
    [...it.root.querySelectorAll('button')].find(each => each.textContent === 'Older results').click();
    await until(() => it.results().length === 100, 'older results come');
    it.press('Escape');
    equal(it.told, [398, 'closed']);
    it.element.remove();
  },

  'says when nothing was found, when it is too much, and what the server says': async () => {
    let answer = {ok: true, events: [], more: false};
    const asked = [];
    const it = await shown(async words => { asked.push(words); return answer; });
    await it.looks('nothing');
    equal(it.says(), 'No message has these words.');
    await it.looks('x'.repeat(101));
    equal([it.says(), asked.length], ['Search for at most 100 characters.', 1]);
    await it.looks('   ');
    equal(asked.length, 1, 'blanks are not looked for');
    answer = {ok: false, code: 429, reason: 'TOO_MANY', message: 'Many people are searching; try again in a moment.'};
    await it.looks('sofa');
    equal([it.says(), it.results().length], [answer.message, 0]);
    it.element.remove();
  },
};
