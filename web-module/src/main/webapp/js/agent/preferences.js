// What a person chose for this browser. Storage that is forbidden or full only means that it is forgotten.

/**
 * @typedef {{ sound: boolean, keys: boolean, askedForNotifications: boolean }} Preferences
 */

const KEY = 'eyeline.preferences';
const DEFAULTS = Object.freeze({ sound: true, keys: true, askedForNotifications: false });

/** @returns {Preferences} */
export function preferences() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return { ...DEFAULTS };
  }
}

/** @param {Partial<Preferences>} change @returns {Preferences} what is chosen now */
export function prefer(change) {
  const next = { ...preferences(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // it lasts as long as the page
  }
  return next;
}
