/**
 * What a browser keeps for a page, or memory where it keeps nothing. Browsers deny several interfaces together when people block
 * site data (`localStorage` and `sessionStorage` throw a SecurityError at the mere look, HTML 12.2.1), have no room left
 * (QuotaExceededError), or have none at all (`null` in a web view). This is the only module that touches them: nobody else has
 * to think of it, and a page works for as long as it is open.
 */

/** Written and taken away again, to see whether anything is kept. */
const PROBE = 'eyeline.probe';

/** One of the two stores with the methods of `Storage` that we use; none of them ever throws. */
export class Kept {
  #storage; #kept;
  /** What the browser did not take. @type {Map<string, string>} */
  #memory = new Map();

  /** @param {() => Storage|null} storage looked at anew each time, since the look itself may throw and people may change their mind */
  constructor(storage) { this.#storage = storage; }

  /** Whether what is written is there after a reload. False from the first write on that the browser refused. */
  get kept() {
    this.#kept ??= this.#browser(storage => { storage.setItem(PROBE, ''); storage.removeItem(PROBE); return true; }) ?? false;
    return this.#kept;
  }

  /** @param {string} key @returns {string|null} */
  getItem(key) { return this.#memory.get(key) ?? this.#browser(storage => storage.getItem(key)) ?? null; }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    const taken = this.#browser(storage => { storage.setItem(key, value); return true; });
    if (taken) this.#memory.delete(key);
    else {
      this.#kept = false;
      this.#memory.set(key, value);
    }
  }

  /** @param {string} key */
  removeItem(key) {
    this.#memory.delete(key);
    this.#browser(storage => storage.removeItem(key));
  }

  /** What the browser answers, or undefined where it refuses. @template T @param {(storage: Storage) => T} use */
  #browser(use) {
    try { return use(/** @type {Storage} */ (this.#storage())); } catch { return undefined; }
  }
}

/**
 * Whether the browser takes cookies, without which nobody comes back from another website's log-in. One is written and taken away
 * again: `navigator.cookieEnabled` is true in Chromium also where a person's setting blocks them.
 */
export function takesCookies() {
  try {
    document.cookie = `${PROBE}=1; Secure; SameSite=Lax; Path=/`;
    const taken = document.cookie.includes(PROBE);
    document.cookie = `${PROBE}=; Max-Age=0; Secure; SameSite=Lax; Path=/`;
    return taken;
  } catch {
    return false;
  }
}

/** For all pages of this browser, and for the next visit. */
export const local = new Kept(() => localStorage);
/** For this tab: survives a reload and the way through a website, and ends with the tab. */
export const session = new Kept(() => sessionStorage);
