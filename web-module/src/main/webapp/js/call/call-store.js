/**
 * What this page knows of calls: a pure reducer over what the server says. The states are the server's; they only move
 * forward, and `seq` decides which of two states is the newer one.
 *
 * @typedef {import('../wire/protocol.js').CallStateBody} CallStateBody
 * @typedef {Omit<import('../wire/protocol.js').MediaStateBody, 'callId'|'party'>} MediaState
 * @typedef {CallStateBody & {media: Record<import('../wire/protocol.js').Side, MediaState>,
 *   quality?: Partial<Record<import('../wire/protocol.js').Side, import('./quality.js').QualityMark>>}} Call
 * @typedef {{calls: Record<string, Call>, rights: Record<string, import('../wire/protocol.js').RightsBody>}} CallsState
 * @typedef {{type: 'STATE', body: CallStateBody} | {type: 'MEDIA', body: import('../wire/protocol.js').MediaStateBody}
 *          | {type: 'QUALITY', body: import('../wire/protocol.js').QualityBody}
 *          | {type: 'RIGHTS', body: import('../wire/protocol.js').RightsBody} | {type: 'FORGET', callId: string}
 *          | {type: 'OPEN_CALLS', callIds: string[]}} CallAction
 */
import {CallMode, CallOwner, CallState} from '../wire/protocol.js';

/** @type {CallsState} */
export const NO_CALLS = Object.freeze({calls: Object.freeze({}), rights: Object.freeze({})});

/** @param {CallsState} state @param {CallAction} action @returns {CallsState} */
export const reduce = (state, action) => {
  switch (action.type) {
    case 'STATE': return withState(state, action.body);
    case 'MEDIA': return withMedia(state, action.body);
    case 'QUALITY': return withQuality(state, action.body);
    case 'RIGHTS': return {...state, rights: {...state.rights, [action.body.conversationId]: action.body}};
    case 'FORGET': return withoutCall(state, action.callId);
    case 'OPEN_CALLS': return withOnly(state, action.callIds);
    default: return state;
  }
};

const withState = (state, body) => {
  const known = state.calls[body.callId];
  if (known && known.seq > body.seq) return state;
  const media = known?.media && Boolean(known.acceptedMode) === Boolean(body.acceptedMode) ? known.media : assumed(body);
  return put(state, {...body, owner: owner(known, body), media, ...(known?.quality && {quality: known.quality})});
};

/** Nobody owns a call that is over; who had it still decides which tab tells of its end. */
const owner = (known, body) =>
  (known && body.state === CallState.ENDED && body.owner === CallOwner.NONE ? known.owner : body.owner);

const withMedia = (state, {callId, party, ...media}) => {
  const call = state.calls[callId];
  return call ? put(state, {...call, media: {...call.media, [party]: media}}) : state;
};

const withQuality = (state, {callId, party, mark}) => {
  const call = state.calls[callId];
  return call ? put(state, {...call, quality: {...call.quality, [party]: mark}}) : state;
};

const withoutCall = (state, callId) => {
  const {[callId]: gone, ...calls} = state.calls;
  return {...state, calls};
};

/**
 * After a reconnect the server tells of every open call. One that it does not tell of has ended meanwhile, and why is
 * not known here: the transcript has it.
 */
const withOnly = (state, callIds) =>
  allCalls(state).filter(call => isOpen(call) && !callIds.includes(call.callId))
    .reduce((result, call) => put(result, {...call, state: CallState.ENDED}), state);

const put = (state, call) => ({...state, calls: {...state.calls, [call.callId]: call}});

/** Until a side says otherwise: it is heard, and seen when its mode is video. */
const assumed = ({mode, acceptedMode}) => ({
  AGENT: {microphone: true, camera: mode === CallMode.VIDEO_CALL},
  CONSUMER: {microphone: true, camera: (acceptedMode ?? mode) === CallMode.VIDEO_CALL},
});

// --- questions -----------------------------------------------------------------------------------------------------

/** @param {Call} [call] */
export const isOpen = call => Boolean(call) && call.state !== CallState.ENDED;
/** @param {Call} call */
export const isRinging = call => call.state === CallState.INVITED;
/** Accepted and not over. @param {Call} call */
export const isRunning = call => isOpen(call) && !isRinging(call);
/** @param {Call} call */
export const isOurs = call => call.owner === CallOwner.THIS;
/** Another tab or device of the same person has it. @param {Call} call */
export const isElsewhere = call => call.owner === CallOwner.ELSEWHERE;
/** @param {Call} call */
export const isVideo = call => call.mode === CallMode.VIDEO_CALL;

/** @param {CallsState} state @returns {Call[]} oldest first */
export const allCalls = state => Object.values(state.calls).sort((a, b) => a.invitedAt - b.invitedAt);

/** The open call of a conversation, or else the last one that ended. @param {CallsState} state @returns {Call|undefined} */
export const callOf = (state, conversationId) => {
  const calls = allCalls(state).filter(call => call.conversationId === conversationId);
  return calls.find(isOpen) ?? calls.at(-1);
};

/** @param {CallsState} state @returns {import('../wire/protocol.js').RightsBody|undefined} */
export const rightsOf = (state, conversationId) => state.rights[conversationId];

/** How long both have been together, by the server's clock. @param {Call} call @param {number} now */
export const durationOf = (call, now) => call.durationMs ?? (call.activeSince ? Math.max(0, now - call.activeSince) : 0);
