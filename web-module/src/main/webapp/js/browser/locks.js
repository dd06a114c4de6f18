/**
 * Turns that the tabs of a browser take (Web Locks). Where site data is blocked `navigator.locks` rejects every request with a
 * SecurityError, and older browsers have none: then tabs know nothing of each other, but within a page it is still one after
 * the other. This is the only module that touches them.
 */

/** The last of each name in this page. @type {Map<string, Promise<unknown>>} */
const turns = new Map();

/**
 * Does something when it is its turn; the turn lasts until it is done.
 * @template T
 * @param {string} name @param {() => T|Promise<T>} action
 * @param {{signal?: AbortSignal}} [options] gives up waiting, as an AbortError
 * @returns {Promise<T>} what the action answers; rejects as it does, never because turns are denied
 */
export const exclusively = async (name, action, {signal} = {}) => {
  let begun = false;
  const begin = () => { begun = true; return action(); };
  try {
    return await navigator.locks.request(name, signal ? {signal} : {}, begin);
  } catch (failure) {
    if (begun) throw failure;
    signal?.throwIfAborted();
  }
  return here(name, action, signal);
};

/** @template T @param {string} name @param {() => T|Promise<T>} action @param {AbortSignal} [signal] @returns {Promise<T>} */
const here = (name, action, signal) => {
  const turn = (turns.get(name) ?? Promise.resolve()).then(() => { signal?.throwIfAborted(); return action(); });
  turns.set(name, turn.then(() => {}, () => {}));
  return turn;
};
