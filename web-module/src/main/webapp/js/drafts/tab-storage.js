/** What this tab keeps over a reload and the way through a website, or memory where the browser denies that; nothing here throws. */

/** What the browser did not take. @type {Map<string, string>} */
const memory = new Map();

/** @template T @param {(storage: Storage) => T} use @returns {T | undefined} */
function asked(use) {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

export const tabStorage = {
  /** @param {string} key @returns {string | null} */
  getItem: (key) => memory.get(key) ?? asked((storage) => storage.getItem(key)) ?? null,

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    if (asked((storage) => { storage.setItem(key, value); return true; })) {
      memory.delete(key);
    } else {
      memory.set(key, value);
    }
  },

  /** @param {string} key */
  removeItem(key) {
    memory.delete(key);
    asked((storage) => storage.removeItem(key));
  },
};
