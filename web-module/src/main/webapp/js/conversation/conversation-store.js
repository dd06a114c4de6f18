// What a page knows of its conversations: folded by pure functions from what the readers of wire/protocol.js give.
// A state is never changed, only replaced; what did not change stays the same object.

/**
 * @typedef {import('../wire/protocol.js').TranscriptEvent} TranscriptEvent
 * @typedef {import('../wire/protocol.js').Conversation & {
 *   dialogId: string,
 *   events: readonly TranscriptEvent[],
 *   firstSequence: number,
 *   lastSequence: number,
 *   begins: boolean,
 *   read: Record<string, number>,
 *   delivered: Record<string, number>,
 *   typing: Record<string, { role: string, at: number }>,
 *   consumerAway: boolean,
 * }} Conversation
 *   `dialogId` is the MAIN dialog, which holds the transcript. `events` are TEXT and OTHER by rising sequence, each once;
 *   `firstSequence` (0: nothing is known) and `lastSequence` count receipts too; `begins`: nothing is older than what is known. `read` and `delivered` are the highest sequence of each participant, `typing` who
 *   composes and since when. `consumerAway`: the consumer's last window is closed.
 * @typedef {{ conversations: ReadonlyMap<string, Conversation> }} ConversationState
 * @typedef {{ type: 'CONVERSATIONS', changes: { removed: boolean, conversation: import('../wire/protocol.js').Conversation }[] }
 *   | { type: 'EVENTS', events: TranscriptEvent[], now: number }
 *   | { type: 'PAGE', id: string, events: TranscriptEvent[], begins: boolean }
 *   | { type: 'FORGET', id: string }} ConversationAction `PAGE`: a part of the transcript that was asked for.
 */

/** @type {ConversationState} */
export const NO_CONVERSATIONS = Object.freeze({ conversations: new Map() });

/** A sign of typing is good for this long; who still types says so again. */
export const TYPING_LIFE_MS = 8_000;

/**
 * @param {ConversationState} state
 * @param {ConversationAction} action
 * @returns {ConversationState}
 */
export function reduceConversations(state, action) {
  switch (action.type) {
    case 'CONVERSATIONS':
      return action.changes.reduce(withConversation, state);
    case 'EVENTS':
      return action.events.reduce((current, event) => withEvent(current, event, action.now), state);
    case 'PAGE':
      return withPage(state, action);
    case 'FORGET':
      return without(state, action.id);
    default:
      return state;
  }
}

/** A removal carries the whole conversation too, so what it is now is always told. @param {ConversationState} state @param {{ conversation: any }} change */
function withConversation(state, { conversation }) {
  const known = state.conversations.get(conversation.id) ?? fresh(conversation.id);
  if (conversation.updatedAt < known.updatedAt) {
    return state;
  }
  const next = { ...known, ...conversation, dialogId: mainDialogOf(conversation) };
  return put(state, next.open ? next : { ...next, typing: {} });
}

/** @param {any} conversation */
function mainDialogOf({ id, dialogs }) {
  return dialogs?.find((/** @type {any} */ dialog) => dialog.main)?.id ?? id;
}

/** @param {string} id @returns {Conversation} */
function fresh(id) {
  return {
    id, dialogId: id, open: true, updatedAt: 0, startedAt: 0, endedAt: 0, skillId: '-1', participants: [], dialogs: [],
    events: [], firstSequence: 0, lastSequence: 0, begins: false, read: {}, delivered: {}, typing: {}, consumerAway: false,
  };
}

/** @param {ConversationState} state @param {TranscriptEvent} event @param {number} now */
function withEvent(state, event, now) {
  const id = event.conversationId ?? event.dialogId;
  const known = state.conversations.get(id) ?? fresh(id);
  switch (event.kind) {
    case 'RECEIPT':
      return put(state, withReceipt(known, event));
    case 'CHAT_STATE':
      return put(state, withChatState(known, event, now));
    default:
      return put(state, withContent(known, event));
  }
}

/** @param {Conversation} conversation @param {TranscriptEvent} event @returns {Conversation} */
function withContent(conversation, event) {
  const { [event.originatorId]: _, ...typing } = conversation.typing;
  return { ...conversation, typing, events: inserted(conversation.events, event), ...reached(conversation, event) };
}

