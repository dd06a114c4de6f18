/**
 * The list of a check before a call: rows and a summary, made from what was found. Pure: it knows no browser.
 *
 * @typedef {'WAITING'|'RUNNING'|'GOOD'|'WEAK'|'BAD'|'NONE'} RowState  NONE: not checked
 * @typedef {{ running?: true, silent?: true, outcome?: string, kbps?: number, ms?: number }} Finding
 * @typedef {{ id: string, group: string, name: string, state: RowState, says: string, todo: string }} Row
 * @typedef {Record<string, Finding>} Findings
 */
import { ENOUGH, SILENT, WORDS } from './words.js';

const ROWS = [
  { group: 'This browser', id: 'browser', name: 'Browser' },
  { group: 'This browser', id: 'secure', name: 'Encrypted page' },
  { group: 'This browser', id: 'frame', name: 'Topmost page' },
  { group: 'This browser', id: 'policy', name: 'Permissions of the page' },
  { group: 'Microphone and camera', id: 'microphone', name: 'Microphone' },
  { group: 'Microphone and camera', id: 'camera', name: 'Camera' },
  { group: 'Connection', id: 'signalling', name: 'Server' },
  { group: 'Connection', id: 'down', name: 'Speed down' },
  { group: 'Connection', id: 'up', name: 'Speed up' },
  { group: 'Ways for a call', id: 'stun', name: 'Public address (STUN)' },
  { group: 'Ways for a call', id: 'turnUdp', name: 'Relay over UDP' },
  { group: 'Ways for a call', id: 'turnTcp', name: 'Relay over TCP' },
  { group: 'Ways for a call', id: 'turnTls', name: 'Relay over TLS' },
];
const RELAYS = ['turnUdp', 'turnTcp', 'turnTls'];

/** The state as a word, beside its icon and colour. */
export const STATE_WORDS = Object.freeze({ WAITING: 'Waiting', RUNNING: 'Checking', GOOD: 'Good', WEAK: 'Weak', BAD: 'Problem', NONE: 'Not checked' });

/** @param {number} kbps */
export const speedOutcome = (kbps) => (kbps >= ENOUGH.full ? 'FULL' : kbps >= ENOUGH.lower ? 'LOWER' : kbps >= ENOUGH.voice ? 'VOICE' : 'SLOW');

/** @param {Findings} findings @returns {Row[]} */
export const rowsOf = (findings) => ROWS.map((row) => ({ ...row, ...judged(row.id, findings[row.id]) }));

/** @param {string} id @param {Finding | undefined} finding @returns {{ state: RowState, says: string, todo: string }} */
function judged(id, finding) {
  if (!finding?.outcome) {
    return { state: finding?.running ? 'RUNNING' : 'WAITING', ...(finding?.silent ? SILENT : { says: '', todo: '' }) };
  }
  const words = WORDS[id][finding.outcome];
  const { state, says, todo = '' } = typeof words === 'function' ? words(finding) : words;
  return { state, says, todo };
}

/** How many are done, of how many. @param {Row[]} rows */
export const progress = (rows) => ({ done: rows.filter(isDone).length, all: rows.length });

/** @param {Row} row */
const isDone = ({ state }) => state !== 'WAITING' && state !== 'RUNNING';

/**
 * What it all comes to. `relayOnly`: the account's calls go through the relay alone.
 * @param {Row[]} rows @param {{ findings?: Findings, relayOnly?: boolean }} [more]
 * @returns {{ tone: 'info' | 'positive' | 'warning' | 'danger', text: string, more: string }}
 */
export function summary(rows, { findings = {}, relayOnly = false } = {}) {
  if (!rows.every(isDone)) {
    const { done, all } = progress(rows);
    return { tone: 'info', text: 'Checking…', more: `${done} of ${all} done.` };
  }
  const row = Object.fromEntries(rows.map((each) => [each.id, each]));
  const stopping = obstacles(row, findings, relayOnly);
  if (stopping.length > 0) {
    return { tone: 'danger', text: 'Not ready for calls yet.', more: stopping.map(({ says }) => says).join(' ') };
  }
  const noVideo = videoObstacles(row, findings);
  if (noVideo.length > 0) {
    return { tone: 'warning', text: 'Ready for voice calls; not for video.', more: noVideo.map(({ says }) => says).join(' ') };
  }
  const doubts = rows.filter(({ id, state }) => state === 'WEAK' || (RELAYS.includes(id) && state === 'BAD'));
  if (doubts.length > 0) {
    return { tone: 'warning', text: 'Ready for video calls, with a doubt.', more: doubts.map(({ says }) => says).join(' ') };
  }
  return row.signalling.state === 'GOOD' ? { tone: 'positive', text: 'Ready for video calls.', more: '' }
    : { tone: 'warning', text: 'Browser and devices are ready for video calls.', more: 'The connection was not checked.' };
}

const obstacles = (row, findings, relayOnly) => [
  ...['browser', 'secure', 'microphone', 'signalling', 'down', 'up'].map((id) => row[id]).filter(({ state }) => state === 'BAD'),
  ...(findings.policy?.outcome === 'MICROPHONE' ? [row.policy] : []),
  ...(relayOnly && !RELAYS.some((id) => row[id].state === 'GOOD') ? RELAYS.map((id) => row[id]).filter(({ state }) => state === 'BAD').slice(0, 1) : []),
];

const videoObstacles = (row, findings) => [
  ...(row.camera.state === 'BAD' ? [row.camera] : []),
  ...(findings.policy?.outcome === 'CAMERA' ? [row.policy] : []),
  ...['down', 'up'].filter((id) => findings[id]?.outcome === 'VOICE').map((id) => row[id]),
];

/** For a mail to who helps: no address, no credential, no name of a device. @param {Row[]} rows @param {{ text: string, more: string }} whole */
export const asText = (rows, whole) => ['Eyeline: check before a call', [whole.text, whole.more].filter(Boolean).join(' '), '',
  ...rows.map(({ name, state, says }) => `${STATE_WORDS[state]} – ${name}${says ? `: ${says}` : ''}`)].join('\n');

/** Of several servers of one way one good one is enough. @param {string[]} outcomes */
export const together = (outcomes) => ['OK', 'FULL', 'REFUSED', 'UNREACHABLE'].find((each) => outcomes.includes(each)) ?? 'NOT_SET_UP';

/** By which row a server is tested: the browser's own reading of its address (RFC 7064, 7065). @param {string} url */
export function wayOf(url) {
  if (/^stuns?:/.test(url)) {
    return 'stun';
  }
  return url.startsWith('turns:') ? 'turnTls' : /[?&]transport=tcp\b/.test(url) ? 'turnTcp' : 'turnUdp';
}
