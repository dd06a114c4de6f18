/**
 * The keys of the workspace: Alt with a letter or an arrow, and the question mark. None while somebody writes, and none
 * that writes a letter itself (Option and a letter on a Mac): such a key was never meant for us.
 *
 * @typedef {{ help: () => void, accept: () => void, reply: () => void, step: (by: number) => void }} ShortcutActs
 */
import { isComposing } from '../elements/composing.js';

/** Does what a key stands for. @param {KeyboardEvent} event @param {ShortcutActs} acts */
export function shortcut(event, acts) {
  if (event.ctrlKey || event.metaKey || event.repeat || isWriting(event)) {
    return;
  }
  const act = event.altKey ? withAlt(event.key, acts) : plain(event.key, acts);
  if (act) {
    event.preventDefault();
    act();
  }
}

/** @param {string} key @param {ShortcutActs} acts @returns {(() => void) | undefined} */
function plain(key, { help }) {
  return key === '?' ? help : undefined;
}

/** By the character, not by the place on the keyboard. @param {string} key @param {ShortcutActs} acts @returns {(() => void) | undefined} */
function withAlt(key, { accept, reply, step }) {
  switch (key) {
    case 'a':
    case 'A':
      return accept;
    case 'r':
    case 'R':
      return reply;
    case 'ArrowDown':
      return () => step(1);
    case 'ArrowUp':
      return () => step(-1);
    default:
      return undefined;
  }
}

/** Whether the key goes into a text, also inside a shadow root, and also the key of an input method. @param {KeyboardEvent} event */
function isWriting(event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  return isComposing(event) || target.isContentEditable || (target.matches?.('input, textarea, select') ?? false);
}