/** @param {ConversationState} state @param {{ id: string, events: TranscriptEvent[], begins: boolean }} page */
function withPage(state, { id, events, begins }) {
  const known = state.conversations.get(id) ?? fresh(id);
  const had = new Set(known.events.map((each) => each.sequence));
  const said = events.filter((each) => each.kind !== 'RECEIPT' && !had.has(each.sequence));
  const whole = [...said, ...known.events].sort((a, b) => Number(a.sequence) - Number(b.sequence));
  const next = events.reduce((current, event) => (event.kind === 'RECEIPT' ? withReceipt(current, event)
    : { ...current, ...reached(current, event) }), { ...known, events: whole, begins: known.begins || begins });
  return put(state, next);
}

/** @param {readonly TranscriptEvent[]} events @param {TranscriptEvent} event */
function inserted(events, event) {
  const last = events.at(-1);
  if (!last || Number(last.sequence) < Number(event.sequence)) {
    return [...events, event];
  }
  if (events.some((each) => each.sequence === event.sequence)) {
    return events;
  }
  return [...events, event].sort((a, b) => Number(a.sequence) - Number(b.sequence));
}

/** @param {Conversation} conversation @param {TranscriptEvent} event */
function reached({ firstSequence, lastSequence, begins }, { sequence = 0 }) {
  return {
    firstSequence: sequence > 0 && (firstSequence === 0 || sequence < firstSequence) ? sequence : firstSequence,
    lastSequence: Math.max(lastSequence, sequence), begins: begins || sequence === 1,
  };
}

/** @param {Conversation} conversation @param {TranscriptEvent} event @returns {Conversation} */
function withReceipt(conversation, event) {
  const upTo = Math.max(0, ...(event.sequences ?? []));
  const delivered = raised(conversation.delivered, event.originatorId, upTo);
  const read = event.status === 'READ' ? raised(conversation.read, event.originatorId, upTo) : conversation.read;
  return { ...conversation, ...reached(conversation, event), delivered, read };
}

/** @param {Record<string, number>} marks @param {string} id @param {number} sequence */
function raised(marks, id, sequence) {
  return (marks[id] ?? 0) >= sequence ? marks : { ...marks, [id]: sequence };
}

/** @param {Conversation} conversation @param {TranscriptEvent} event @param {number} now @returns {Conversation} */
function withChatState(conversation, { originatorId, role, chatState }, now) {
  const { [originatorId]: _, ...others } = conversation.typing;
  const typing = chatState === 'COMPOSING' ? { ...others, [originatorId]: { role, at: now } } : others;
  if (role !== 'CONSUMER') {
    return { ...conversation, typing };
  }
  return { ...conversation, typing, consumerAway: chatState === 'BACKGROUND' || chatState === 'GONE' };
}

/** @param {ConversationState} state @param {Conversation} conversation @returns {ConversationState} */
function put(state, conversation) {
  return { conversations: new Map(state.conversations).set(conversation.id, conversation) };
}

/** @param {ConversationState} state @param {string} id */
function without(state, id) {
  const conversations = new Map(state.conversations);
  return conversations.delete(id) ? { conversations } : state;
}

// --- questions ----------------------------------------------------------------------------------------------------

/** @param {Conversation} conversation @param {string} role */
export function participantOf(conversation, role) {
  return conversation.participants.find((each) => each.role === role)?.id;
}

/**
 * The sequences of what others wrote and this person has not read.
 * @param {Conversation} conversation
 * @param {string} me
 * @returns {number[]}
 */
export function unreadSequences(conversation, me) {
  const read = conversation.read[me] ?? 0;
  return conversation.events
    .filter((each) => Number(each.sequence) > read && each.originatorId !== me && each.role !== 'CONTROLLER')
    .map((each) => Number(each.sequence));
}

/**
 * Whether there may be more of them than are loaded: nothing of what is known was read.
 * @param {Conversation} conversation
 * @param {string} me
 */
export function isMoreUnread(conversation, me) {
  return !conversation.begins && conversation.firstSequence > 1 && (conversation.read[me] ?? 0) < conversation.firstSequence - 1
    && unreadSequences(conversation, me).length > 0;
}

/**
 * Who else is typing now.
 * @param {Conversation} conversation
 * @param {string} me
 * @param {number} now
 */
export function whoTypes(conversation, me, now) {
  return Object.entries(conversation.typing)
    .filter(([id, sign]) => id !== me && now - sign.at < TYPING_LIFE_MS)
    .map(([id, sign]) => ({ id, role: sign.role }));
}
