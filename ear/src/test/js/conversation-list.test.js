// agent/eye-conversation-list.js: a long list is shown by its beginning, and more of it on demand.
import '/js/elements/define.js';
import { EyeConversationList } from '/js/agent/eye-conversation-list.js';
import { equal } from './expect.js';

const conversations = many => Array.from({length: many}, (_, i) => ({id: `c${i}`, open: true, startedAt: 1_000, updatedAt: 1, endedAt: 0,
  participants: [{id: `visitor-${i}`, role: 'CONSUMER'}], events: [], firstSequence: 0, begins: true, read: {}}));

const shown = async more => {
  if (!customElements.get('eye-conversation-list')) {
    customElements.define('eye-conversation-list', EyeConversationList);
  }
  const element = Object.assign(document.createElement('eye-conversation-list'), more);
  document.body.append(element);
  await element.updateComplete;
  return {element, rows: () => element.shadowRoot.querySelectorAll('li').length, more: () => element.shadowRoot.querySelector('.more')};
};

export const tests = {
  'shows a hundred rows, and a hundred more with the focus on the first of them': async () => {
    const it = await shown({conversations: conversations(1_000), label: 'All'});
    equal([it.rows(), it.more().textContent], [100, 'Show more of 1,000']);
    it.more().click();
    await it.element.updateComplete;
    await it.element.updateComplete;
    equal(it.rows(), 200);
    equal([...it.element.shadowRoot.querySelectorAll('li button')].indexOf(it.element.shadowRoot.activeElement), 100);
    it.element.label = 'Mine';
    await it.element.updateComplete;
    equal(it.rows(), 100, 'another list begins anew');
    it.element.remove();
  },

  'has the open conversation among its rows, and no button where nothing is left': async () => {
    const it = await shown({conversations: conversations(250), label: 'All', selected: 'c230'});
    equal([it.rows(), it.more(), it.element.focusOn('c230')], [250, null, true]);
    it.element.remove();
    const few = await shown({conversations: conversations(3), label: 'All'});
    equal([few.rows(), few.more(), few.element.focusOn('c9')], [3, null, false]);
    few.element.remove();
  },

  'says that more is unread than is known': async () => {
    const desk = {me: 'a', unreadOf: () => 50, isMoreUnread: ({id}) => id === 'c0', presenceOf: () => 'here', calls: {state: {calls: {}}}};
    const it = await shown({conversations: conversations(2), label: 'Mine', desk});
    equal([...it.element.shadowRoot.querySelectorAll('.badge')].map(each => each.textContent), ['50+50+ unread', '5050 unread']);
    it.element.remove();
  },
};
