// What a person writes, before it is sent: cleaned where nobody sees a difference, measured, divided where it is too long. Pure.

/** The longest text of one message, in UTF-16 units, as `length` counts them here and on the server (docs/protocol.md, "Limits"). */
export const MESSAGE_LIMIT = 8_000;

/** A text is divided into at most so many messages: who pastes a book did not mean to send it. */
export const MOST_PARTS = 5;

/** From here on the rest is counted. */
const NEAR = 500;

/** Controls that no page shows: C0 without tab and line feed, DEL, C1. PostgreSQL keeps no NUL. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Half of a pair: browsers show U+FFFD for it, and UTF-8 has no form for it. With `u` a whole pair is one sign and none of these. */
const HALF = /[\ud800-\udfff]/gu;

/** Nothing but blanks and signs without a shape. */
const SHAPELESS = /^[\s\p{Cc}\p{Cf}]*$/u;

/** How far around a cut signs are looked at; no family of emoji is longer. */
const AROUND = 64;

/** The same to look at, and of a form that can be sent and kept. @param {string} text */
export const cleaned = (text) => text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(HALF, '\ufffd');

/** What would be sent of a text. @param {string} text */
export const prepared = (text) => cleaned(text).trim();

/**
 * How a text stands to the limit: whether nothing is to be seen in it, what is left (negative: over), whether that is worth a word, and
 * how many messages it makes: 0 where it is more than may be sent at once.
 * @param {string} text
 */
export function measured(text) {
  const sent = prepared(text);
  const left = MESSAGE_LIMIT - sent.length;
  const many = sent.length > MOST_PARTS * MESSAGE_LIMIT;
  const parts = left >= 0 ? 1 : many ? 0 : divided(sent).length;
  return { blank: SHAPELESS.test(sent), left, near: left <= NEAR, over: left < 0, parts: parts <= MOST_PARTS ? parts : 0 };
}

/**
 * A text in parts of at most `limit` units, cut where a reader would: between paragraphs, lines, words; and never within a sign.
 * @param {string} text @param {number} limit
 */
export function divided(text, limit = MESSAGE_LIMIT) {
  const parts = [];
  let rest = prepared(text);
  while (rest.length > limit) {
    const at = cutOf(rest, limit);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest ? [...parts, rest] : parts;
}

/** A paragraph or a line is worth a short part, a word a very short one. @param {string} text @param {number} limit */
function cutOf(text, limit) {
  const head = text.slice(0, limit + 1);
  for (const [end, least] of /** @type {[string, number][]} */ ([['\n\n', limit / 2], ['\n', limit / 2], [' ', 1], ['\n', 1]])) {
    const at = head.lastIndexOf(end);
    if (at >= least) {
      return at;
    }
  }
  return signBefore(text, limit);
}

/** Where the sign begins that would be cut at `limit`. @param {string} text @param {number} limit */
function signBefore(text, limit) {
  const from = Math.max(0, limit - AROUND);
  const signs = Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, limit + AROUND));
  const at = signs ? from + (signs.containing(limit - from)?.index ?? 0) : limit;
  if (at > from) {
    return /[\udc00-\udfff]/.test(text[at]) && at > 1 ? at - 1 : at;
  }
  return /[\udc00-\udfff]/.test(text[limit]) && limit > 1 ? limit - 1 : limit;
}
