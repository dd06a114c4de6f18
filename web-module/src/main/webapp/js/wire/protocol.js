/**
 * Eyeline's wire in the browser: builders for what we send, readers for what we receive, and their types.
 * No other file knows a name of the wire. The reference is docs/protocol.md and the Messaging Window API (v3).
 *
 * @typedef {{type: string, headers?: object[], metadata?: object[], body?: object}} Request  a request without its id
 *
 * @typedef {'VOICE_CALL'|'VIDEO_CALL'} CallMode
 * @typedef {'INVITED'|'ACCEPTED'|'CONSUMER_JOINED'|'AGENT_JOINED'|'ACTIVE'|'ENDED'} CallState
 * @typedef {'THIS'|'ELSEWHERE'|'NONE'} CallOwner
 * @typedef {'AGENT'|'CONSUMER'} Side
 * @typedef {'AGENT'|'CONSUMER'|'TIMEOUT'|'SERVER'} EndReason
 * @typedef {'BROWSER_NOT_SUPPORTED'|'CAMERA_DENIED'|'MICROPHONE_DENIED'|'CAMERA_MISSING'|'MICROPHONE_MISSING'
 *          |'CAMERA_BUSY'|'MICROPHONE_BUSY'|'CAMERA_FORBIDDEN'|'MICROPHONE_FORBIDDEN'|'CAMERA_WITHHELD'|'MICROPHONE_WITHHELD'
 *          |'CAMERA_UNANSWERED'|'MICROPHONE_UNANSWERED'|'RELAY_REFUSED'|'RELAY_UNREACHABLE'|'NOT_AGREED'|'MEDIA_FAILED'|'MEDIA_LOST'} CallFailure
 * @typedef {'BROWSER_NOT_SUPPORTED'|'NO_CAMERA_ACCESS'|'NO_MICROPHONE_ACCESS'|'FORBIDDEN_BY_PAGE'|'WITHHELD_BY_SYSTEM'
 *          |'DEVICES_UNANSWERED'|'DEVICE_BUSY'|'UNABLE_TO_CONNECT'
 *          |'AGENT_DISCONNECTED'|'CONSUMER_DISCONNECTED'} ErrorId
 *
 * @typedef {object} CallConnection  how the account wants its calls to connect
 * @property {boolean} relayOnly
 * @property {RTCIceServer[]} iceServers
 * @property {number} bitrateKbps         all that one side sends
 * @property {number} voiceBitrateKbps    the part of it for the voice
 *
 * @typedef {object} CallStateBody  where a call is, as one side is told; times are epoch milliseconds of the server
 * @property {string} callId
 * @property {string} conversationId
 * @property {string} dialogId
 * @property {number} seq                 counts the call's events from 1
 * @property {CallState} state
 * @property {CallMode} mode
 * @property {CallMode} [acceptedMode]    the consumer's own mode, from the accept on
 * @property {string} agentName
 * @property {CallOwner} owner            which session of the receiver has the receiver's side
 * @property {boolean} cameraOffAtStart
 * @property {boolean} [videoAllowed]     whether a picture may be turned on, while the call is accepted and open
 * @property {CallConnection} [connection] only for the owner of a side, while the call is accepted and open
 * @property {RTCSessionDescriptionInit} [offer] what the agent's page will begin with: for the consumer, until media begins
 * @property {number} invitedAt
 * @property {number} expiresAt
 * @property {number} [activeSince]
 * @property {number} [endedAt]
 * @property {number} [durationMs]
 * @property {EndReason} [endReason]
 * @property {string} [cause]
 * @property {ErrorId} [errorId]
 *
 * @typedef {{callId: string, party: Side, microphone: boolean, camera: boolean, screen?: boolean, weakNetwork?: boolean, systemMutedMicrophone?: boolean,
 *   systemMutedCamera?: boolean, waitingFor?: 'PERSON'|'DEVICES'|'UNANSWERED_DEVICES'}} MediaStateBody  what is sent, and what keeps it back
 * @typedef {{callId: string, party: Side, mark: import('../call/quality.js').QualityMark}} QualityBody
 * @typedef {{kind: 'description', description: RTCSessionDescriptionInit}
 *          |{kind: 'candidate', candidate: RTCIceCandidateInit|null}|{kind: 'restart'}} Signal
 * @typedef {{callId: string, seq: number, signal: Signal}} SignalBody
 * @typedef {{allowed: boolean, reason?: string, message?: string}} Right
 * @typedef {{conversationId: string, voice: Right, video: Right}} RightsBody
 *
 * @typedef {object} WindowSettingsBody   what the account has set for its windows
 * @property {string} language            of the texts
 * @property {Record<string, string>} texts  complete, by key
 * @property {boolean} voice
 * @property {boolean} video
 * @property {boolean} consumerMayAsk
 * @property {{kind: string, id?: string}} tracker
 *
 * @typedef {object} Ring  a conversation that waits for an agent
 * @property {string} ringId
 * @property {string} conversationId
 * @property {string} consumerId
 * @property {string} skillId
 * @property {number} waitingSince
 * @property {boolean} stopped
 *
 * @typedef {{changes: Ring[], total: number, snapshot: boolean}} WaitingNews  `snapshot`: instead of all that was told before
 *
 * @typedef {object} Dialog
 * @property {string} id
 * @property {boolean} main
 * @property {boolean} open
 *
 * @typedef {object} Conversation
 * @property {string} id
 * @property {boolean} open
 * @property {number} updatedAt
 * @property {number} startedAt
 * @property {number} endedAt             0 while it is open
 * @property {string} [closeReason]
 * @property {string} [closedBy]          AGENT or CONSUMER
 * @property {string} [channel]           WEB_MESSAGING and others; calls exist on the first alone
 * @property {TranscriptEvent} [last]     its newest event, where the server tells it
 * @property {string} skillId
 * @property {{id: string, role: string, name?: string}[]} participants
 * @property {Dialog[]} dialogs
 *
 * @typedef {object} CallStep             one step of a call in the transcript
 * @property {string} callId
 * @property {'INVITED'|'ACCEPTED'|'STARTED'|'DECLINED'|'CANCELLED'|'EXPIRED'|'ENDED'|'FAILED'} step
 * @property {CallMode} mode
 * @property {string} agentName           who invited
 * @property {number} [durationMs]
 * @property {EndReason} [endReason]
 * @property {string} [cause]
 * @property {ErrorId} [errorId]
 *
 * @typedef {object} TranscriptEvent
 * @property {'TEXT'|'RECEIPT'|'CHAT_STATE'|'OTHER'} kind
 * @property {string} dialogId
 * @property {string} [conversationId]
 * @property {number} [sequence]          absent on CHAT_STATE
 * @property {number} [at]
 * @property {string} originatorId
 * @property {string} role                CONSUMER, ASSIGNED_AGENT, MANAGER, CONTROLLER, …
 * @property {string} [text]              TEXT
 * @property {CallStep} [callStep]        TEXT that is a step of a call
 * @property {{mode: CallMode}} [callWish] TEXT that is a consumer's wish for a call
 * @property {string} [key]               TEXT: the sender's own name for it
 * @property {string} [status]            RECEIPT: ACCEPT or READ
 * @property {number[]} [sequences]       RECEIPT: what it is about
 * @property {string} [chatState]         CHAT_STATE
 */
