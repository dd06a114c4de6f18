// The REST API of docs/rest.md, as the consoles use it. Knows nothing of any page.
import { ROOT } from '../browser/root.js';

/**
 * What came back. `ok` with `body` and `etag`; or not, with a `message` for a person, `reason`, `errors` by field, and
 * `current` and `etag` where somebody else was first.
 * @typedef {{ ok: boolean, status: number, body?: any, etag?: string, reason?: string, message?: string,
 *   errors?: { field: string, detail: string }[], current?: any }} Answer
 */

const WORDS = {
  403: 'You may not do this.',
  404: 'This is not there any more. Somebody may have deleted it.',
  412: 'Somebody else changed this meanwhile.',
  413: 'This is too much at once.',
  429: 'Too many requests. Wait a moment, then try again.',
  503: 'The server is starting or very busy. Try again in a moment.',
};

/** The doors of one log-in. `again` is asked when the log-in is over: it resolves to whether somebody logged in again. */
export class Rest {
  /** @param {{ session: () => import('../wire/login.js').Session, again: () => Promise<boolean> }} how */
  constructor({ session, again }) {
    this.session = session;
    this.again = again;
  }

  /** @param {string} path @param {Record<string, string | undefined>} [query] */
  get(path, query = {}) {
    return this.#send('GET', path + queryOf(query));
  }

  /** @param {string} path @param {object} body */
  post(path, body) {
    return this.#send('POST', path, { body, type: 'application/json' });
  }

  /** @param {string} path @param {object} body what changes (RFC 7396) @param {string} etag the version that was seen */
  patch(path, body, etag) {
    return this.#send('PATCH', path, { body, type: 'application/merge-patch+json', etag });
  }

  /** @param {string} path @param {string | undefined} etag @param {Record<string, string>} [query] */
  delete(path, etag, query = {}) {
    return this.#send('DELETE', path + queryOf(query), { etag });
  }

  /**
   * @param {string} method @param {string} path
   * @param {{ body?: object, type?: string, etag?: string }} [what]
   * @returns {Promise<Answer>}
   */
  async #send(method, path, what = {}) {
    const response = await this.#fetch(method, path, what);
    if (!response) {
      return { ok: false, status: 0, message: 'The server cannot be reached. Check your connection and try again.' };
    }
    if (response.status === 401 && (await this.again())) {
      return this.#send(method, path, what);
    }
    return answer(response);
  }

  /** @param {string} method @param {string} path @param {{ body?: object, type?: string, etag?: string }} what */
  async #fetch(method, path, { body, type, etag }) {
    const headers = new Headers({ Authorization: `Bearer ${this.session().bearer}`, Accept: 'application/json' });
    if (type) {
      headers.set('Content-Type', type);
    }
    if (etag) {
      headers.set('If-Match', etag);
    }
    try {
      return await fetch(path, { method, headers, body: body && JSON.stringify(body), credentials: 'omit', cache: 'no-store' });
    } catch {
      return undefined;
    }
  }
}

/** @param {Response} response @returns {Promise<Answer>} */
async function answer(response) {
  const body = await response.json().catch(() => undefined);
  const etag = response.headers.get('ETag') ?? undefined;
  if (response.ok) {
    return { ok: true, status: response.status, body, etag };
  }
  const { reason, detail, errors = [], current } = body ?? {};
  const message = detail ?? WORDS[response.status] ?? 'The server could not do this. Try again in a moment.';
  return { ok: false, status: response.status, etag, reason, message, errors, current };
}

/** @param {Record<string, string | undefined>} query */
function queryOf(query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(/** @type {[string, string][]} */ (given))}`;
}

/** The addresses of an account. @param {string} account */
export function accountPaths(account) {
  const root = `${ROOT}/api/account/${encodeURIComponent(account)}/configuration`;
  const people = `${root}/le-users`;
  const one = (/** @type {string} */ list) => (/** @type {string} */ id) => `${list}/${encodeURIComponent(id)}`;
  return {
    users: `${people}/users`, user: one(`${people}/users`), profiles: `${people}/profiles`, profile: one(`${people}/profiles`),
    skills: `${people}/skills`, skill: one(`${people}/skills`), roles: `${people}/roles`, calls: `${root}/calls`,
    texts: `${root}/calls/texts`, testRelay: `${root}/calls/test-relay`, changes: `${root}/changes`, problems: `${root}/page-problems`,
  };
}

export const ACCOUNTS = `${ROOT}/api/operator/accounts`;
/** @param {string} id */
export const accountPath = (id) => `${ACCOUNTS}/${encodeURIComponent(id)}`;

/** Everything of a list that has no many items: page after page. @param {Rest} rest @param {string} path @returns {Promise<Answer>} */
export async function all(rest, path) {
  const items = [];
  let cursor;
  for (;;) {
    const page = await rest.get(path, { limit: '100', cursor });
    if (!page.ok) {
      return page;
    }
    items.push(...page.body.items);
    cursor = page.body.next;
    if (!cursor) {
      return { ...page, body: { ...page.body, items } };
    }
  }
}
