// Who is logged in to the workspace, in this tab: the bearer lives in sessionStorage and is prolonged while it is used.
import { SignedOut } from '../wire/connection.js';
import {
  agentLoginBody, agentLoginPath, agentLogoutPath, agentRefreshBody, agentRefreshPath, agentSocket, readAgentLogin,
} from '../wire/protocol.js';

/** How often the bearer is prolonged. */
export const REFRESH_MS = 10 * 60_000;

const KEY = 'eyeline.agent';
const ACCOUNT_KEY = 'eyeline.account';

/**
 * @typedef {{ account: string, bearer: string, csrf: string, id: string, userId: string, name: string, loginName: string,
 *   roles: string[] }} Session
 */

/** @returns {Session | undefined} */
export function restoredSession() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** The account of the last log-in in this browser. */
export function rememberedAccount() {
  return localStorage.getItem(ACCOUNT_KEY) ?? '';
}

/**
 * @param {string} account
 * @param {string} username
 * @param {string} password
 * @returns {Promise<{ ok: true, session: Session } | { ok: false, message: string, field?: 'account' | 'password' }>}
 */
export async function signIn(account, username, password) {
  const answer = await post(agentLoginPath(account), agentLoginBody(username, password));
  if (!answer) {
    return { ok: false, message: 'The server cannot be reached. Check your connection and try again.' };
  }
  if (!answer.ok) {
    return { ok: false, ...refusalWords(answer.status, answer.body) };
  }
  const session = { account, ...readAgentLogin(answer.body) };
  if (!session.roles.some((role) => role === 'AGENT' || role === 'AGENT_MANAGER')) {
    signOut(session);
    return { ok: false, message: 'This user has no role that works in the workspace. Your administrator can give one.' };
  }
  sessionStorage.setItem(KEY, JSON.stringify(session));
  localStorage.setItem(ACCOUNT_KEY, account);
  return { ok: true, session };
}

/** @param {number} status @param {any} body @returns {{ message: string, field?: 'account' | 'password' }} */
function refusalWords(status, body) {
  switch (status) {
    case 400:
      return { message: 'This account number or user name cannot exist. Check what you typed.', field: 'account' };
    case 401:
      return { message: 'User name and password do not belong together in this account.', field: 'password' };
    case 404:
      return { message: 'There is no such account here.', field: 'account' };
    case 429:
      return { message: 'Too many attempts. Wait a minute, then try again.' };
    case 503:
      return { message: 'The server is starting or very busy. Try again in a moment.' };
    default:
      return { message: body?.detail ?? 'The server could not do this. Try again in a moment.' };
  }
}

/**
 * Prolongs the bearer. `GONE` means that it is over and somebody has to log in again.
 * @param {Session} session
 * @returns {Promise<'KEPT' | 'GONE' | 'UNKNOWN'>}
 */
export async function refreshSession(session) {
  const answer = await post(agentRefreshPath(session.account), agentRefreshBody(session.csrf), session);
  if (answer?.status === 401) {
    return 'GONE';
  }
  // a server that is just starting answers 404; only 401 says that the log-in is over
  return answer?.ok ? 'KEPT' : 'UNKNOWN';
}

/** Ends the log-in here at once, and at the server as soon as it hears of it. @param {Session} session */
export function signOut(session) {
  forgetSession();
  return post(agentLogoutPath(session.account), agentRefreshBody(session.csrf), session);
}

export function forgetSession() {
  sessionStorage.removeItem(KEY);
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

/**
 * Whose session it is stands in the request too: tabs share the cookie, which knows only the last log-in.
 * @param {string} path @param {object} body @param {Session} [session]
 */
async function post(path, body, session) {
  try {
    const headers = { 'Content-Type': 'application/json', ...(session && { Authorization: `Bearer ${session.bearer}` }) };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin' });
    return { ok: response.ok, status: response.status, body: await response.json().catch(() => undefined) };
  } catch {
    return undefined;
  }
}
