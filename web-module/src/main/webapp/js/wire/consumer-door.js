/**
 * How a consumer gets to the socket: an anonymous identity, kept in the browser so that the history is found again,
 * and a token for the socket that is made from it. Tabs of one browser share the identity; where the browser keeps nothing it
 * lives as long as the page.
 */
import {exclusively} from '../browser/locks.js';
import {local} from '../browser/storage.js';
import {
  consumerSocket, identityBody, identityPath, initConnection, tokenBody, tokenPath, windowProperties,
} from './protocol.js';

/** A token with less than this to live is renewed before it is used. */
const SPARE_MS = 30_000;

/**
 * @param {{account: string, host?: string, storage?: Pick<Storage, 'getItem'|'setItem'>}} options
 * @returns {{open: import('./connection.js').OpenDoor, ownId: () => string|undefined, token: () => string|undefined}} `ownId` is the
 *   consumer's id, `token` what shows it; both are known once the door has been opened
 */
export const consumerDoor = ({account, host = location.host, storage = local}) => {
  const identities = new Identities(account, storage);
  let token;
  const open = async ({renew}) => {
    if (renew || !lasts(token)) token = await identities.token(renew);
    return {url: consumerSocket(host, account), greeting: initConnection(token, windowProperties())};
  };
  return {open, ownId: () => (token ? claims(token).sub : undefined), token: () => token};
};

class Identities {
  #account; #storage; #key;

  constructor(account, storage) {
    this.#account = account;
    this.#storage = storage;
    this.#key = `eyeline.identity.${account}`;
  }

  /** One tab at a time, so that two tabs never become two people. */
  token(renew) { return exclusively(this.#key, () => this.#token(renew)); }

  async #token(renew) {
    const known = this.#storage.getItem(this.#key);
    const identity = known && !renew && lasts(known) ? known : await this.#identity(known);
    const answer = await post(tokenPath(this.#account), tokenBody(identity));
    if (answer.ok) return answer.token;
    if (answer.status < 500 && identity === known) return this.#token(true);
    throw new Error(`The token was refused with ${answer.status}.`);
  }

  async #identity(known) {
    const prolonged = known && await post(identityPath(this.#account), identityBody(known));
    const answer = prolonged?.ok ? prolonged : await this.#fresh(prolonged);
    this.#storage.setItem(this.#key, answer.token);
    return answer.token;
  }

  /** A new identity is a new person: only when there was none, or the server will not have the old one any more. */
  async #fresh(prolonged) {
    if (prolonged && prolonged.status >= 429) throw new Error(`The identity was not prolonged: ${prolonged.status}.`);
    const answer = await post(identityPath(this.#account));
    if (!answer.ok) throw new Error(`No identity was given: ${answer.status}.`);
    return answer;
  }
}

const post = async (path, body) => {
  const headers = body ? {'Content-Type': 'application/json'} : {};
  const response = await fetch(path, {method: 'POST', headers, body: body && JSON.stringify(body)});
  const token = response.ok ? (await response.json()).token : undefined;
  return {ok: response.ok, status: response.status, token};
};

const claims = token => JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));

const lasts = token => {
  try { return claims(token).exp * 1000 - SPARE_MS > Date.now(); } catch { return false; }
};
