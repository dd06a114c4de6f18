/**
 * The keys of the workspace: Alt with Enter or an arrow, and the question mark. None of them writes a letter on any layout (Option
 * and a letter does on a Mac, and Alt with a letter is none of ours on a Greek or Cyrillic one), and none is heard while somebody writes.
 *
 * @typedef {{ help: () => void, accept: () => void, reply: () => void, step: (by: number) => void }} ShortcutActs
 */
import { isComposing } from '../elements/composing.js';

/** Does what a key stands for. @param {KeyboardEvent} event @param {ShortcutActs} acts */
export function shortcut(event, acts) {
  if (event.ctrlKey || event.metaKey || event.repeat || isWriting(event)) {
    return;
  }
  const act = event.altKey ? withAlt(event, acts) : plain(event, acts);
  if (act) {
    event.preventDefault();
    act();
  }
}

/** @param {KeyboardEvent} event @param {ShortcutActs} acts @returns {(() => void) | undefined} */
function plain({ key }, { help }) {
  return key === '?' ? help : undefined;
}

/** @param {KeyboardEvent} event @param {ShortcutActs} acts @returns {(() => void) | undefined} */
function withAlt({ key, shiftKey }, { accept, reply, step }) {
  switch (key) {
    case 'Enter':
      return shiftKey ? reply : accept;
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