import {ROOT} from '../browser/root.js';


export const CallMode = Object.freeze({VOICE_CALL: 'VOICE_CALL', VIDEO_CALL: 'VIDEO_CALL'});
export const CallState = Object.freeze({
  INVITED: 'INVITED', ACCEPTED: 'ACCEPTED', CONSUMER_JOINED: 'CONSUMER_JOINED', AGENT_JOINED: 'AGENT_JOINED',
  ACTIVE: 'ACTIVE', ENDED: 'ENDED',
});
export const CallOwner = Object.freeze({THIS: 'THIS', ELSEWHERE: 'ELSEWHERE', NONE: 'NONE'});
export const Side = Object.freeze({AGENT: 'AGENT', CONSUMER: 'CONSUMER'});
export const ChatState = Object.freeze({ACTIVE: 'ACTIVE', COMPOSING: 'COMPOSING', PAUSE: 'PAUSE', GONE: 'GONE'});
export const Availability = Object.freeze({ONLINE: 'ONLINE', OCCUPIED: 'OCCUPIED', AWAY: 'AWAY'});

export const Notification = Object.freeze({
  CONVERSATIONS: 'cqm.ExConversationChangeNotification',
  EVENTS: 'ms.MessagingEventNotification',
  ROUTING: 'routing.RoutingTaskNotification',
  CALL_STATE: 'call.StateNotification',
  CALL_SIGNAL: 'call.SignalNotification',
  CALL_MEDIA_STATE: 'call.MediaStateNotification',
  CALL_QUALITY: 'call.QualityNotification',
  CALL_RIGHTS: 'call.RightsNotification',
});

