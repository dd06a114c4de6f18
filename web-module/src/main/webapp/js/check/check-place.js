// Where a check runs: as an agent in the workspace, or as a consumer on a page of its own.
import { checkDoor } from '../wire/check-door.js';
import { consumerDoor } from '../wire/consumer-door.js';
import { agentRoundTrip, consumerRoundTrip } from './probe-signalling.js';

/** @param {import('../wire/connection.js').Connection} connection @param {import('../wire/login.js').Session} session @returns {import('./check-run.js').CheckPlace} */
export function agentPlace(connection, session) {
  const door = checkDoor({ account: session.account, bearer: () => session.bearer });
  return { door, signalling: () => agentRoundTrip(connection, door) };
}

/** @param {string} account @param {boolean} tagged @returns {import('./check-run.js').CheckPlace} */
export function consumerPlace(account, tagged) {
  const consumer = consumerDoor({ account });
  return { door: checkDoor({ account, bearer: consumer.token }), signalling: () => consumerRoundTrip(consumer), tagged };
}
