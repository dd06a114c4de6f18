// What a call says to a person when it cannot go on or is over: one place for the words, for each side its own.
import { isolated } from '../conversation/isolated.js';
import { Side } from '../wire/protocol.js';
import { callName, durationWords } from '../conversation/call-line.js';
import { leaveWords, pageLeftWords } from './leave-words.js';

/**
 * @typedef {{ icon: string, tone: 'neutral'|'positive'|'warning'|'danger', title: string, text: string, errorId?: string }} Words
 */

const DEVICES = 'Check that no other program or tab uses it, then try again.';
const PAGE = 'The page that this window is in does not pass it on. Whoever runs the page can change that (Permissions-Policy). You can go on writing here.';
const SYSTEM = 'Look in the system’s settings, under privacy, whether this browser may use it, then try the call again.';
const QUESTION = 'Next time look for a question beside the page’s address or behind another window, and in the system’s settings.';

/** Why this browser's own devices do not work. @type {Record<string, { title: string, text: string }>} */
const FAILURES = {
  BROWSER_NOT_SUPPORTED: {
    title: 'This browser cannot make calls',
    text: 'Open this page in a current version of Chrome, Edge, Firefox or Safari. You can go on writing here.',
  },
  CAMERA_DENIED: {
    title: 'Your camera is blocked',
    text: 'Allow camera and microphone with the icon beside the page’s address, then try the call again.',
  },
  MICROPHONE_DENIED: {
    title: 'Your microphone is blocked',
    text: 'Allow the microphone with the icon beside the page’s address, then try the call again.',
  },
  CAMERA_MISSING: {
    title: 'No camera was found',
    text: 'Connect a camera, or take the call with your voice only.',
  },
  MICROPHONE_MISSING: {
    title: 'No microphone was found',
    text: 'Connect a microphone or a headset, then try the call again.',
  },
  CAMERA_FORBIDDEN: { title: 'This page forbids the camera', text: PAGE },
  MICROPHONE_FORBIDDEN: { title: 'This page forbids the microphone', text: PAGE },
  CAMERA_WITHHELD: { title: 'Your system does not give the camera', text: SYSTEM },
  MICROPHONE_WITHHELD: { title: 'Your system does not give the microphone', text: SYSTEM },
  CAMERA_UNANSWERED: { title: 'The question for your camera was not answered', text: QUESTION },
  MICROPHONE_UNANSWERED: { title: 'The question for your microphone was not answered', text: QUESTION },
  CAMERA_BUSY: { title: 'Your camera is in use elsewhere', text: DEVICES },
  MICROPHONE_BUSY: { title: 'Your microphone is in use elsewhere', text: DEVICES },
  NOT_AGREED: { title: 'The call could not begin', text: 'The two browsers did not come to an agreement in time. Load the page anew, then try again, or go on writing here.' },
  MEDIA_FAILED: {
    title: 'The call could not connect',
    text: 'A firewall or a weak network may be in the way. Try another network, or go on writing here.',
  },
};

/** @param {string} failure */
export const describeFailure = (failure) => FAILURES[failure] ?? (NETWORK.has(failure) ? FAILURES.MEDIA_FAILED : FAILURES.NOT_AGREED);

/** Only these are a matter of networks. */
const NETWORK = new Set(['MEDIA_FAILED', 'RELAY_REFUSED', 'RELAY_UNREACHABLE']);

/** The stable id of what this browser's own devices lack. */
const ERROR_IDS = {
  CAMERA_DENIED: 'NO_CAMERA_ACCESS', CAMERA_MISSING: 'NO_CAMERA_ACCESS', CAMERA_BUSY: 'DEVICE_BUSY',
  CAMERA_FORBIDDEN: 'FORBIDDEN_BY_PAGE', MICROPHONE_FORBIDDEN: 'FORBIDDEN_BY_PAGE', CAMERA_WITHHELD: 'WITHHELD_BY_SYSTEM',
  MICROPHONE_WITHHELD: 'WITHHELD_BY_SYSTEM', CAMERA_UNANSWERED: 'DEVICES_UNANSWERED', MICROPHONE_UNANSWERED: 'DEVICES_UNANSWERED',
  MICROPHONE_DENIED: 'NO_MICROPHONE_ACCESS', MICROPHONE_MISSING: 'NO_MICROPHONE_ACCESS', MICROPHONE_BUSY: 'DEVICE_BUSY',
};

/** @param {string} peerName */
export const cameraQuestion = (peerName) => `${isolated(peerName)} turned the camera on. Turn yours on too?`;

