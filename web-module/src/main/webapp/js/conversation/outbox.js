// Messages on their way: shown at once, matched to their event when it comes back, kept when they fail.
// Pure functions over a list; the page owns the list and does the sending.

/**
 * @typedef {{ key: string, conversationId: string, text: string, at: number, state: 'SENDING' | 'SENT' | 'FAILED',
 *   sequence?: number, why?: string }} Outgoing `why` says what a person can know of a failure
 */

/** @param {readonly Outgoing[]} outbox @param {Outgoing} message @returns {Outgoing[]} */
export function sending(outbox, message) {
  return [...outbox.filter((each) => each.key !== message.key), message];
}

/** @param {readonly Outgoing[]} outbox @param {string} key @param {number | undefined} sequence @returns {Outgoing[]} */
export function sent(outbox, key, sequence) {
  return outbox.map((each) => (each.key === key ? { ...each, state: 'SENT', sequence } : each));
}

/** @param {readonly Outgoing[]} outbox @param {string} key @param {string} [why] @returns {Outgoing[]} */
export function failed(outbox, key, why = '') {
  return outbox.map((each) => (each.key === key ? { ...each, state: 'FAILED', why } : each));
}

/** @param {readonly Outgoing[]} outbox @param {string} key */
export function discarded(outbox, key) {
  return outbox.filter((each) => each.key !== key);
}

/**
 * What has not yet come back as an event of this conversation.
 * @param {readonly Outgoing[]} outbox
 * @param {import('./conversation-store.js').Conversation} conversation
 */
export function outstanding(outbox, conversation) {
  const mine = outbox.filter((each) => each.conversationId === conversation.id);
  return mine.length === 0 ? mine : mine.filter((each) => !hasArrived(each, conversation));
}

/** Whether a message has come back as an event. @param {Outgoing} message @param {import('./conversation-store.js').Conversation} conversation */
export function hasArrived(message, conversation) {
  const isHere = message.conversationId === conversation.id;
  return conversation.events.some((event) => (isHere && isEventOf(event, message)) || event.key === message.key);
}

/** The key also knows an event again whose answer was lost. @param {any} event @param {Outgoing} message */
function isEventOf(event, message) {
  return event.sequence === message.sequence || event.key === message.key;
}