export const CloseCode = Object.freeze({TOKEN_REFUSED: 4401, IDENTITY_RAN_OUT: 4407});

// --- addresses -----------------------------------------------------------------------------------------------------

export const consumerSocket = (host, account) =>
  `wss://${host}${ROOT}/ws_api/account/${encodeURIComponent(account)}/messaging/consumer?v=3`;
export const agentSocket = (host, account, bearer) =>
  `wss://${host}${ROOT}/ws_api/account/${encodeURIComponent(account)}/messaging/brand/${encodeURIComponent(bearer)}?v=3`;
export const identityPath = account => `${ROOT}/api/account/${encodeURIComponent(account)}/anonymous/authorize`;
export const tokenPath = account => `${ROOT}/api/account/${encodeURIComponent(account)}/app/web/authenticate?v=3.0`;
export const agentLoginPath = account => `${ROOT}/api/account/${encodeURIComponent(account)}/login?v=1.3`;
export const signInPath = `${ROOT}/api/sign-in`;
export const versionPath = `${ROOT}/api/version`;
/** Where the organisation's account is asked for; `page` is where the way back leads. */
export const organisationPath = (account, page) => `${ROOT}/sso/${encodeURIComponent(account)}/${page}`;
export const ssoPath = account => `${ROOT}/api/account/${encodeURIComponent(account)}/sso`;
export const ssoBody = code => ({code});
export const readWays = body => ({organisation: Boolean(body?.sso)});
export const agentLogoutPath = account => `${ROOT}/api/account/${encodeURIComponent(account)}/logout?v=1.3`;
export const agentLoginBody = (username, password) => ({username, password});
export const agentRefreshBody = csrf => ({csrf});
/** Who logged in, and what the log-in is worth. */
export const readAgentLogin = ({bearer, csrf, config}) => ({
  bearer, csrf, id: config.userPid, userId: config.userId, name: config.name ?? config.loginName,
  loginName: config.loginName, roles: config.roles ?? ['AGENT'],
});
export const agentRefreshPath = account => `${ROOT}/api/account/${encodeURIComponent(account)}/refresh?v=1.3`;
export const windowSettingsPath = (account, language) =>
  `${ROOT}/api/account/${encodeURIComponent(account)}/configuration/window?language=${encodeURIComponent(language)}`;
/** @returns {WindowSettingsBody} */
export const readWindowSettings = ({language, texts, voice, video, consumerMayAsk, tracker}) =>
  ({language, texts, voice, video, consumerMayAsk, tracker});
/** @param {'servers'|'download'|'upload'} what */
export const checkPath = (account, what) => `${ROOT}/api/account/${encodeURIComponent(account)}/check/${what}`;
export const checkDownloadPath = (account, bytes) => `${checkPath(account, 'download')}?bytes=${bytes}`;
/** @returns {{relayOnly: boolean, iceServers: RTCIceServer[], withheld: boolean}} */
export const readCheckServers = ({relayOnly, iceServers, withheld}) => ({relayOnly, iceServers, withheld});
export const identityBody = previous => (previous ? {id_token: previous} : undefined);
export const tokenBody = identity => ({id_token: identity});

// --- the envelope --------------------------------------------------------------------------------------------------

/** @param {string} id @param {Request} request */
export const frame = (id, request) => JSON.stringify({kind: 'req', id, ...request});