const CHANGES = {
  VIDEO_NOT_ALLOWED: { icon: 'video-off', text: 'Video is not available in this call. You are heard, not seen.' },
  MODE_UNCHANGED: { icon: 'circle-alert', text: 'That did not reach the server. Please try again.' },
  VOICE_AGAIN: { icon: 'phone', text: 'This is a voice call now. Both cameras are off.' },
  SCREEN_FAILED: { icon: 'monitor-x', text: 'Your screen could not be shared.' },
  SCREEN_FORBIDDEN: { icon: 'monitor-x', text: 'This page forbids sharing the screen. Whoever runs it can allow it (Permissions-Policy: display-capture).', errorId: 'FORBIDDEN_BY_PAGE' },
  SCREEN_WITHHELD: { icon: 'monitor-x', text: 'Your system does not let the browser see the screen. Allow it in the system’s settings, under privacy.', errorId: 'WITHHELD_BY_SYSTEM' },
  MICROPHONE_CHANGED: { icon: 'mic', text: 'Your microphone was gone. Another one has taken over.' },
  CAMERA_CHANGED: { icon: 'video', text: 'Your camera was gone. Another one has taken over.' },
};

/**
 * What did not work, or changed by itself, in a call that goes on.
 * @param {string} notice @returns {{ icon: string, text: string, errorId?: string }}
 */
export const describeNotice = (notice) => {
  if (CHANGES[notice]) return CHANGES[notice];
  const { title } = describeFailure(notice);
  return notice.startsWith('MICROPHONE')
    ? { icon: 'mic-off', text: `${title}. You are not heard.`, errorId: ERROR_IDS[notice] }
    : { icon: 'video-off', text: `${title}. You are heard, not seen.`, errorId: ERROR_IDS[notice] };
};

/** Why there is no picture though the camera is on. @param {string} [name] of whose network it is; without it, the reader's own */
export const weakNetworkWords = (name) => (name
  ? `${isolated(name)}’s network is weak: the picture is paused so that the voice stays clear.`
  : 'Your network is weak: your picture is paused so that your voice stays clear.');

const ICONS = {
  BROWSER_NOT_SUPPORTED: 'monitor-x', NO_CAMERA_ACCESS: 'video-off', NO_MICROPHONE_ACCESS: 'mic-off',
  FORBIDDEN_BY_PAGE: 'lock', WITHHELD_BY_SYSTEM: 'lock', DEVICES_UNANSWERED: 'hourglass',
  DEVICE_BUSY: 'circle-alert', UNABLE_TO_CONNECT: 'wifi-off', AGENT_DISCONNECTED: 'unplug', CONSUMER_DISCONNECTED: 'unplug',
};

/** What failed at this side, for a page that knows no more than the id. */
const OWN = {
  BROWSER_NOT_SUPPORTED: FAILURES.BROWSER_NOT_SUPPORTED,
  NO_CAMERA_ACCESS: FAILURES.CAMERA_DENIED,
  NO_MICROPHONE_ACCESS: FAILURES.MICROPHONE_DENIED,
  FORBIDDEN_BY_PAGE: { title: 'This page forbids camera or microphone', text: PAGE },
  WITHHELD_BY_SYSTEM: { title: 'Your system does not give camera or microphone', text: SYSTEM },
  DEVICES_UNANSWERED: { title: 'The question for camera or microphone was not answered', text: QUESTION },
  DEVICE_BUSY: { title: 'Your camera or microphone is in use elsewhere', text: DEVICES },
  UNABLE_TO_CONNECT: FAILURES.MEDIA_FAILED,
};

const AGAIN = { AGENT: 'You can go on writing and invite again later.', CONSUMER: 'You can go on writing here.' };

/** What failed at the other side. @type {Record<string, (name: string) => { title: string, text: string }>} */
const THEIRS = {
  BROWSER_NOT_SUPPORTED: (name) => ({ title: `${name}’s browser cannot make calls`, text: 'A current version of Chrome, Edge, Firefox or Safari can.' }),
  NO_CAMERA_ACCESS: (name) => ({ title: `${name}’s camera cannot be used`, text: 'It is blocked in the browser, or there is none.' }),
  NO_MICROPHONE_ACCESS: (name) => ({ title: `${name}’s microphone cannot be used`, text: 'It is blocked in the browser, or there is none.' }),
  FORBIDDEN_BY_PAGE: (name) => ({ title: `The page around the call forbids ${name} camera or microphone`, text: 'Whoever runs the website can allow them (Permissions-Policy).' }),
  WITHHELD_BY_SYSTEM: (name) => ({ title: `${name}’s system does not give camera or microphone`, text: 'It can be allowed in the settings there.' }),
  DEVICES_UNANSWERED: (name) => ({ title: `${name}’s browser got no camera or microphone`, text: 'Its question was not answered; it may be hidden behind another window.' }),
  DEVICE_BUSY: (name) => ({ title: `${name}’s camera or microphone is busy`, text: 'Another program is using it.' }),
  UNABLE_TO_CONNECT: () => ({ title: 'The call could not connect', text: 'The two devices found no way to each other. A firewall may be in the way.' }),
  AGENT_DISCONNECTED: (name) => ({ title: `${name} lost the connection`, text: 'The call ended because the connection did not come back.' }),
  CONSUMER_DISCONNECTED: (name) => ({ title: `${name} lost the connection`, text: 'The call ended because the connection did not come back.' }),
};

