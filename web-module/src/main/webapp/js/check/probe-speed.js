// How fast bytes come and go, measured for a few seconds at most.
import { speedOutcome } from './rows.js';

const LIMIT_MS = 4_000;
const DOWN_BYTES = 3 * 1024 * 1024;
/** The server takes no larger piece; more of them at once fill a long way. */
const UP_PIECE = 100 * 1024;
const UP_PIECES = 24;
const UP_AT_ONCE = 4;
const TOO_MANY = 429;

/** @param {number} bytes @param {number} ms */
export const kbpsOf = (bytes, ms) => (bytes * 8) / Math.max(ms, 1);

/** @param {import('../wire/check-door.js').CheckDoor} door @param {AbortSignal} signal @returns {Promise<import('./rows.js').Finding>} */
export const down = (door, signal) => measured(signal, async (limit) => {
  const answer = await door.download(DOWN_BYTES, limit);
  if (!answer.ok || !answer.body) return { status: answer.status };
  const reader = answer.body.getReader();
  const first = await reader.read(); // what came with the headers took no time
  const begun = performance.now();
  let bytes = 0;
  const speed = () => ({ bytes, ms: performance.now() - begun });
  try {
    for (let piece = first.done ? first : await reader.read(); !piece.done; piece = await reader.read()) bytes += piece.value.length;
  } catch { /* the time is over */ }
  return speed();
});

/** @param {import('../wire/check-door.js').CheckDoor} door @param {AbortSignal} signal @returns {Promise<import('./rows.js').Finding>} */
export const up = (door, signal) => measured(signal, async (limit) => {
  const piece = crypto.getRandomValues(new Uint8Array(64 * 1024));
  const body = new Uint8Array(UP_PIECE);
  for (let at = 0; at < UP_PIECE; at += piece.length) body.set(piece.subarray(0, UP_PIECE - at), at);
  const begun = performance.now();
  let [left, bytes, status, last] = [UP_PIECES, 0, 0, begun];
  const send = async () => {
    while (left-- > 0 && !limit.aborted) {
      const answer = await door.upload(body, limit);
      if (!answer.ok) { status = answer.status; return; }
      bytes += UP_PIECE;
      last = performance.now();
    }
  };
  await Promise.allSettled(Array.from({ length: UP_AT_ONCE }, send));
  return bytes ? { bytes, ms: last - begun } : { status: status || undefined, ms: limit.aborted ? LIMIT_MS : 0 };
});

/** @param {AbortSignal} signal @param {(limit: AbortSignal) => Promise<{ bytes?: number, ms?: number, status?: number }>} measure */
async function measured(signal, measure) {
  try {
    const { bytes = 0, ms = 0, status } = await measure(AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]));
    if (status === TOO_MANY) return { outcome: 'WAIT' };
    if (status || !bytes) return { outcome: 'UNKNOWN' };
    const kbps = kbpsOf(bytes, ms);
    return { outcome: speedOutcome(kbps), kbps };
  } catch {
    return { outcome: 'UNKNOWN' };
  }
}
