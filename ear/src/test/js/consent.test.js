// elements/consent.js beside a window and a clock that do what the test says.
import { Consent, SETTLE_MS } from '/js/elements/consent.js';
import { latin } from '/js/elements/latin-key.js';
import { shortcut } from '/js/agent/shortcuts.js';
import { equal } from './expect.js';

const KEY = {detail: 0};
const POINTER = {detail: 1};

/** A window in a frame of another page, or one of its own. */
const page = framed => {
  const view = Object.assign(new EventTarget(), {time: 0});
  view.top = framed ? {} : view;
  const consent = new Consent(view, () => view.time);
  return {view, consent, after: time => { view.time += time; }, says: (type, more) => view.dispatchEvent(Object.assign(new Event(type), more))};
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
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, appeared), 'TOO_SOON');
    equal(consent.doubt(POINTER, appeared), undefined);
    after(1);
    equal(consent.doubt(KEY, appeared), undefined);
  },

  'no Enter accepts that comes over the border of a frame, however often it is pressed or held': () => {
    const {consent, after, says} = page(true);
    after(5000);
    says('focus');
    after(SETTLE_MS);
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, 0), 'FROM_OUTSIDE');
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, 0), 'FROM_OUTSIDE');
    says('keydown', {key: 'Tab', repeat: true});
    says('keydown', {key: ' '});
    equal(consent.doubt(KEY, 0), 'FROM_OUTSIDE');
  },

  'who walks on inside with the keyboard has gone in, until the keyboard was outside again': () => {
    const {consent, after, says} = page(true);
    after(5000);
    says('focus');
    says('keyup', {key: 'Tab'});
    after(SETTLE_MS);
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, 0), 'FROM_OUTSIDE');
    says('keydown', {key: 'Tab'});
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, 0), undefined);
    says('focus');
    after(SETTLE_MS);
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, 0), 'FROM_OUTSIDE');
  },

  'who came in by a press may go on with keys, but not at once': () => {
    const {consent, after, says} = page(true);
    after(5000);
    says('pointerdown');
    says('focus');
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, 0), 'TOO_SOON');
    after(SETTLE_MS);
    says('keydown', {key: 'Enter'});
    equal(consent.doubt(KEY, 0), undefined);
  },

  'what presses for a person without keys is believed': () => {
    const {consent, after} = page(true);
    after(5000);
    equal(consent.doubt(KEY, 0), undefined);
  },

  'a key of the call is its letter, or its place on a keyboard without Latin letters': () => {
    equal(latin({key: 'M', code: 'Semicolon'}), 'm');
    equal(latin({key: 'ь', code: 'KeyM'}), 'm');
    equal(latin({key: 'Tab', code: 'Tab'}), 'tab');
  },

  'a shortcut is no key that writes a letter, and none while somebody writes': () => {
    const area = document.createElement('textarea');
    const within = document.createElement('p');
    const editable = Object.assign(document.createElement('div'), {contentEditable: 'true'});
    editable.append(within);
    document.body.append(area, editable);
    equal(pressed(document.body, 'Enter'), ['accept']);
    equal(pressed(document.body, 'Enter', {shiftKey: true}), ['reply']);
    equal(pressed(document.body, 'a'), [], 'Option and A on a Mac with a layout that writes a');
    equal(pressed(document.body, 'ArrowDown'), [1]);
    equal(pressed(document.body, 'å'), [], 'Option and A on a Mac');
    equal(pressed(document.body, 'Enter', {isComposing: true}), []);
    equal(pressed(area, 'Enter'), []);
    equal(pressed(area, 'ArrowUp'), []);
    equal(pressed(within, 'Enter'), []);
    area.remove();
    editable.remove();
  }
};