/**
 * How a call ended, for the person who looks.
 * @param {import('../call/call-store.js').Call} call
 * @param {{ side: import('../wire/protocol.js').Side, peerName: string, failure?: string }} who `failure`: what this
 *   page itself reported, so that it was this side that could not go on
 * @returns {Words}
 */
export const describeEnd = (call, { side, peerName, failure }) =>
  (call.errorId || failure ? failed(call, { side, peerName, failure }) : over(call, { side, peerName }));

const failed = ({ errorId, endReason, cause }, { side, peerName, failure }) => {
  if (cause === 'PAGE_LEFT') return pageLeftWords({ own: endReason === side, peerName, again: AGAIN[side], errorId });
  const lost = failure === 'MEDIA_LOST' || cause === 'CONNECTION_LOST';
  return { icon: ICONS[errorId] ?? 'circle-alert', tone: 'danger', ...(lost ? lostWords : failedWords)({ errorId, endReason, cause }, { side, peerName, failure }), errorId };
};

const failedWords = ({ errorId, endReason, cause }, { side, peerName, failure }) => {
  if (cause === 'NOT_AGREED') return FAILURES.NOT_AGREED;
  if (failure) return describeFailure(failure);
  return endReason === side ? OWN[errorId] ?? FAILURES.MEDIA_FAILED : theirWords(errorId, peerName, side);
};

/** It was up and broke: whose connection that was the server says, since a page knows only that nothing comes. */
const lostWords = ({ errorId }, { side, peerName }) => {
  switch (errorId) {
    case disconnected(side): return { title: 'Your connection was lost', text: `The call ended because it did not come back in time. ${AGAIN[side]}` };
    case 'AGENT_DISCONNECTED':
    case 'CONSUMER_DISCONNECTED': return theirWords(errorId, peerName, side);
    default: return { title: 'The connection was lost', text: `It did not come back in time. ${AGAIN[side]}` };
  }
};

const disconnected = (side) => (side === Side.AGENT ? 'AGENT_DISCONNECTED' : 'CONSUMER_DISCONNECTED');

const theirWords = (errorId, name, side) => {
  const { title, text } = (THEIRS[errorId] ?? THEIRS.UNABLE_TO_CONNECT)(isolated(name));
  return { title, text: `${text} ${AGAIN[side]}` };
};

const over = (call, { side, peerName }) => {
  const name = callName(call.mode);
  const length = call.durationMs ? `It lasted ${unbroken(durationWords(call.durationMs))}.` : '';
  const left = leaveWords(call, { own: side === Side.AGENT, peerName, length, again: AGAIN[side] });
  if (left) return left;
  switch (call.cause) {
    case 'DECLINED': return side === Side.AGENT
      ? { icon: 'phone-off', tone: 'neutral', title: `${isolated(peerName)} declined`, text: AGAIN[side] }
      : { icon: 'phone-off', tone: 'neutral', title: 'You declined the call', text: AGAIN[side] };
    case 'CANCELLED': return side === Side.AGENT
      ? { icon: 'phone-off', tone: 'neutral', title: 'Invitation cancelled', text: AGAIN[side] }
      : { icon: 'phone-missed', tone: 'neutral', title: `${isolated(peerName)} cancelled the call`, text: AGAIN[side] };
    case 'EXPIRED': return side === Side.AGENT
      ? { icon: 'phone-missed', tone: 'neutral', title: `${isolated(peerName)} did not answer`, text: AGAIN[side] }
      : { icon: 'phone-missed', tone: 'neutral', title: `You missed a ${name.toLowerCase()}`, text: AGAIN[side] };
    case 'SERVER_SHUTDOWN': return { icon: 'unplug', tone: 'warning', title: 'The call was ended by the server', text: `It was restarted. ${length} ${AGAIN[side]}` };
    case 'CONNECTION_LOST': return { icon: 'unplug', tone: 'warning', title: 'The connection was lost', text: `${length} ${AGAIN[side]}` };
    case 'PERMISSION_REVOKED': return { icon: 'lock', tone: 'warning', title: 'Calls were switched off', text: `${length} ${AGAIN[side]}` };
    case 'CONVERSATION_CLOSED': return { icon: 'circle-check', tone: 'neutral', title: `${name} ended`, text: `The conversation was closed. ${length}` };
    default: return { icon: 'circle-check', tone: 'neutral', title: `${name} ended`, text: `${whoEnded(call, side, peerName)} ${length}`.trim() };
  }
};

/** A length stays on one line. @param {string} words */
const unbroken = (words) => words.replaceAll(' ', '\u00a0');

const whoEnded = ({ endReason }, side, peerName) => {
  if (!endReason) return 'It ended while there was no connection.';
  if (endReason === side) return 'You hung up.';
  return endReason === Side.AGENT || endReason === Side.CONSUMER ? `${isolated(peerName)} hung up.` : '';
};
