// What a person chose for this browser.
import { local } from '../browser/storage.js';

/**
 * @typedef {{ sound: boolean, keys: boolean, askedForNotifications: boolean }} Preferences
 */

const KEY = 'eyeline.preferences';
const DEFAULTS = Object.freeze({ sound: true, keys: true, askedForNotifications: false });

/** @returns {Preferences} */
export function preferences() {
  try {
    return { ...DEFAULTS, ...JSON.parse(local.getItem(KEY) ?? '{}') };
  } catch {
    return { ...DEFAULTS };
  }
}

/** @param {Partial<Preferences>} change @returns {Preferences} what is chosen now */
export function prefer(change) {
  const next = { ...preferences(), ...change };
  local.setItem(KEY, JSON.stringify(next));
  return next;
}
