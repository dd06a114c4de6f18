/** A consumer's wish for a call (C10), as the transcript has it. */

/** After a wish the server takes the next one only after this. */
export const WISH_PAUSE_MS = 30_000;

/**
 * The newest wish that no invitation has answered.
 * @param {readonly import('../wire/protocol.js').TranscriptEvent[]} events
 * @returns {{ mode: import('../wire/protocol.js').CallMode, at: number, sequence: number } | undefined}
 */
export function openWish(events) {
  const last = events.findLast((event) => event.callWish || event.callStep);
  return last?.callWish && { mode: last.callWish.mode, at: Number(last.at), sequence: Number(last.sequence) };
}
