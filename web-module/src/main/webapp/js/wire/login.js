// Log-in over HTTP: how a person gets a bearer, keeps it and gives it back. Where it is kept is the page's affair.
import { local, session as tab } from '../browser/storage.js';
import {
  agentLoginBody, agentLoginPath, agentLogoutPath, agentRefreshBody, agentRefreshPath, readAgentLogin, readWays, signInPath, ssoBody, ssoPath,
} from './protocol.js';

/** How often the bearer is prolonged. */
export const REFRESH_MS = 10 * 60_000;
/** On a broken network a request would wait for minutes. */
const REQUEST_LIMIT_MS = 15_000;

/**
 * @typedef {{ account: string, bearer: string, csrf: string, id: string, userId: string, name: string, loginName: string,
 *   roles: string[] }} Session
 */

/**
 * @param {string} account
 * @param {string} username
 * @param {string} password
 * @returns {Promise<{ ok: true, session: Session } | { ok: false, message: string, field?: 'account' | 'password' }>}
 */
export async function logIn(account, username, password) {
  const answer = await post(agentLoginPath(account), agentLoginBody(username, password));
  if (!answer) {
    return { ok: false, message: 'The server cannot be reached. Check your connection and try again.' };
  }
  if (!answer.ok) {
    return { ok: false, ...refusalWords(answer.status, answer.body) };
  }
  return { ok: true, session: { account, ...readAgentLogin(answer.body) } };
}

/** Whether people may log in with their organisation's account. @returns {Promise<boolean>} */
export async function offersOrganisation() {
  try {
    const response = await fetch(signInPath, { credentials: 'omit' });
    return response.ok && readWays(await response.json()).organisation;
  } catch {
    return false;
  }
}

/**
 * What somebody brings who comes back from the organisation's log-in, taken out of the address.
 * @typedef {{ account: string, code?: string, message?: string }} Arrival
 * @returns {Arrival | undefined}
 */
export function takeArrival() {
  const brought = new URLSearchParams(location.hash.slice(1));
  const [code, refused, account] = [brought.get('sso'), brought.get('sso-refused'), brought.get('account')];
  if (!account || !(code || refused)) {
    return undefined;
  }
  history.replaceState(null, '', location.pathname + location.search);
  return code ? { account, code } : {
    account, message: refused === 'account' ? 'This account does not log in with an organisation. Use your user name and password.'
      : 'Your organisation knows you, but this account has no user for you. Your administrator can make one.',
  };
}

/** Ends the log-in that the organisation's account began. @param {Arrival} arrival @returns {ReturnType<typeof logIn>} */
export async function logInOnArrival({ account, code, message }) {
  if (!code) {
    return { ok: false, message: message ?? '' };
  }
  const answer = await post(ssoPath(account), ssoBody(code));
  return answer?.ok ? { ok: true, session: { account, ...readAgentLogin(answer.body) } }
    : { ok: false, message: answer?.body?.detail ?? 'The server cannot be reached. Check your connection and try again.' };
}

/** @param {number} status @param {any} body @returns {{ message: string, field?: 'account' | 'password' }} */
function refusalWords(status, body) {
  switch (status) {
    case 400:
      if (body?.errors?.[0]?.field === 'password') {
        return { message: 'No password is like this: it is too long, or has a character that cannot be typed. Check what you pasted.', field: 'password' };
      }
      return { message: 'This account number or user name cannot exist. Check what you typed.', field: 'account' };
    case 401:
      return { message: 'User name and password do not belong together in this account.', field: 'password' };
    case 404:
      return { message: 'There is no such account here.', field: 'account' };
    case 429:
      return { message: body?.detail ?? 'Too many attempts. Wait a minute, then try again.' };
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
export async function prolong(session) {
  const answer = await post(agentRefreshPath(session.account), agentRefreshBody(session.csrf), session);
  if (answer?.status === 401) {
    return 'GONE';
  }
  // a server that is just starting answers 404; only 401 says that the log-in is over
  return answer?.ok ? 'KEPT' : 'UNKNOWN';
}

/** What is said while the server has not heard of a log-out. */
export const UNHEARD = 'You are logged out here, but the server does not answer. This page tells it again until it has heard; leave the page open.';

/** Between one try and the next, the last one over and over. */
const AGAIN_MS = [1_000, 2_000, 5_000, 15_000];

/** @param {number} tries those before */
const pause = (tries) => new Promise((again) => { setTimeout(again, AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)]); });

/**
 * Ends a log-in at the server, even if the page is closed at this moment, and again until the server has heard it or the page goes: a bearer that is
 * good still is a door that is open. `onUnheard` is told once, when the first try was in vain; the promise ends when the log-in has.
 * @param {Session} session @param {{ onUnheard?: () => void, wait?: (tries: number) => Promise<unknown> }} [how] `wait`: for tests
 */
export async function logOut(session, { onUnheard = () => {}, wait = pause } = {}) {
  for (let tries = 0; !isHeard(await post(agentLogoutPath(session.account), agentRefreshBody(session.csrf), session, { keepalive: true })); tries++) {
    if (tries === 0) {
      onUnheard();
    }
    await wait(tries);
  }
}

/**
 * A server that is away, starting (a 404 that is not ours) or busy has not heard; one that refuses knows no such log-in.
 * @param {{ ok: boolean, status: number, body: unknown } | undefined} answer
 */
function isHeard(answer) {
  return answer !== undefined && answer.status < 500 && ![408, 429].includes(answer.status) && (answer.status !== 404 || answer.body !== undefined);
}

/**
 * Whose session it is stands in the request too: tabs share the cookie, which knows only the last log-in.
 * @param {string} path @param {object} body @param {Session} [session] @param {RequestInit} [how]
 */
async function post(path, body, session, how = {}) {
  try {
    const headers = { 'Content-Type': 'application/json', ...(session && { Authorization: `Bearer ${session.bearer}` }) };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin', signal: AbortSignal.timeout(REQUEST_LIMIT_MS), ...how });
    return { ok: response.ok, status: response.status, body: await response.json().catch(() => undefined) };
  } catch {
    return undefined;
  }
}

/** Where a page keeps its session: in this tab, and the account for the next log-in in this browser. */
export class SessionStore {
  /** @param {string} key @param {string} accountKey */
  constructor(key, accountKey) {
    this.key = key;
    this.accountKey = accountKey;
  }

  /** @returns {Session | undefined} */
  restored() {
    try {
      return JSON.parse(tab.getItem(this.key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** The account of the last log-in in this browser. */
  rememberedAccount() {
    return local.getItem(this.accountKey) ?? '';
  }

  /** @param {Session} session */
  keep(session) {
    tab.setItem(this.key, JSON.stringify(session));
    local.setItem(this.accountKey, session.account);
  }

  forget() {
    tab.removeItem(this.key);
  }
}
