// The way to the server that every call rests on: the socket, and how long an answer takes.
import { Connection } from '../wire/connection.js';
import { getClock } from '../wire/protocol.js';

const PATIENCE_MS = 10_000;
const TIMES = 3;
/** Above this, one hears it in a talk. */
const SLOW_MS = 400;

/** @param {Connection} connection one that is up, or is coming up @returns {Promise<import('./rows.js').Finding | undefined>} nothing if it does not come up */
export async function roundTrip(connection) {
  if (!(await ready(connection))) return undefined;
  let ms = Infinity;
  for (let i = 0; i < TIMES; i++) {
    const sent = performance.now();
    if (!(await connection.request(getClock())).ok) return undefined;
    ms = Math.min(ms, Math.max(1, Math.round(performance.now() - sent)));
  }
  return { outcome: ms > SLOW_MS ? 'SLOW' : 'OK', ms };
}

/** @param {Connection} connection @returns {Promise<boolean>} */
const ready = (connection) => new Promise((resolve) => {
  const stop = connection.on('state', (state) => { if (state === 'READY') end(true); });
  const timer = setTimeout(() => end(false), PATIENCE_MS);
  const end = (/** @type {boolean} */ is) => {
    stop();
    clearTimeout(timer);
    resolve(is);
  };
  if (connection.state === 'READY') end(true);
});

/**
 * A socket of the check's own, as the window would open one.
 * @param {ReturnType<typeof import('../wire/consumer-door.js').consumerDoor>} door @returns {Promise<import('./rows.js').Finding>}
 */
export async function consumerRoundTrip(door) {
  try {
    await door.open({ renew: false, neverOpened: false });
  } catch (refused) {
    return { outcome: refused instanceof TypeError ? 'UNREACHABLE' : 'REFUSED' };
  }
  const connection = new Connection(door.open);
  connection.open();
  const answer = await roundTrip(connection);
  connection.close();
  return answer ?? { outcome: 'BLOCKED' };
}

/**
 * The socket that the workspace has already.
 * @param {Connection} connection @param {import('../wire/check-door.js').CheckDoor} door @returns {Promise<import('./rows.js').Finding>}
 */
export const agentRoundTrip = async (connection, door) =>
  (await roundTrip(connection)) ?? { outcome: (await door.servers()) ? 'BLOCKED' : 'UNREACHABLE' };