/**
 * @param {string} text
 * @returns {{kind: 'resp', reqId: string, code: number, body: any}|{kind: 'notification', type: string, body: any}
 *          |undefined} undefined for what is none of ours
 */
export const readFrame = text => {
  const message = parsed(text);
  if (message?.kind === 'resp') return {kind: 'resp', reqId: String(message.reqId), code: message.code, body: message.body};
  if (message?.kind === 'notification') return {kind: 'notification', type: message.type, body: message.body ?? {}};
  return undefined;
};

const parsed = text => {
  try { return JSON.parse(text); } catch { return undefined; }
};

/** A refusal as a value, from the code and the body of a response. @returns {import('./connection.js').Refusal} */
export const readRefusal = (code, body) => ({
  ok: false,
  code,
  reason: body?.reason ?? 'REFUSED',
  message: body?.message ?? (typeof body === 'string' ? body : 'The server refused this.'),
  ...(body?.field && {field: body.field}),
});

// --- everybody -----------------------------------------------------------------------------------------------------

/** A consumer shows who it is. @returns {Request} */
export const initConnection = (jwt, clientProperties) => ({
  type: 'InitConnection',
  headers: [
    {type: '.ams.headers.ConsumerAuthentication', jwt},
    {type: '.ams.headers.ClientProperties', ...clientProperties},
  ],
});
/** What a window that can take calls says of itself. */
export const windowProperties = () => ({
  appId: 'eyeline-window', deviceFamily: 'OTHER', integration: 'WEB_SDK', features: ['CO_BROWSE'],
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
/** @returns {Request} */
export const getClock = () => ({type: 'GetClock', body: {}});
export const readClock = body => body.currentTime;
/** @param {('OPEN'|'CLOSE')[]} states @returns {Request} */
export const subscribeConversations = states => ({type: 'cqm.SubscribeExConversations', body: {convState: states}});
/** @returns {Request} */
export const requestConversation = () => ({type: 'cm.ConsumerRequestConversation', body: {channelType: 'MESSAGING'}});
export const readConversationId = body => body.conversationId;
/** @returns {Request} */
export const closeConversation = conversationId => ({
  type: 'cm.UpdateConversationField',
  body: {conversationId, conversationField: [{field: 'ConversationStateField', conversationState: 'CLOSE'}]},
});
/** Events with a sequence of `fromSeq` or more, then live ones. @returns {Request} */
export const subscribeEvents = (dialogId, fromSeq) => ({type: 'ms.SubscribeMessagingEvents', body: {dialogId, fromSeq}});
/** The newest events of a dialog, or those right before one. @param {number} [olderThan] a sequence @returns {Request} */
export const queryMessages = (dialogId, most, olderThan) =>
  ({type: 'ms.QueryMessages', body: {dialogId, maxQuantity: most, ...(olderThan && {olderThanSequence: olderThan})}});
/** The newest texts of people that have these words in them, or those before one. @param {number} [olderThan] a sequence @returns {Request} */
export const searchMessages = (dialogId, containing, most, olderThan) => {
  const {type, body} = queryMessages(dialogId, most, olderThan);
  return {type, body: {...body, containing}};
};
/** @returns {TranscriptEvent[]} */
export const readQueriedEvents = body => (body ?? []).map(change => transcriptEvent(change));
/** Why a text was not taken although it is good: its writer may do something about it. */
export const isFullOrFast = ({reason}) => reason === 'WRITING_TOO_FAST' || reason === 'CONVERSATION_FULL';
/** `key` comes back with the event, so that a text whose answer was lost is known again. @returns {Request} */
export const publishText = (dialogId, conversationId, message, key) => ({
  ...(key && {metadata: [{type: 'MessageKey', key}]}),
  ...publish(dialogId, conversationId, {type: 'ContentEvent', contentType: 'text/plain', message}),
});
/** @returns {Request} */
export const publishChatState = (dialogId, conversationId, chatState) =>
  publish(dialogId, conversationId, {type: 'ChatStateEvent', chatState});
/** @param {'ACCEPT'|'READ'} status @param {number[]} sequenceList @returns {Request} */
export const publishReceipt = (dialogId, conversationId, status, sequenceList) =>
  publish(dialogId, conversationId, {type: 'AcceptStatusEvent', status, sequenceList});
export const readSequence = body => body.sequence;

const publish = (dialogId, conversationId, event) =>
  ({type: 'ms.PublishEvent', body: {dialogId, conversationId, event}});

/** @returns {{removed: boolean, conversation: Conversation}[]} */
export const readConversationChanges = body =>
  (body.changes ?? []).map(change => ({removed: change.type === 'DELETE', conversation: conversation(change.result)}));

const conversation = ({convId, lastUpdateTime, conversationDetails: details, lastContentEventNotification: last}) => ({
  id: convId,
  open: (details.stage ?? details.state) === 'OPEN',
  updatedAt: lastUpdateTime ?? details.metaDataLastUpdateTs,
  startedAt: details.startTs,
  endedAt: details.endTs ?? 0,
  closeReason: details.closeReason,
  closedBy: details.closedBy,
  channel: details.channel,
  last: last && transcriptEvent(last),
  skillId: details.skillId,
  participants: (details.participants ?? []).map(({id, role, name}) => ({id, role, ...(name && {name})})),
  dialogs: details.dialogs.map(({dialogId, dialogType, state}) =>
    ({id: dialogId, main: dialogType === 'MAIN', open: state === 'OPEN'})),
});

/** @returns {TranscriptEvent[]} */
export const readEvents = body => (body.changes ?? []).map(change => transcriptEvent(change));

const transcriptEvent = change => ({
  dialogId: change.dialogId,
  conversationId: change.conversationId,
  sequence: change.sequence,
  at: change.serverTimestamp,
  originatorId: change.originatorMetadata?.id ?? change.originatorId,
  role: change.originatorMetadata?.role ?? 'CONSUMER',
  ...content(change.event),
  ...described(change),
});

const content = event => {
  switch (event?.type) {
    case 'ContentEvent': return {kind: 'TEXT', text: String(event.message)};
    case 'AcceptStatusEvent': return {kind: 'RECEIPT', status: event.status, sequences: [event.sequenceList].flat()};
    case 'ChatStateEvent': return {kind: 'CHAT_STATE', chatState: event.chatState};
    default: return {kind: 'OTHER'};
  }
};

/** A person could send metadata that looks like a step of a call: only the controller is believed. */
const described = ({metadata, originatorMetadata}) => {
  const entries = [metadata ?? []].flat();
  const key = entries.find(entry => entry?.type === 'MessageKey')?.key;
  const said = type => originatorMetadata?.role === 'CONTROLLER' && entries.find(entry => entry?.type === type);
  const [step, wish] = [said('CallStep'), said('CallWish')];
  return {...(key && {key}), ...(step && {callStep: withoutType(step)}), ...(wish && {callWish: withoutType(wish)})};
};
const withoutType = ({type, ...fields}) => fields;

// --- agents --------------------------------------------------------------------------------------------------------

/** @param {('OPEN'|'CLOSE')[]} states @param {string[]} [agentIds] whose; without it the whole account's @returns {Request} */
export const subscribeAgentConversations = (states, agentIds) =>
  ({type: 'cqm.SubscribeExConversations', body: {convState: states, ...(agentIds && {agentIds})}});
/** The conversation goes back to those who wait. @param {string} agentId @returns {Request} */
export const leaveConversation = (conversationId, agentId) => ({
  type: 'cm.UpdateConversationField',
  body: {conversationId, conversationField: [{field: 'ParticipantsChange', type: 'REMOVE', role: 'ASSIGNED_AGENT', userId: agentId}]},
});

/** @param {'ONLINE'|'OCCUPIED'|'AWAY'} availability @returns {Request} */
export const setAgentState = availability => ({type: 'routing.SetAgentState', body: {availability}});
/** @returns {Request} */
export const subscribeRoutingTasks = () => ({type: 'routing.SubscribeRoutingTasks', body: {}});
/** @param {'ACCEPTED'|'REJECTED'} ringState @returns {Request} */
export const updateRingState = (ringId, ringState) => ({type: 'routing.UpdateRingState', body: {ringId, ringState}});

/** The next of those who wait. @param {string} after the last ring that is known @returns {Request} */
export const moreRoutingTasks = after => ({type: 'routing.MoreRoutingTasks', body: {after}});

/** @returns {WaitingNews} */
export const readWaiting = ({changes = [], total, snapshot = false}) => {
  const rings = readRings(changes);
  return {changes: rings, total: total ?? rings.length, snapshot};
};

/** @returns {Ring[]} */
const readRings = changes => changes.map(({type, result}) => ({
  ringId: result.ringsDetails[0].ringId,
  conversationId: result.conversationId,
  consumerId: result.consumerId,
  skillId: result.skillId,
  waitingSince: result.waitingSince,
  stopped: type === 'DELETE',
}));

// --- calls ---------------------------------------------------------------------------------------------------------

/** @returns {Request} */
export const subscribeCalls = () => ({type: 'call.Subscribe', body: {}});
/** @param {string} conversationId @param {CallMode} mode @returns {Request} */
export const invite = (conversationId, mode) => ({type: 'call.Invite', body: {conversationId, mode}});
/** While it rings: what the agent's page will begin with. @param {string} callId @param {RTCSessionDescriptionInit} offer @returns {Request} */
export const prepareCall = (callId, {type, sdp}) => ({type: 'call.Prepare', body: {callId, offer: {type, sdp}}});
/** @returns {Request} */
export const cancelCall = callId => ({type: 'call.Cancel', body: {callId}});
/** A consumer asks for a call. @param {string} conversationId @param {CallMode} mode @returns {Request} */
export const askForCall = (conversationId, mode) => ({type: 'call.Ask', body: {conversationId, mode}});
/** @param {string} callId @param {CallMode} mode @returns {Request} */
export const acceptCall = (callId, mode) => ({type: 'call.Accept', body: {callId, mode}});
/** @returns {Request} */
export const declineCall = callId => ({type: 'call.Decline', body: {callId}});
/** @returns {Request} */
export const joinCall = callId => ({type: 'call.Join', body: {callId}});
/** This side's picture on in a running call, or voice again for both. @param {string} callId @param {CallMode} mode @returns {Request} */
export const changeMode = (callId, mode) => ({type: 'call.ChangeMode', body: {callId, mode}});
/** @param {string} callId @param {number} round @param {number} seq @param {Signal} signal @returns {Request} */
export const sendSignal = (callId, round, seq, signal) => ({type: 'call.Signal', body: {callId, round, seq, signal}});
/**
 * @param {Omit<MediaStateBody, 'callId'|'party'>} media `camera`: there is a picture; `screen`: it is the screen; `weakNetwork`: it is
 *   paused for the voice; `systemMuted…`: not by the person; `waitingFor`: why nothing is sent yet
 * @returns {Request}
 */
export const setMediaState = (callId, {
  microphone, camera, screen = false, weakNetwork = false, systemMutedMicrophone = false, systemMutedCamera = false, waitingFor,
}) => ({
  type: 'call.SetMediaState',
  body: {callId, microphone, camera, screen, weakNetwork, systemMutedMicrophone, systemMutedCamera, ...(waitingFor && {waitingFor})},
});
/** @param {string} callId @param {object} quality a summary of call/quality.js @returns {Request} */
export const reportQuality = (callId, quality) => ({type: 'call.ReportQuality', body: {callId, quality}});
/** @returns {Request} */
export const endCall = callId => ({type: 'call.End', body: {callId}});
/** @param {string} callId @param {CallFailure} failure @returns {Request} */
export const failCall = (callId, failure) => ({type: 'call.Fail', body: {callId, failure}});
/** @param {number} [round] the one whose media this page still has @returns {Request} */
export const resumeCall = (callId, sessionKey, round) => ({type: 'call.Resume', body: {callId, sessionKey, ...(round && {round})}});
/** @returns {Request} */
export const getConnection = callId => ({type: 'call.GetConnection', body: {callId}});
