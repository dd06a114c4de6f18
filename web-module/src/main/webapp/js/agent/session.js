// Who is logged in to the workspace, in this tab: the bearer lives as long as the tab and is prolonged while it is used.
import { SignedOut } from '../wire/connection.js';
import { SessionStore, logIn, logInOnArrival, logOut, prolong } from '../wire/login.js';
import { agentSocket } from '../wire/protocol.js';

export { REFRESH_MS } from '../wire/login.js';

/** @typedef {import('../wire/login.js').Session} Session */

const store = new SessionStore('eyeline.agent', 'eyeline.account');

/** @returns {Session | undefined} */
export const restoredSession = () => store.restored();

/** The account of the last log-in in this browser. */
export const rememberedAccount = () => store.rememberedAccount();

/** @param {string} account @param {string} username @param {string} password */
export const signIn = async (account, username, password) => admitted(await logIn(account, username, password));

/** @param {import('../wire/login.js').Arrival} arrival */
export const signInOnArrival = async (arrival) => admitted(await logInOnArrival(arrival));

/** Only who works here stays. @param {Awaited<ReturnType<typeof logIn>>} answer */
function admitted(answer) {
  if (!answer.ok) {
    return answer;
  }
  if (!answer.session.roles.some((role) => role === 'AGENT' || role === 'AGENT_MANAGER')) {
    logOut(answer.session);
    return { ok: /** @type {const} */ (false), message: 'This user has no role that works in the workspace. Your administrator can give one.' };
  }
  store.keep(answer.session);
  return answer;
}

/** Prolongs the bearer. `GONE` means that it is over and somebody has to log in again. @param {Session} session */
export const refreshSession = (session) => prolong(session);

/** Ends the log-in here at once, and at the server as soon as it hears of it. @param {Session} session @param {() => void} onUnheard */
export function signOut(session, onUnheard) {
  forgetSession();
  return logOut(session, { onUnheard });
}

export function forgetSession() {
  store.forget();
}

/**
 * Where the agent's socket is. A dial that never opened may mean that the bearer is over: then that is asked first.
 * @param {Session} session
 * @returns {import('../wire/connection.js').OpenDoor}
 */
export function agentDoor(session) {
  return async ({ renew, neverOpened }) => {
    if ((renew || neverOpened) && (await refreshSession(session)) === 'GONE') {
      throw new SignedOut();
    }
    return { url: agentSocket(location.host, session.account, session.bearer) };
  };
}
