// The reducer of call/call-store.js.
import { NO_CALLS, callOf, durationOf, isOpen, isRunning, reduce } from '/js/call/call-store.js';
import { withItsEnd } from '/js/conversation/call-end.js';
import { equal, truth } from './expect.js';

const body = (seq, state, more = {}) => ({callId: 'c', conversationId: 'k', seq, state, mode: 'VIDEO_CALL', agentName: 'Ana',
  owner: 'NONE', cameraOffAtStart: false, invitedAt: 1000, expiresAt: 121000, ...more});
const told = (...bodies) => bodies.reduce((state, each) => reduce(state, {type: 'STATE', body: each}), NO_CALLS);

export const tests = {
  'keeps the newer state when an older one comes late': () => {
    equal(told(body(2, 'ACCEPTED'), body(1, 'INVITED')).calls.c.state, 'ACCEPTED');
    equal(told(body(5, 'ENDED'), body(4, 'ACTIVE')).calls.c.state, 'ENDED');
  },

  'takes the same state again, because the owner may have changed': () => {
    equal(told(body(2, 'ACCEPTED', {owner: 'NONE'}), body(2, 'ACCEPTED', {owner: 'ELSEWHERE'})).calls.c.owner, 'ELSEWHERE');
  },

  'remembers which tab had a call that is over': () => {
    equal(told(body(4, 'ACTIVE', {owner: 'ELSEWHERE'}), body(5, 'ENDED', {owner: 'NONE'})).calls.c.owner, 'ELSEWHERE');
    equal(told(body(4, 'ACTIVE', {owner: 'THIS'}), body(5, 'ENDED', {owner: 'NONE'})).calls.c.owner, 'THIS');
  },

  'expects no picture of a consumer who accepted with voice only': () => {
    const {media} = told(body(1, 'INVITED'), body(2, 'ACCEPTED', {acceptedMode: 'VOICE_CALL'})).calls.c;
    equal(media, {AGENT: {microphone: true, camera: true}, CONSUMER: {microphone: true, camera: false}});
  },

  'keeps what a side said of its devices over later states': () => {
    const accepted = told(body(2, 'ACCEPTED', {acceptedMode: 'VIDEO_CALL'}));
    const muted = reduce(accepted, {type: 'MEDIA', body: {callId: 'c', party: 'CONSUMER', microphone: false, camera: true}});
    const active = reduce(muted, {type: 'STATE', body: body(4, 'ACTIVE', {acceptedMode: 'VIDEO_CALL'})});
    equal(active.calls.c.media.CONSUMER, {microphone: false, camera: true});
  },

  'keeps what a side said of its devices when the call becomes a video call': () => {
    const voice = told(body(4, 'ACTIVE', {mode: 'VOICE_CALL', acceptedMode: 'VOICE_CALL'}));
    const agents = reduce(voice, {type: 'STATE', body: body(5, 'ACTIVE', {acceptedMode: 'VOICE_CALL'})});
    const both = reduce(agents, {type: 'STATE', body: body(6, 'ACTIVE', {acceptedMode: 'VIDEO_CALL'})});
    equal(both.calls.c.media, {AGENT: {microphone: true, camera: false}, CONSUMER: {microphone: true, camera: false}});
  },

  'ends what the server no longer tells of after a reconnect': () => {
    const state = reduce(told(body(4, 'ACTIVE')), {type: 'OPEN_CALLS', callIds: []});
    truth(!isOpen(state.calls.c), 'the call is over');
    equal(reduce(told(body(4, 'ACTIVE')), {type: 'OPEN_CALLS', callIds: ['c']}).calls.c.state, 'ACTIVE');
  },

  'takes the end that it missed from the transcript': () => {
    const step = {callId: 'c', step: 'ENDED', mode: 'VIDEO_CALL', endReason: 'SERVER', cause: 'SERVER_SHUTDOWN', durationMs: 60000};
    const conversation = {events: [{kind: 'TEXT', sequence: 1, at: 1, originatorId: 's', role: 'CONTROLLER', callStep: step}]};
    const missed = reduce(told(body(4, 'ACTIVE')), {type: 'OPEN_CALLS', callIds: []}).calls.c;
    equal(withItsEnd(missed, conversation).cause, 'SERVER_SHUTDOWN');
    equal(withItsEnd(missed, undefined), missed);
    equal(withItsEnd(body(4, 'ACTIVE'), conversation).cause, undefined);
  },

  'finds the open call of a conversation before ended ones': () => {
    const state = told(body(5, 'ENDED', {callId: 'a', invitedAt: 3000}), body(1, 'INVITED', {callId: 'b', invitedAt: 2000}));
    equal(callOf(state, 'k').callId, 'b');
    equal(callOf(state, 'other'), undefined);
  },

  'counts the duration from both joined, by the server’s clock': () => {
    equal(durationOf(body(3, 'CONSUMER_JOINED'), 9000), 0);
    equal(durationOf(body(4, 'ACTIVE', {activeSince: 4000}), 9000), 5000);
    equal(durationOf(body(5, 'ENDED', {activeSince: 4000, durationMs: 1234}), 9000), 1234);
    truth(isRunning(body(2, 'ACCEPTED')) && !isRunning(body(1, 'INVITED')), 'running begins with the accept');
  },

  'ignores the media of a call that it does not know': () => {
    truth(reduce(NO_CALLS, {type: 'MEDIA', body: {callId: 'x', party: 'AGENT', microphone: true, camera: true}}) === NO_CALLS, 'nothing changed');
  },
};
