import { isOpen } from '../call/call-store.js';
import { callsIn } from './transcript.js';

/**
 * A call that ended while there was no connection, completed by what the transcript says of its end.
 * @param {import('../call/call-store.js').Call} call
 * @param {import('./conversation-store.js').Conversation} [conversation] the one it belongs to
 * @returns {import('../call/call-store.js').Call}
 */
export function withItsEnd(call, conversation) {
  const line = isOpen(call) || call.endReason ? undefined : callsIn(conversation?.events ?? []).find((each) => each.callId === call.callId);
  if (!line?.endReason) {
    return call;
  }
  const { cause, errorId, endReason, durationMs } = line;
  return /** @type {any} */ ({ ...call, cause, errorId, endReason, durationMs });
}
