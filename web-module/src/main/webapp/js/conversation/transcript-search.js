// Looks for words in a whole conversation, which the server does: the page may have its newest part alone.
import { readQueriedEvents, searchMessages } from '../wire/protocol.js';

/**
 * @typedef {import('../wire/protocol.js').TranscriptEvent} TranscriptEvent
 * @typedef {{ ok: true, events: TranscriptEvent[], more: boolean }} Found `events`: the newest first; `more`: there may be older ones.
 */

/** Results of one go. */
export const RESULTS = 50;
/** The server looks for no more letters. */
export const SEARCH_LIMIT = 100;

/**
 * A page of the server may be short because its texts are long, so it is asked until there are enough, or no more.
 * @param {import('../wire/connection.js').Connection} connection @param {string} dialogId @param {string} words
 * @param {number} [olderThan] the sequence of the oldest that is known already
 * @returns {Promise<Found | import('../wire/connection.js').Refusal>}
 */
export async function findInTranscript(connection, dialogId, words, olderThan) {
  /** @type {TranscriptEvent[]} */
  const events = [];
  for (;;) {
    const answer = await connection.request(searchMessages(dialogId, words, RESULTS - events.length, olderThan));
    if (!answer.ok) {
      return answer;
    }
    const page = readQueriedEvents(answer.body);
    events.push(...page.reverse());
    olderThan = page.at(-1)?.sequence;
    if (olderThan === undefined || olderThan === 1 || events.length >= RESULTS) {
      return { ok: true, events, more: olderThan !== undefined && olderThan > 1 };
    }
  }
}

/** Letters before the words that were looked for. */
const BEFORE = 30;
/** Letters of an excerpt. */
const EXCERPT = 160;

/**
 * What is shown of a message that was found: the words and some of what stands around them.
 * @param {string} text @param {string} words
 * @returns {{ before: string, match: string, after: string }} `match` is empty where the server folds letters otherwise than this browser
 */
export function excerptOf(text, words) {
  const line = text.replace(/\s+/gu, ' ');
  const sought = words.replace(/\s+/gu, ' ');
  const at = placeOf(line, sought);
  const from = Math.max(0, at - BEFORE);
  const end = at < 0 ? 0 : at + sought.length;
  const to = Math.max(end, from + EXCERPT);
  return {
    before: at > 0 ? (from > 0 ? '…' : '') + whole(line.slice(from, at)) : '', match: at < 0 ? '' : line.slice(at, end),
    after: whole(line.slice(end, to)) + (to < line.length ? '…' : ''),
  };
}

/** Where folding changes the number of letters no place in the folded text is one in the text. @param {string} text @param {string} words */
function placeOf(text, words) {
  const folded = text.toLowerCase();
  return folded.length === text.length ? folded.indexOf(words.toLowerCase()) : text.indexOf(words);
}

/** Never half an emoji. @param {string} part */
const whole = (part) => part.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
