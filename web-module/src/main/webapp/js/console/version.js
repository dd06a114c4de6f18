import { versionPath } from '../wire/protocol.js';

/** Which release answers here; empty where that cannot be had. @returns {Promise<string>} */
export async function version() {
  try {
    const response = await fetch(versionPath, { credentials: 'omit' });
    return response.ok ? (await response.json()).version : '';
  } catch {
    return '';
  }
}
