// Times in words, in the reader's own language and clock.

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const fullDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

const DAY_MS = 86_400_000;

/** @param {number} time @param {number} now */
function daysAgo(time, now) {
  return Math.round((startOfDay(now) - startOfDay(time)) / DAY_MS);
}

/** @param {number} time */
function startOfDay(time) {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** The time of day. @param {number} time */
export function timeOfDay(time) {
  return clock.format(time);
}

/** The heading of a day in a transcript. @param {number} time @param {number} now */
export function dayWords(time, now = Date.now()) {
  const ago = daysAgo(time, now);
  if (ago === 0) {
    return 'Today';
  }
  if (ago === 1) {
    return 'Yesterday';
  }
  return ago < 300 ? longDay.format(time) : fullDay.format(time);
}

/** The short time of a list: a time today, a day of this week, else a date. @param {number} time @param {number} now */
export function shortWords(time, now = Date.now()) {
  const ago = daysAgo(time, now);
  if (ago === 0) {
    return timeOfDay(time);
  }
  if (ago === 1) {
    return 'Yesterday';
  }
  return ago < 7 ? weekday.format(time) : shortDay.format(time);
}

/** For `datetime` attributes. @param {number} time */
export function isoTime(time) {
  return new Date(time).toISOString();
}

/** How long somebody waits: `now`, `3 min`, `1 h`. @param {number} ms */
export function waitingWords(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) {
    return 'now';
  }
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
