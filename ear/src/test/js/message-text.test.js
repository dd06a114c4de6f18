// conversation/message-text.js: what a person wrote, cleaned, measured, divided.
import { MESSAGE_LIMIT, MOST_PARTS, cleaned, divided, measured, prepared } from '/js/conversation/message-text.js';
import { equal, truth } from './expect.js';

const LIMIT = MESSAGE_LIMIT;
const HALF = '\ud83d';
const FAMILY = '👨‍👩‍👧‍👦';

/** Nothing is lost but blanks at the cuts. */
const whole = (text, limit) => divided(text, limit).join('').replace(/\s/g, '') === text.replace(/\s/g, '');

export const tests = {
  'what nobody sees is taken away: NUL, controls, the other line ends': () => {
    equal(cleaned('a\u0000b\u0007\u001b\u007f\u009fc'), 'abc');
    equal(cleaned('one\r\ntwo\rthree\tfour\n'), 'one\ntwo\nthree\tfour\n');
  },

  'half of a sign becomes what a browser shows for it, a whole one stays': () => {
    equal(cleaned(`a${HALF}b \udc00 😀${HALF}`), 'a\ufffdb \ufffd 😀\ufffd');
    truth(cleaned(`x${HALF}😀`).isWellFormed?.() ?? true, 'well formed');
  },

  'what is written in other scripts, emoji of many parts and marks of direction stays as it is': () => {
    for (const text of ['مرحبا (Eyeline)!', '\u2067שלום\u2069', FAMILY, 'e\u0301', '\u200b', '日本語', '<b>&amp;</b>']) equal(cleaned(text), text);
  },

  'what has no shape is nothing to send': () => {
    for (const text of ['', ' \n\t ', '\u200b\u2060', '\u0000', '\ufeff']) equal(measured(text).blank, true, JSON.stringify(text));
    for (const text of ['.', FAMILY, '\ud83d']) equal(measured(text).blank, false, JSON.stringify(text));
  },

  'the limit counts what is sent, and the rest is worth a word near it': () => {
    equal(measured('x'.repeat(LIMIT - 501)), {blank: false, left: 501, near: false, over: false, parts: 1});
    equal(measured('x'.repeat(LIMIT - 500)).near, true);
    equal(measured(`  ${'x'.repeat(LIMIT)}\u0000\n`), {blank: false, left: 0, near: true, over: false, parts: 1});
    equal(measured('x'.repeat(LIMIT + 1)), {blank: false, left: -1, near: true, over: true, parts: 2});
    equal(measured('😀'.repeat(LIMIT / 2)).left, 0, 'two units each, as the server counts');
  },

  'more than may be sent at once has no parts': () => {
    equal(measured('x'.repeat(LIMIT * MOST_PARTS)).parts, MOST_PARTS);
    equal(measured('x'.repeat(LIMIT * MOST_PARTS + 1)).parts, 0);
    const words = `${'x'.repeat(LIMIT / 2 + 1)} `.repeat(MOST_PARTS + 1);
    truth(words.length < LIMIT * MOST_PARTS, 'short enough');
    equal(measured(words).parts, 0, 'words that fill the parts badly');
  },

  'a text is cut at a paragraph, a line, a word, in this order': () => {
    equal(divided('aaaa aa\n\nbb bb', 10), ['aaaa aa', 'bb bb']);
    equal(divided('aaaa aa\nbb bbb', 10), ['aaaa aa', 'bb bbb']);
    equal(divided('aaaa bbbb cccc', 10), ['aaaa bbbb', 'cccc']);
    equal(divided('aaaa bbbbb ccc', 10), ['aaaa bbbbb', 'ccc']);
    equal(divided('a bbbbbbbbbbbbbbbb', 10), ['a', 'bbbbbbbbbb', 'bbbbbb']);
    equal(divided('short', 10), ['short']);
    equal(divided(' \n', 10), []);
  },

  'no cut goes through a sign, and nothing is lost': () => {
    equal(divided('xxxxxxxxx😀x', 10), ['xxxxxxxxx', '😀x']);
    equal(divided(`xxxxx${FAMILY}x`, 12), ['xxxxx', `${FAMILY}x`]);
    equal(divided('xxxxxxxxxe\u0301x', 10), ['xxxxxxxxx', 'e\u0301x']);
    const text = `${'Every sofa. '.repeat(900)}\n\n${'😀'.repeat(5000)} ${FAMILY.repeat(900)}${'z'.repeat(9000)}`;
    truth(whole(text, LIMIT), 'whole');
    truth(divided(text).every(part => part.length <= LIMIT && part === prepared(part) && !part.includes('\ufffd')), 'each can be sent');
    truth(whole(`a${'\u0301'.repeat(300)}`, 50), 'a sign longer than a part');
  }
};
