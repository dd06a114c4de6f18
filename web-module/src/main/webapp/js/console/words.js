// The model in words for people: roles, permissions.
import { isolated } from '../conversation/isolated.js';

export const ROLES = { AGENT: 'Agent', AGENT_MANAGER: 'Agent manager', ADMINISTRATOR: 'Administrator', OPERATOR: 'Operator' };

export const ROLE_HELP = {
  AGENT: 'Takes conversations and calls in the workspace.',
  AGENT_MANAGER: 'Sees the account’s conversations in the workspace.',
  ADMINISTRATOR: 'Works in this console.',
  OPERATOR: 'Works in the backend console.',
};

export const PERMISSIONS = {
  INITIATE_VOICE_CONVERSATION: 'Initiate voice conversation',
  INITIATE_LIVE_VIDEO_CONVERSATION: 'Initiate live video conversation',
  SEE_ALL_CONVERSATIONS: 'See all conversations',
};

export const OFF_BY = { OPERATOR: 'Switched off by the operator', ACCOUNT: 'Switched off in the call settings' };

export const SUBJECTS = { USER: 'people', PROFILE: 'profiles', SKILL: 'skills', SETTINGS: 'call settings and texts', ACCOUNT: 'the account' };

const ONE = { USER: 'the person', PROFILE: 'the profile', SKILL: 'the skill', SETTINGS: 'the call settings', ACCOUNT: 'the account' };

/** @param {string} subject */
export const subjectWords = (subject) => ONE[/** @type {keyof ONE} */ (subject)] ?? subject;

/** What a page of the website breaks: what that means, and what helps. */
export const RULES = {
  NOT_HTTPS: { title: 'The page is not served over HTTPS', help: 'Browsers give no camera and no microphone to such pages. Serve it over HTTPS.' },
  IN_A_FRAME: { title: 'The tag is inside a frame', help: 'The window works in the topmost page alone. Put the tag there.' },
  OVERWRITTEN: { title: 'A script of the page overwrote what the tag needs', help: 'Look for scripts that replace functions of the browser, such as old polyfills, and remove them or load the tag before them.' },
  PERMISSIONS_POLICY: { title: 'The page’s Permissions-Policy forbids camera, microphone or the screen', help: 'Allow camera, microphone and display-capture for Eyeline’s address in that header.' },
  CONTENT_SECURITY_POLICY: { title: 'The page’s Content-Security-Policy blocks the window', help: 'Allow Eyeline’s address in frame-src and script-src.' },
};

const FIELDS = {
  fullName: 'Full name', loginName: 'Log-in name', isEnabled: 'Enabled', profileIds: 'Profiles', skillIds: 'Skills', password: 'Password',
  name: 'Name', role: 'Role', permissions: 'Permissions', voice: 'Voice calls', video: 'Video calls', voiceAllowed: 'Voice calls allowed by the operator',
  videoAllowed: 'Video calls allowed by the operator', agentCameraOff: 'Agents begin with the camera off',
  consumerCameraOff: 'Customers begin with the camera off', relayOnly: 'Relay only', iceServers: 'STUN and TURN servers',
  credentialSeconds: 'Life of relay credentials', bitrateKbps: 'Bitrate of a call', voiceBitrateKbps: 'Bitrate of voice',
  invitationSeconds: 'Invitation time', callsPerAgent: 'Calls of an agent', origins: 'Websites', consumerMayAsk: 'Customers may ask for a call', retentionDays: 'Keep what was said', messagesPerMinute: 'Messages in a minute',
  conversationMessages: 'Messages of a conversation', conversationMegabytes: 'Size of a conversation',
  anonymousSignUp: 'Customers need no log-in', language: 'Language of the transcript', texts: 'Texts', tracker: 'Tracker', url: 'Address', username: 'User name', secret: 'Secret', credential: 'Credential', id: 'Id', q: 'The search', administrator: 'First administrator',
};

export const TRACKERS = { NONE: 'None', GOOGLE_ANALYTICS: 'Google Analytics', MATOMO: 'Matomo', MAPP: 'Mapp (Webtrekk)', TEALIUM: 'Tealium' };

const CREDENTIALS = { NONE: 'no log-in', FIXED: 'fixed log-in', SHARED_SECRET: 'shared secret' };

const UNITS = { credentialSeconds: 's', invitationSeconds: 's', retentionDays: 'days', conversationMegabytes: 'MB', bitrateKbps: 'kbit/s', voiceBitrateKbps: 'kbit/s' };

/** A field's name; a text is named by its language and key. @param {string} field */
export function fieldWords(field) {
  const [language, key] = field.split('.');
  return key ? `${textName(key)} (${language})` : FIELDS[/** @type {keyof FIELDS} */ (field)] ?? field;
}

