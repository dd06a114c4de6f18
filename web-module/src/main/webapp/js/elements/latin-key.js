/**
 * The letter of a key: what it writes, or where that is no Latin letter (Greek, Cyrillic, Hebrew, Arabic), what its place writes on
 * an English keyboard (UI Events KeyboardEvent code Values). Small.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'code'>} event
 */
export function latin({ key, code }) {
  return (/^[A-Za-z]$/.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1] ?? key).toLowerCase();
}
