// elements/eye-transcript.js: the place of who reads, and the way to older messages.
import '/js/elements/define.js';
import { equal, truth, until } from './expect.js';

const item = n => ({kind: 'message', key: `event-${n}`, own: false, mine: false, originatorId: 'c', role: 'CONSUMER', text: `message ${n}`,
  time: 1_000_000 + n * 600_000, status: 'SENT', first: true, last: true});
const items = (first, last) => Array.from({length: last - first + 1}, (_, i) => item(first + i));

const shown = async (more, height = 300) => {
  const element = document.createElement('eye-transcript');
  element.style.cssText = `display: flex; height: ${height}px; width: 400px`;
  Object.assign(element, more);
  const wanted = [];
  element.addEventListener('older', () => wanted.push(element.older));
  document.body.append(element);
  await element.updateComplete;
  return {element, wanted, region: element.shadowRoot.querySelector('.region'),
    older: () => element.shadowRoot.querySelector('eye-older')?.shadowRoot.querySelector('button')};
};
/** Where a message stands in its region. */
const place = ({element, region}, words) =>
  [...element.shadowRoot.querySelectorAll('.bubble')].find(each => each.textContent === words).getBoundingClientRect().top - region.getBoundingClientRect().top;

export const tests = {
  'stays where somebody reads when older messages come above': async () => {
    const it = await shown({items: items(51, 100), older: 'MORE'});
    await until(() => it.element.shape !== '', 'it has gone to its end');
    it.region.scrollTop = 0;
    await until(() => it.wanted.length === 1, 'who comes to the first line wants more');
    const before = place(it, 'message 52');
    it.element.items = items(1, 100);
    await it.element.updateComplete;
    truth(Math.abs(place(it, 'message 52') - before) < 2, `moved from ${before} to ${place(it, 'message 52')}`);
    equal(it.element.newBelow, 0, 'what is old counts as new');
    it.element.remove();
  },

  'is at the end still when older messages come while somebody is there': async () => {
    const it = await shown({items: items(51, 100), older: 'MORE'});
    it.element.items = items(1, 100);
    await it.element.updateComplete;
    truth(it.region.scrollHeight - it.region.scrollTop - it.region.clientHeight < 2, 'at the end');
    it.element.remove();
  },

  'wants more while the lines do not fill the page, and not beyond the beginning': async () => {
    const it = await shown({items: items(1, 2), older: 'MORE'});
    equal(it.wanted, ['MORE']);
    it.element.older = 'BEGINNING';
    await it.element.updateComplete;
    equal(it.wanted.length, 1);
    truth(it.element.shadowRoot.querySelector('eye-older').shadowRoot.textContent.includes('Beginning of the conversation'), 'it says so');
    it.element.remove();
  },

  'is painted anew when something of it changed, and only then': async () => {
    const it = await shown({items: items(1, 100), older: 'BEGINNING'});
    let painted = 0;
    const update = it.element.updated.bind(it.element);
    it.element.updated = changed => { painted += changed.has('items') ? 1 : 0; update(changed); };
    const changes = async next => { it.element.items = next; await it.element.updateComplete; return painted; };
    const call = step => ({kind: 'call', key: 'call-c', time: 1, call: {callId: 'c', mode: 'VIDEO_CALL', step, text: step, startedAt: 1, time: 1}});
    equal(await changes(items(1, 100)), 0, 'nothing is new');
    equal(await changes(items(1, 100).map((each, i) => (i === 70 ? {...each, status: 'READ'} : each))), 1, 'read');
    equal(await changes([...items(1, 100), call('INVITED')]), 2, 'a call');
    equal(await changes([...items(1, 100), call('INVITED')]), 2, 'the same call');
    equal(await changes([...items(1, 100), call('ENDED')]), 3, 'its end');
    equal(await changes(items(2, 100)), 4, 'fewer');
    it.element.remove();
  },

  'brings a message before the eyes, with the focus, and stays there': async () => {
    const it = await shown({items: items(1, 200), older: 'BEGINNING'});
    await until(() => it.element.shape !== '', 'it has gone to its end');
    equal([it.element.show('event-500'), it.element.show('event-40')], [false, true]);
    const top = place(it, 'message 40');
    truth(top > 0 && top < 300, `it stands at ${top}`);
    equal([it.element.shadowRoot.activeElement.dataset.key, it.element.atEnd], ['event-40', false]);
    it.element.items = items(1, 201);
    await it.element.updateComplete;
    truth(Math.abs(place(it, 'message 40') - top) < 2, 'what is new moves it');
    it.element.remove();
  },

  'has a button for the keyboard, which stays while a page is on its way': async () => {
    const it = await shown({items: items(51, 100), older: 'MORE'});
    await it.element.shadowRoot.querySelector('eye-older').updateComplete;
    const button = it.older();
    equal(button.textContent.trim(), 'Older messages');
    button.click();
    equal(it.wanted.length, 1);
    it.element.older = 'LOADING';
    await it.element.updateComplete;
    await it.element.shadowRoot.querySelector('eye-older').updateComplete;
    equal([it.older() === button, button.textContent.trim(), button.getAttribute('aria-disabled')], [true, 'Loading older messages…', 'true']);
    button.click();
    equal(it.wanted.length, 1, 'asked twice');
    equal(it.region.getAttribute('aria-live'), 'off', 'what is old is read out as if it were new');
    it.element.remove();
  },
};
