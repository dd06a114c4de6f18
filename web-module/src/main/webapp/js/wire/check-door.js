// What a check before a call asks the server over HTTP, as an agent or as a consumer.
import { checkDownloadPath, checkPath, readCheckServers } from './protocol.js';

const REQUEST_LIMIT_MS = 10_000;

/**
 * @typedef {object} CheckDoor
 * @property {() => Promise<{ relayOnly: boolean, iceServers: RTCIceServer[], withheld: boolean } | undefined>} servers  nothing if refused
 * @property {(bytes: number, signal: AbortSignal) => Promise<Response>} download
 * @property {(bytes: Uint8Array, signal: AbortSignal) => Promise<Response>} upload
 *
 * @param {{ account: string, bearer: () => string | undefined }} who
 * @returns {CheckDoor}
 */
export const checkDoor = ({ account, bearer }) => {
  const ask = (path, options) => fetch(path, { ...options, cache: 'no-store', headers: { ...options.headers, Authorization: `Bearer ${bearer() ?? ''}` } });
  const servers = async () => {
    try {
      const answer = await ask(checkPath(account, 'servers'), { signal: AbortSignal.timeout(REQUEST_LIMIT_MS) });
      return answer.ok ? readCheckServers(await answer.json()) : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    servers,
    download: (bytes, signal) => ask(checkDownloadPath(account, bytes), { signal }),
    upload: (body, signal) => ask(checkPath(account, 'upload'), { method: 'POST', body, signal, headers: { 'Content-Type': 'application/octet-stream' } }),
  };
};
