// STUN and TURN servers as a form shows them: a secret is written and never read.
import { patchOf } from './draft.js';

/** @typedef {{ url: string, credential: 'NONE' | 'FIXED' | 'SHARED_SECRET', username?: string, secret?: string, hasSecret?: boolean }} Server */

/** @param {Server[]} servers @returns {Server[]} */
export const shownServers = (servers) => servers.map(({ url, credential, username, hasSecret }) => ({
  url, credential, ...(username && { username }), ...(hasSecret && { hasSecret }),
}));

/** A secret stays as long as address and kind of credential stay. @param {Server} server @param {Server[]} before */
export const hasSecret = ({ url, credential }, before) =>
  before.some((known) => known.hasSecret && known.url === url && known.credential === credential);

/** What of a server is sent: what its kind of credential takes. @param {Server} server */
export const sentServer = ({ url, credential, username, secret }) => ({
  url: url.trim(), credential, ...(credential === 'FIXED' && { username: username ?? '' }), ...(credential !== 'NONE' && secret && { secret }),
});

/** @param {any} before @param {any} after */
export function settingsPatch(before, after) {
  const patch = patchOf(before, after);
  return patch.iceServers ? { ...patch, iceServers: patch.iceServers.map(sentServer) } : patch;
}
