// A call in words: the line of the transcript, the preview in a list, the screen after the end.

/** @typedef {import('./transcript.js').CallLine} CallLine */

/** @typedef {'neutral' | 'accent' | 'positive' | 'warning' | 'danger'} Tone */

const STEPS = {
  INVITED: { word: 'offered', tone: 'accent' },
  ACCEPTED: { word: 'accepted, connecting', tone: 'accent' },
  STARTED: { word: 'in progress', tone: 'positive' },
  DECLINED: { word: 'declined', tone: 'neutral' },
  CANCELLED: { word: 'cancelled', tone: 'neutral' },
  EXPIRED: { word: 'not answered', tone: 'neutral' },
  ENDED: { word: 'ended', tone: 'neutral' },
  FAILED: { word: 'failed', tone: 'danger' },
};

const REASONS = {
  UNSUPPORTED_BROWSER: 'a browser that cannot take calls',
  DEVICE_DENIED: 'camera or microphone not allowed',
  DEVICE_FORBIDDEN: 'the page forbids camera or microphone',
  DEVICE_WITHHELD: 'the system does not give camera or microphone',
  DEVICE_UNANSWERED: 'the question for camera or microphone was not answered',
  DEVICE_MISSING: 'no camera or microphone found',
  DEVICE_BUSY: 'camera or microphone in use elsewhere',
  RELAY_REFUSED: 'the relay refused the connection',
  RELAY_UNREACHABLE: 'the relay could not be reached',
  NOT_AGREED: 'the two browsers did not agree in time',
  MEDIA_FAILED: 'no connection between the two devices',
  CONNECTION_LOST: 'the connection was lost',
  PAGE_LEFT: 'a page was closed',
  PERMISSION_REVOKED: 'calls were switched off',
  LOGGED_OUT: 'the agent logged out',
  LOGIN_ENDED: 'the agent’s log-in ended',
  ACCOUNT_CLOSED: 'the account was closed',
  CONVERSATION_CLOSED: 'the conversation was closed',
  SERVER_SHUTDOWN: 'the server was stopped',
};

/** @param {string} mode */
export function callName(mode) {
  return mode === 'VIDEO_CALL' ? 'Video call' : 'Voice call';
}

/**
 * @param {CallLine} call
 * @returns {{ icon: string, tone: Tone, text: string, detail: string }}
 */
export function describeCall(call) {
  const { word, tone } = /** @type {any} */ (STEPS)[call.step] ?? STEPS.INVITED;
  return { icon: iconOf(call), tone, text: `${callName(call.mode)} ${word}`, detail: detailOf(call) };
}

/** @param {CallLine} call */
function iconOf({ mode, step }) {
  const missed = step === 'EXPIRED' || step === 'FAILED';
  if (mode === 'VIDEO_CALL') {
    return missed || step === 'DECLINED' || step === 'CANCELLED' ? 'video-off' : 'video';
  }
  return missed ? 'phone-missed' : step === 'DECLINED' || step === 'CANCELLED' ? 'phone-off' : 'phone';
}

/** @param {CallLine} call */
function detailOf(call) {
  const reason = /** @type {Record<string, string>} */ (REASONS)[call.cause ?? ''];
  const parts = [call.durationMs ? durationWords(call.durationMs) : '', isOver(call) && reason ? reason : ''];
  return parts.filter(Boolean).join(', ');
}

/** @param {CallLine} call */
export function isOver({ step }) {
  return step !== 'INVITED' && step !== 'ACCEPTED' && step !== 'STARTED';
}

/**
 * A length for people, in full seconds as a clock counts them: `48 s`, `1 min 12 s`, `1 h 04 min`.
 * @param {number} ms
 */
export function durationWords(ms) {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) {
    return `${seconds} s`;
  }
  if (minutes < 60) {
    return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  }
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/**
 * A running clock: `0:07`, `12:30`, `1:02:03`.
 * @param {number} ms
 */
export function clockWords(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