/** A problem's sentence begins with the path of its field; a person reads the field's name. @param {string} field @param {string} detail */
export const errorWords = (field, detail) => (detail.startsWith(`${field} `) ? `${fieldWords(/** @type {string} */ (field.split('.').at(-1)))}${detail.slice(field.length)}` : detail);

/** @param {string} key as `INVITED_VIDEO` */
export const textName = (key) => TEXTS[/** @type {keyof TEXTS} */ (key)] ?? key;

const TEXTS = {
  INVITED_VOICE: 'Invitation to a voice call', INVITED_VIDEO: 'Invitation to a video call', ACCEPTED: 'Accepted', DECLINED: 'Declined',
  CANCELLED: 'Cancelled', EXPIRED: 'Not answered in time', STARTED: 'Started', ENDED: 'Ended, with its length',
  ENDED_UNCONNECTED: 'Ended before it began', FAILED: 'Failed, with the reason', ASKED_VOICE: 'Wish for a voice call', ASKED_VIDEO: 'Wish for a video call',
  VOICE_CALL: 'The words “voice call”', VIDEO_CALL: 'The words “video call”', REASON_UNSUPPORTED_BROWSER: 'The browser cannot make calls',
  REASON_DEVICE_DENIED: 'Camera or microphone not allowed', REASON_DEVICE_MISSING: 'Camera or microphone not found',
  REASON_DEVICE_FORBIDDEN: 'The page forbids camera or microphone', REASON_DEVICE_WITHHELD: 'The system gives no camera or microphone',
  REASON_DEVICE_UNANSWERED: 'The question for devices was not answered', REASON_NOT_AGREED: 'The browsers did not agree in time',
  REASON_DEVICE_BUSY: 'Camera or microphone in use', REASON_RELAY_REFUSED: 'The relay refused the connection',
  REASON_RELAY_UNREACHABLE: 'The relay could not be reached', REASON_MEDIA_FAILED: 'No connection for sound and picture', REASON_CONNECTION_LOST: 'The connection was lost',
  REASON_PAGE_LEFT: 'One of the pages was closed',
  REASON_PERMISSION_REVOKED: 'Calls were switched off', REASON_LOGGED_OUT: 'The agent logged out', REASON_LOGIN_ENDED: 'The agent’s log-in ended',
  REASON_ACCOUNT_CLOSED: 'The account was closed', REASON_SERVER_SHUTDOWN: 'The server was stopped',
};

/**
 * A field's value for a person: one text, perhaps of several lines.
 * @param {string} field @param {any} value @param {{ profiles?: Map<string, any>, skills?: Map<string, any> }} [known]
 * @returns {string}
 */
export function valueWords(field, value, known) {
  if (value === undefined || value === null || value === '') {
    return field.includes('.') ? 'the default' : 'nothing';
  }
  switch (field) {
    case 'password': return 'a new password';
    case 'profileIds': return listWords(value.map((/** @type {string} */ id) => known?.profiles?.get(id)?.name ?? id));
    case 'skillIds': return listWords(value.map((/** @type {string} */ id) => known?.skills?.get(id)?.name ?? id));
    case 'permissions': return listWords(value.map((/** @type {keyof PERMISSIONS} */ each) => PERMISSIONS[each] ?? each));
    case 'role': return ROLES[/** @type {keyof ROLES} */ (value)] ?? value;
    case 'iceServers': return listWords(value.map(serverWords));
    case 'tracker': return trackerWords(value);
    case 'texts': return textsWords(value);
    case 'administrator': return value.fullName ?? '';
    default: return plainWords(field, value);
  }
}

/** @param {string} field @param {any} value */
function plainWords(field, value) {
  const unit = UNITS[/** @type {keyof UNITS} */ (field)];
  if (typeof value === 'boolean') {
    return value ? 'on' : 'off';
  }
  return Array.isArray(value) ? listWords(value.map(String)) : typeof value === 'object' ? JSON.stringify(value) : `${value}${unit ? ` ${unit}` : ''}`;
}

/** @param {string[]} words */
const listWords = (words) => words.join('\n') || 'none';

/** @param {any} server */
const serverWords = ({ url, credential, username }) => {
  const how = CREDENTIALS[/** @type {keyof CREDENTIALS} */ (credential)] ?? '';
  return `${url} (${username ? `${how} ${isolated(username)}` : how})`;
};

/** @param {any} tracker */
const trackerWords = ({ kind, id }) => [TRACKERS[/** @type {keyof TRACKERS} */ (kind)] ?? kind, id].filter(Boolean).join(', ');

/** @param {Record<string, Record<string, string>>} texts */
const textsWords = (texts) => listWords(Object.entries(texts).flatMap(([language, keys]) =>
  Object.entries(keys ?? {}).map(([key, text]) => `${textName(key)} (${language}): ${isolated(text)}`)));
