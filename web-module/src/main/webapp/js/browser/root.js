/**
 * The path under which Eyeline is served, without a slash at its end: none on a host of its own, `/eyeline` below a website (docs/operations/proxy.md).
 * It is where this file came from.
 */
export const ROOT = new URL('../..', import.meta.url).pathname.slice(0, -1);
