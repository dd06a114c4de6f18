// What the tests of the browser's code share. A test module exports `tests`: names that are sentences, and functions that
// throw. A page of the running server imports it and calls each with `{ protocol }`, the text of docs/protocol.md.

/** @param {unknown} actual @param {unknown} expected @param {string} what */
export const equal = (actual, expected, what = 'value') => {
  const [a, b] = [text(actual), text(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
};

/** @param {unknown} condition @param {string} what */
export const truth = (condition, what) => {
  if (!condition) throw new Error(`not so: ${what}`);
};

/** Waits for a fact. @param {() => unknown} fact @param {string} what */
export const until = async (fact, what, limit = 10_000) => {
  const end = Date.now() + limit;
  while (!await fact()) {
    if (Date.now() > end) throw new Error(`in ${limit} ms not so: ${what}`);
    await new Promise(resolve => { setTimeout(resolve, 20); });
  }
};

/** Members in a fixed order, so that only their values count. */
const text = value => JSON.stringify(value, (_, member) =>
  (member && typeof member === 'object' && !Array.isArray(member)
    ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member));
