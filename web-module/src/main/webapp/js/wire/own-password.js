// The own password over HTTP (docs/rest.md, "The own password").
import { ROOT } from '../browser/root.js';

const SILENT = 'The server cannot be reached. Check your connection and try again.';
const BUSY = 'Too many attempts. Wait a minute, then try again.';

/**
 * Changes it; all other log-ins of this person end.
 * @param {import('./login.js').Session} session @param {string} current @param {string} password
 * @returns {Promise<{ ok: boolean, message: string, errors: { field: string, detail: string }[] }>}
 */
export async function changePassword({ account, bearer }, current, password) {
  try {
    const response = await fetch(`${ROOT}/api/account/${encodeURIComponent(account)}/password`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` }, credentials: 'omit',
      body: JSON.stringify({ current, password }),
    });
    return response.ok ? { ok: true, message: '', errors: [] } : refused(response.status, await response.json().catch(() => undefined));
  } catch {
    return { ok: false, message: SILENT, errors: [] };
  }
}

/** @param {number} status @param {any} body */
function refused(status, body) {
  const { detail, errors = [] } = body ?? {};
  return { ok: false, message: status === 429 ? BUSY : detail ?? 'The server could not do this. Try again in a moment.', errors };
}
