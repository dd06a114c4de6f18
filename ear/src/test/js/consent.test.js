// elements/consent.js beside a window and a clock that do what the test says.
import { Consent, SETTLE_MS } from '/js/elements/consent.js';
import { shortcut } from '/js/agent/shortcuts.js';
import { equal } from './expect.js';

const KEY = {detail: 0};
const POINTER = {detail: 1};

/** A window in a frame of another page, or one of its own. */
const page = framed => {
  const view = Object.assign(new EventTarget(), {time: 0});
  view.top = framed ? {} : view;
  const consent = new Consent(view, () => view.time);
  return {view, consent, after: time => { view.time += time; }, says: type => view.dispatchEvent(new Event(type))};
};

/** What a key of the keyboard would do. */
const pressed = (target, key, more = {}) => {
  const done = [];
  target.addEventListener('keydown', event => shortcut(event, {
    help: () => done.push('help'), accept: () => done.push('accept'), reply: () => done.push('reply'), step: by => done.push(by)}), {once: true});
  target.dispatchEvent(new KeyboardEvent('keydown', {key, altKey: true, composed: true, cancelable: true, ...more}));
  return done;
};

export const tests = {
  'a key pressed when something has just appeared was not meant for it': () => {
    const {consent, after, says} = page(false);
    after(5000);
    const appeared = consent.now();
    after(SETTLE_MS - 1);
    says('keydown');
    equal(consent.isMeant(KEY, appeared), false);
    equal(consent.isMeant(POINTER, appeared), true);
    after(1);
    equal(consent.isMeant(KEY, appeared), true);
  },

  'the key that comes over the border of a frame accepts nothing, the next one may': () => {
    const {consent, after, says} = page(true);
    after(5000);
    says('focus');
    after(SETTLE_MS);
    says('keydown');
    equal(consent.isMeant(KEY, 0), false);
    after(10);
    says('keydown');
    equal(consent.isMeant(KEY, 0), true);
  },

  'who came in by a press may go on with keys, but not at once': () => {
    const {consent, after, says} = page(true);
    after(5000);
    says('focus');
    says('pointerdown');
    says('keydown');
    equal(consent.isMeant(KEY, 0), false);
    after(SETTLE_MS);
    says('keydown');
    equal(consent.isMeant(KEY, 0), true);
  },

  'what presses for a person without keys is believed': () => {
    const {consent, after} = page(true);
    after(5000);
    equal(consent.isMeant(KEY, 0), true);
  },

  'a shortcut is no key that writes a letter, and none while somebody writes': () => {
    const area = document.createElement('textarea');
    const within = document.createElement('p');
    const editable = Object.assign(document.createElement('div'), {contentEditable: 'true'});
    editable.append(within);
    document.body.append(area, editable);
    equal(pressed(document.body, 'a'), ['accept']);
    equal(pressed(document.body, 'ArrowDown'), [1]);
    equal(pressed(document.body, 'å'), [], 'Option and A on a Mac');
    equal(pressed(document.body, 'a', {isComposing: true}), []);
    equal(pressed(area, 'a'), []);
    equal(pressed(area, 'ArrowUp'), []);
    equal(pressed(within, 'a'), []);
    area.remove();
    editable.remove();
  }
};
