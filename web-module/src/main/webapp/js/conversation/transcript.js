// The transcript as it is shown: days, messages in groups, one line for each call. A pure projection of the events.
import { outstanding } from './outbox.js';

/**
 * @typedef {'CONSUMER' | 'AGENT'} Side who looks
 * @typedef {{ callId: string, mode: string, step: string, agentName?: string, text: string, durationMs?: number, cause?: string, errorId?: string,
 *   endReason?: string, startedAt: number, time: number }} CallLine `startedAt` is the time of its first step, `text` the newest one's words
 *   in the account's language.
 * @typedef {{ kind: 'day', key: string, time: number }
 *   | { kind: 'message', key: string, own: boolean, mine: boolean, originatorId: string, role: string, text: string,
 *       time: number, status: 'SENDING' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED', why?: string, first: boolean, last: boolean }
 *   | { kind: 'call', key: string, time: number, call: CallLine }
 *   | { kind: 'wish', key: string, time: number, mode: string, text: string }
 *   | { kind: 'note', key: string, time: number, text: string }} TranscriptItem
 * @typedef {import('./conversation-store.js').Conversation} Conversation
 * @typedef {import('./conversation-store.js').TranscriptEvent} TranscriptEvent
 * @typedef {import('./outbox.js').Outgoing} Outgoing
 */

/** Messages of one person that are closer than this stand together. */
const GROUP_MS = 3 * 60_000;

/**
 * @param {Conversation} conversation
 * @param {{ me: string, side: Side, outbox?: readonly Outgoing[] }} view
 * @returns {TranscriptItem[]}
 */
export function transcriptOf(conversation, { me, side, outbox = [] }) {
  const stored = foldCalls(conversation.events).map((entry) => itemOf(entry, conversation, me, side));
  const pending = outstanding(outbox, conversation).map((message) => pendingItem(message, me, side));
  return grouped(withDays([...stored, ...pending]));
}

/**
 * The steps of a call in these events, by call, each with its newest step.
 * @param {readonly TranscriptEvent[]} events
 * @returns {CallLine[]}
 */
export function callsIn(events) {
  return foldCalls(events).flatMap((entry) => ('call' in entry ? [entry.call] : []));
}

/** @param {readonly TranscriptEvent[]} events @returns {({ event: TranscriptEvent } | { call: CallLine })[]} */
function foldCalls(events) {
  /** @type {Map<string, { call: CallLine }>} */
  const calls = new Map();
  /** @type {({ event: TranscriptEvent } | { call: CallLine })[]} */
  const entries = [];
  for (const event of events) {
    const step = event.callStep;
    const line = step && calls.get(step.callId);
    if (line) {
      line.call = { ...line.call, ...lineOf(step), text: textOf(event), time: Number(event.at) };
    } else if (step) {
      const entry = { call: { ...lineOf(step), text: textOf(event), startedAt: Number(event.at), time: Number(event.at) } };
      calls.set(step.callId, entry);
      entries.push(entry);
    } else {
      entries.push({ event });
    }
  }
  return entries;
}

/** @param {import('../wire/protocol.js').CallStep} step */
function lineOf({ callId, mode, step, agentName, durationMs, cause, errorId, endReason }) {
  return { callId, mode, step, agentName, durationMs, cause, errorId, endReason };
}

/** @param {{ event: TranscriptEvent } | { call: CallLine }} entry @param {Conversation} conversation @param {string} me @param {Side} side @returns {TranscriptItem} */
function itemOf(entry, conversation, me, side) {
  if ('call' in entry) {
    return { kind: 'call', key: `call-${entry.call.callId}`, time: entry.call.startedAt, call: entry.call };
  }
  const { event } = entry;
  const key = `event-${event.sequence}`;
  if (event.callWish) {
    return { kind: 'wish', key, time: Number(event.at), mode: event.callWish.mode, text: textOf(event) };
  }
  if (event.role === 'CONTROLLER') {
    return { kind: 'note', key, time: Number(event.at), text: textOf(event) };
  }
  return {
    kind: 'message', key, own: isOwn(event.role, side), mine: event.originatorId === me, originatorId: event.originatorId,
    role: event.role, text: textOf(event), time: Number(event.at), status: statusOf(event, conversation), first: true, last: true,
  };
}

/** @param {Outgoing} message @param {string} me @param {Side} side @returns {TranscriptItem} */
function pendingItem(message, me, side) {
  return {
    kind: 'message', key: message.key, own: true, mine: true, originatorId: me, role: side === 'AGENT' ? 'ASSIGNED_AGENT' : 'CONSUMER',
    text: message.text, time: message.at, status: message.state, why: message.why, first: true, last: true,
  };
}

/** @param {string} role @param {Side} side */
function isOwn(role, side) {
  return (role === 'CONSUMER') === (side === 'CONSUMER');
}

/** The text of an event; content that this window cannot show is named. @param {TranscriptEvent} event */
export function textOf(event) {
  return event.kind === 'TEXT' ? event.text ?? '' : 'Content that cannot be shown here';
}

/** @param {TranscriptEvent} event @param {Conversation} conversation */
function statusOf(event, conversation) {
  const byOthers = (/** @type {Record<string, number>} */ marks) =>
    Object.entries(marks).some(([id, sequence]) => isAddressee(id, event, conversation) && sequence >= Number(event.sequence));
  return byOthers(conversation.read) ? 'READ' : byOthers(conversation.delivered) ? 'DELIVERED' : 'SENT';
}

/** The other side of the conversation, so a colleague's reading is no tick. @param {string} id @param {TranscriptEvent} event @param {Conversation} conversation */
function isAddressee(id, event, conversation) {
  const consumer = conversation.participants.find((each) => each.role === 'CONSUMER')?.id;
  return event.role === 'CONSUMER' ? id !== event.originatorId : id === consumer;
}

/** @param {TranscriptItem[]} items @returns {TranscriptItem[]} */
function withDays(items) {
  let day = '';
  return items.flatMap((item) => {
    const next = new Date(item.time).toDateString();
    if (next === day) {
      return [item];
    }
    day = next;
    return [{ kind: 'day', key: `day-${next}`, time: item.time }, item];
  });
}

/** @param {TranscriptItem[]} items @returns {TranscriptItem[]} */
function grouped(items) {
  return items.map((item, i) => item.kind !== 'message' ? item
    : { ...item, first: !together(items[i - 1], item), last: !together(item, items[i + 1]) });
}

/** @param {TranscriptItem | undefined} a @param {TranscriptItem | undefined} b */
function together(a, b) {
  return a?.kind === 'message' && b?.kind === 'message' && a.originatorId === b.originatorId && b.time - a.time < GROUP_MS
    && a.status !== 'FAILED';
}
