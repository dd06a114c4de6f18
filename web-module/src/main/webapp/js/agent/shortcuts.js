/**
 * The keys of the workspace: Alt with a letter or an arrow, and the question mark.
 *
 * @typedef {{ help: () => void, accept: () => void, reply: () => void, step: (by: number) => void }} ShortcutActs
 */

/** Does what a key stands for. @param {KeyboardEvent} event @param {ShortcutActs} acts */
export function shortcut(event, acts) {
  if (event.ctrlKey || event.metaKey || event.repeat) {
    return;
  }
  const act = event.altKey ? withAlt(event.code, acts) : plain(event, acts);
  if (act) {
    event.preventDefault();
    act();
  }
}

/** @param {KeyboardEvent} event @param {ShortcutActs} acts @returns {(() => void) | undefined} */
function plain(event, { help }) {
  return event.key === '?' && !isTyping(event) ? help : undefined;
}

/** @param {string} code @param {ShortcutActs} acts @returns {(() => void) | undefined} */
function withAlt(code, { accept, reply, step }) {
  switch (code) {
    case 'KeyA':
      return accept;
    case 'KeyR':
      return reply;
    case 'ArrowDown':
      return () => step(1);
    case 'ArrowUp':
      return () => step(-1);
    default:
      return undefined;
  }
}

/** @param {KeyboardEvent} event */
function isTyping(event) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  return target.matches?.('input, textarea, select, [contenteditable]') ?? false;
}
