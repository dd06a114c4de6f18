// The builders and readers of wire/protocol.js against the JSON blocks of docs/protocol.md.
import * as wire from '/js/wire/protocol.js';
import { equal, truth } from './expect.js';

const CALL = 'b7e3f0d2-4444-4a51-9d0e-7c1f2a3b4c5d';
const ROUND = 1790000013000;
const CONVERSATION = '8d0f5a1e-1111-4c1c-9a51-5c1b6b1d0a01';
const CANDIDATE = {candidate: 'candidate:1 1 udp 2122260223 192.0.2.7 54321 typ host', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'Zk9q'};

const BUILT = {
  'routing.SetAgentState agent': wire.setAgentState('ONLINE'),
  'routing.SubscribeRoutingTasks agent': wire.subscribeRoutingTasks(),
  'routing.MoreRoutingTasks agent': wire.moreRoutingTasks(CONVERSATION),
  'routing.UpdateRingState agent': wire.updateRingState(CONVERSATION, 'ACCEPTED'),
  'ms.QueryMessages both': wire.queryMessages(CONVERSATION, 50, 451),
  'ms.QueryMessages both containing': wire.searchMessages(CONVERSATION, 'sofa', 50),
  'call.Subscribe both': wire.subscribeCalls(),
  'call.Invite agent': wire.invite(CONVERSATION, wire.CallMode.VIDEO_CALL),
  'call.Prepare agent': wire.prepareCall(CALL, {type: 'offer', sdp: 'v=0\r\n…'}),
  'call.Cancel agent': wire.cancelCall(CALL),
  'call.Accept consumer': wire.acceptCall(CALL, wire.CallMode.VIDEO_CALL),
  'call.Ask consumer': wire.askForCall(CONVERSATION, wire.CallMode.VIDEO_CALL),
  'call.Decline consumer': wire.declineCall(CALL),
  'call.Join both': wire.joinCall(CALL),
  'call.ChangeMode both': wire.changeMode(CALL, wire.CallMode.VIDEO_CALL),
  'call.Signal both description': wire.sendSignal(CALL, ROUND, 1, {kind: 'description', description: {type: 'offer', sdp: 'v=0\r\n…'}}),
  'call.Signal both candidate': wire.sendSignal(CALL, ROUND, 2, {kind: 'candidate', candidate: CANDIDATE}),
  'call.Signal both restart': wire.sendSignal(CALL, ROUND, 9, {kind: 'restart'}),
  'call.SetMediaState both': wire.setMediaState(CALL, {microphone: false, camera: false, systemMutedMicrophone: true}),
  'call.SetMediaState both waiting': wire.setMediaState(CALL, {microphone: false, camera: false, waitingFor: 'UNANSWERED_DEVICES'}),
  'call.ReportQuality both': wire.reportQuality(CALL, {mark: 'FAIR', seconds: 65, fairSeconds: 10, poorSeconds: 0, restarts: 1, roundTripMs: 34,
    route: {protocol: 'UDP', local: 'HOST', remote: 'SRFLX'},
    received: {packets: 18230, lostPermille: 12, kbps: 1480, jitterMs: 9, concealedPermille: 3, freezes: 1, freezeMs: 420},
    sent: {packets: 19020, lostPermille: 0, kbps: 1610}, picture: {width: 1280, height: 720, framesPerSecond: 29}}),
  'call.End both': wire.endCall(CALL),
  'call.Fail both': wire.failCall(CALL, 'CAMERA_DENIED'),
  'call.GetConnection both': wire.getConnection(CALL),
  'call.Resume both': wire.resumeCall(CALL, '1.q1Jx0Qm3X2m0m3l8r9S5Vw', ROUND),
};

/** The blocks of the document by what stands behind ```json. */
const blocks = protocol =>
  Object.fromEntries([...protocol.matchAll(/```json ([^\n]+)\n([\s\S]*?)\n```/g)].map(([, name, json]) => [name.trim(), json]));

export const tests = {
  'builds every request as the document shows it': ({protocol}) => {
    const documented = blocks(protocol);
    for (const [name, request] of Object.entries(BUILT)) {
      const shown = JSON.parse(documented[name]);
      equal(JSON.parse(wire.frame(shown.id, request)), shown, name);
    }
  },

  'builds every request that the document has': ({protocol}) => {
    const requests = Object.entries(blocks(protocol)).filter(([, json]) => JSON.parse(json).kind === 'req').map(([name]) => name);
    equal(requests.filter(name => !(name in BUILT)), [], 'requests without a builder');
  },

  'knows every notification of the document': ({protocol}) => {
    const types = Object.values(blocks(protocol)).map(json => JSON.parse(json)).filter(({kind}) => kind === 'notification').map(({type}) => type);
    const known = Object.values(wire.Notification);
    equal(types.filter(type => !known.includes(type)), [], 'unknown notifications');
  },

  'reads a refusal with its reason': ({protocol}) => {
    const {code, body} = wire.readFrame(blocks(protocol).refusal);
    equal(wire.readRefusal(code, body),
      {ok: false, code: 403, reason: 'NOT_PERMITTED', message: 'Your profile does not allow video calls.'});
  },

  'reads a ring': ({protocol}) => {
    const {body} = wire.readFrame(blocks(protocol)['routing.RoutingTaskNotification server']);
    const changes = [{ringId: CONVERSATION, conversationId: CONVERSATION, skillId: '-1', stopped: false,
      consumerId: 'c0ffee00-2222-4b6e-8f7a-000000000001', waitingSince: 1790000000000}];
    equal(wire.readWaiting(body), {changes, total: 5000, snapshot: true});
    const more = wire.readFrame(blocks(protocol)['routing.MoreRoutingTasksResponse server']);
    equal(wire.readWaiting(more.body), {changes, total: 5000, snapshot: false});
  },

  'reads a step of a call from the controller': ({protocol}) => {
    const step = JSON.parse(blocks(protocol)['callStep metadata']);
    const [event] = wire.readEvents({changes: [contentEvent('CONTROLLER', [step])]});
    equal({type: 'CallStep', ...event.callStep}, step);
  },

  'takes a step of a call from a person for a mere text': ({protocol}) => {
    const step = JSON.parse(blocks(protocol)['callStep metadata']);
    const [event] = wire.readEvents({changes: [contentEvent('CONSUMER', [step])]});
    equal(event.callStep, undefined);
    equal(event.text, 'Hello');
  },

  'ignores what is no frame of ours': () => {
    truth(wire.readFrame('{') === undefined, 'broken JSON is nothing');
    truth(wire.readFrame('{"kind":"other"}') === undefined, 'another kind is nothing');
    truth(wire.readFrame('null') === undefined, 'null is nothing');
  },
};

const contentEvent = (role, metadata) => ({
  sequence: 1, dialogId: 'd', originatorId: 'x', originatorMetadata: {id: 'x', role}, serverTimestamp: 1, metadata,
  event: {type: 'ContentEvent', contentType: 'text/plain', message: 'Hello'},
});
