// Two ends of call/peer.js in one page, with pictures and tones that the page makes itself.
import { Peer, SAME_RESTART_MS } from '/js/call/peer.js';
import { PreparedConnection } from '/js/call/prepared-connection.js';
import { relayedOnly } from '/js/call/relay-only.js';
import { equal, truth, until } from './expect.js';

const tracks = () => {
  const canvas = document.createElement('canvas');
  const paint = () => canvas.getContext('2d').fillRect(0, 0, 10, 10);
  paint();
  setInterval(paint, 100); // a canvas that nobody paints sends its one picture before anybody looks
  const camera = canvas.captureStream(5).getVideoTracks()[0];
  const microphone = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
  return {microphone, camera, stream: new MediaStream([microphone, camera])};
};

const HOST = {candidate: 'candidate:1 1 udp 2122260223 192.0.2.7 54321 typ host generation 0', sdpMid: '0', sdpMLineIndex: 0};
const RELAY = {candidate: 'candidate:2 1 udp 41885439 198.51.100.4 49170 typ relay raddr 0.0.0.0 rport 0', sdpMid: '0', sdpMLineIndex: 0};
const DIRECT = {iceServers: [], relayOnly: false, bitrateKbps: 900, voiceBitrateKbps: 40};

const end = ({offers, sendsVideo = true, how = DIRECT, renewed = how, prepared, outgoing}, send) => {
  const seen = {signals: [], lost: false, remote: undefined, broken: undefined, stuck: undefined};
  const {camera, ...others} = tracks();
  seen.peer = new Peer({offers,
    onSignal: signal => { seen.signals.push(signal); if (!seen.lost) send(signal); },
    onRemote: stream => { seen.remote = stream; }, onState: () => {}, onBroken: problem => { seen.broken = problem; },
    onStuck: obstacle => { seen.stuck = obstacle; }, renew: async () => renewed,
  }, outgoing ?? {...others, camera: sendsVideo ? camera : undefined}, prepared);
  seen.peer.begin(how);
  return seen;
};

const pair = async (agentOptions = {}, consumerOptions = {}) => {
  let agent; let consumer;
  consumer = end({offers: false, ...consumerOptions}, signal => agent?.peer.receive(signal));
  agent = end({offers: true, ...agentOptions}, signal => consumer.peer.receive(signal));
  await until(() => agent.peer.state === 'connected' && consumer.peer.state === 'connected', 'both are connected');
  return {agent, consumer};
};

const close = ({agent, consumer}) => [agent, consumer].forEach(({peer}) => peer.close());
const kinds = ({remote}) => remote.getTracks().map(({kind}) => kind).sort();
const frames = async ({peer}) => [...(await peer.stats()).values()].filter(({type, kind}) => type === 'inbound-rtp' && kind === 'video')
  .reduce((sum, {framesDecoded}) => sum + (framesDecoded ?? 0), 0);
/** The own names in ICE that its descriptions said. */
const named = ({signals}) => signals.flatMap(({description}) => description?.sdp.match(/a=ice-ufrag:(.*)/)[1] ?? []);
const described = ({signals}) => signals.filter(({kind}) => kind === 'description').map(({description}) => description.type);

/** Constructs peers of which the native connection is seen too. */
const watched = async action => {
  const Native = window.RTCPeerConnection;
  const natives = [];
  window.RTCPeerConnection = class extends Native {
    constructor(...configuration) { super(...configuration); natives.push(this); }
  };
  try { await action(natives); } finally { window.RTCPeerConnection = Native; }
};
/** Acts while the page's clock stands still, or goes on when the action says so. */
const atOneTime = async action => {
  let time = performance.now();
  performance.now = () => time;
  try { await action(milliseconds => { time += milliseconds; }); } finally { delete performance.now; }
};
const caps = native => Object.fromEntries(native.getTransceivers().map(({sender, receiver}) =>
  [receiver.track.kind, sender.getParameters().encodings[0].maxBitrate]));

export const tests = {
  'connects with one offer of the agent and one answer of the consumer': async () => {
    const both = await pair();
    equal(described(both.agent), ['offer']);
    equal(described(both.consumer), ['answer']);
    equal(kinds(both.agent), ['audio', 'video']);
    equal(kinds(both.consumer), ['audio', 'video']);
    close(both);
  },

  'switches the camera off and on without negotiating again': async () => {
    const both = await pair();
    await both.consumer.peer.sendCamera(undefined);
    await both.consumer.peer.sendCamera(tracks().camera);
    equal(described(both.consumer), ['answer']);
    equal(described(both.agent), ['offer']);
    close(both);
  },

  'shows the agent’s picture to a consumer who sends none': async () => {
    const both = await pair({}, {sendsVideo: false});
    equal(kinds(both.consumer), ['audio', 'video']);
    equal(await frames(both.agent), 0);
    close(both);
  },

  'has room for a picture in a voice call, which comes and goes without negotiating again': async () => {
    const both = await pair({sendsVideo: false}, {sendsVideo: false});
    equal([await frames(both.agent), await frames(both.consumer)], [0, 0]);
    const {camera} = tracks();
    await both.agent.peer.sendCamera(camera);
    await until(async () => await frames(both.consumer) > 0, 'the consumer sees the agent');
    equal(await frames(both.agent), 0);
    await both.consumer.peer.sendCamera(tracks().camera);
    await until(async () => await frames(both.agent) > 0, 'the agent sees the consumer');
    equal([described(both.agent), described(both.consumer)], [['offer'], ['answer']]);
    close(both);
  },

  'caps sound and pictures of both sides, also of a camera that is off': () => watched(async natives => {
    const both = await pair({}, {sendsVideo: true});
    await until(() => natives.every(native => caps(native).video), 'both are capped');
    natives.forEach(native => equal(caps(native), {audio: 40_000, video: 860_000}));
    close(both);
    const voice = await pair({sendsVideo: false}, {sendsVideo: false});
    await until(() => natives.slice(2).every(native => caps(native).video), 'also what may be seen later');
    equal(natives.slice(2).map(caps), [{audio: 40_000, video: 860_000}, {audio: 40_000, video: 860_000}]);
    close(voice);
  }),

  'asks the relay alone, with the account’s servers, and sends no other address': () => watched(async natives => {
    const how = {...DIRECT, relayOnly: true, iceServers: [{urls: 'turn:127.0.0.1:9?transport=tcp', username: 'u', credential: 'c'}]};
    const alone = end({offers: true, how}, () => {});
    await until(() => natives[0].localDescription, 'an offer was made');
    equal(natives[0].getConfiguration().iceTransportPolicy, 'relay');
    equal(natives[0].getConfiguration().iceServers.map(({urls}) => urls).flat(), ['turn:127.0.0.1:9?transport=tcp']);
    natives[0].onicecandidate({candidate: HOST});
    natives[0].onicecandidate({candidate: RELAY});
    natives[0].onicecandidate({candidate: null});
    equal(alone.signals.filter(({kind}) => kind === 'candidate').map(({candidate}) => candidate?.candidate ?? null),
      [RELAY.candidate, null]);
    alone.peer.close();
  }),

  'says that no relay can be reached where only a relay may': async () => {
    const how = {...DIRECT, relayOnly: true, iceServers: [{urls: 'turn:127.0.0.1:9?transport=tcp', username: 'u', credential: 'c'}]};
    const alone = end({offers: true, how}, () => {});
    await until(() => alone.stuck, 'it is stuck');
    equal(alone.stuck, 'RELAY_UNREACHABLE');
    alone.peer.close();
  },

  'looks for another way with fresh credentials on both sides, and both may begin': () => watched(async natives => {
    const renewed = {...DIRECT, iceServers: [{urls: 'stun:127.0.0.1:9'}]};
    const both = await pair({renewed}, {renewed});
    const fragments = () => natives.map(({localDescription}) => localDescription.sdp.match(/a=ice-ufrag:(.*)/)[1]);
    const before = fragments();
    await Promise.all([both.agent.peer.restart(), both.consumer.peer.restart()]);
    await until(() => fragments().every((fragment, i) => fragment !== before[i])
      && natives.every(({signalingState, connectionState}) => signalingState === 'stable' && connectionState === 'connected'), 'both are connected anew');
    natives.forEach(native => equal(native.getConfiguration().iceServers.map(({urls}) => urls).flat(), ['stun:127.0.0.1:9']));
    equal([both.agent.broken, both.consumer.broken], [undefined, undefined]);
    close(both);
  }),

  'makes one offer where both look for another way, and both go on being seen': () => watched(async natives => {
    const both = await pair();
    await until(async () => await frames(both.agent) > 0 && await frames(both.consumer) > 0, 'they see each other');
    const seen = await Promise.all([both.agent, both.consumer].map(frames));
    await Promise.all([both.agent.peer.restart(), both.consumer.peer.restart()]);
    await until(() => described(both.consumer).length > 1 && natives.every(({signalingState}) => signalingState === 'stable'), 'they agree');
    await until(async () => await frames(both.agent) > seen[0] + 5 && await frames(both.consumer) > seen[1] + 5, 'they see each other again');
    equal([...new Set(described(both.consumer))], ['answer']);
    close(both);
  }),

  'looks for another way when the consumer asks, and says an offer again that was lost': () => watched(natives => atOneTime(async passes => {
    const both = await pair();
    both.agent.lost = true;
    await both.consumer.peer.restart();
    await until(() => natives[1].signalingState === 'have-local-offer', 'the agent has offered');
    both.agent.lost = false;
    passes(SAME_RESTART_MS);
    await both.consumer.peer.restart();
    await until(() => natives[1].signalingState === 'stable', 'they agree');
    const offers = named(both.agent);
    equal([offers.length, new Set(offers).size], [3, 2]);
    close(both);
  })),

  'asks for no other way when one was just offered': () => atOneTime(async () => {
    const both = await pair();
    await both.agent.peer.restart();
    await until(() => described(both.consumer).length > 1, 'the consumer has answered');
    await both.consumer.peer.restart();
    equal(both.consumer.signals.filter(({kind}) => kind === 'restart'), []);
    close(both);
  }),

  'looks once for another way, however often it is asked at about the same time': () => atOneTime(async passes => {
    const both = await pair();
    const looks = () => new Set(named(both.agent)).size - 1;
    const ask = async () => {
      await both.agent.peer.receive({kind: 'restart'});
      await Promise.all([both.agent.peer.restart(), both.consumer.peer.restart()]);
      const seen = await frames(both.consumer);
      await until(async () => await frames(both.consumer) > seen + 5, 'the consumer sees the agent');
    };
    await ask();
    await ask();
    equal(looks(), 1);
    passes(SAME_RESTART_MS);
    await ask();
    equal(looks(), 2);
    close(both);
  }),

  'leaves a candidate out that it cannot use': async () => {
    const both = await pair();
    await both.agent.peer.receive({kind: 'candidate', candidate: {...HOST, usernameFragment: 'gone'}});
    equal(both.agent.broken, undefined);
    close(both);
  },

  'asks anew when nobody has answered': () => watched(async natives => {
    const both = await pair();
    both.agent.lost = true;
    await both.agent.peer.restart();
    await until(() => natives[1].signalingState === 'have-local-offer', 'the agent has asked');
    both.agent.lost = false;
    await both.agent.peer.restart();
    await until(() => natives.every(({signalingState, connectionState}) => signalingState === 'stable' && connectionState === 'connected'), 'they agree');
    close(both);
  }),

  'prepares its offer and the answer while it rings, and looks for nothing before it begins': () => watched(async natives => {
    const offering = PreparedConnection.offering();
    const answering = PreparedConnection.answering(await offering.ready);
    await answering.ready;
    equal(natives.map(({iceGatheringState, localDescription}) => [iceGatheringState, localDescription]), [['new', null], ['new', null]]);
    offering.told = true;
    let agent;
    const consumer = end({offers: false, prepared: answering}, signal => agent.peer.receive(signal));
    agent = end({offers: true, prepared: offering}, signal => consumer.peer.receive(signal));
    await until(() => agent.peer.state === 'connected' && consumer.peer.state === 'connected', 'they are connected');
    await until(async () => await frames(agent) > 0, 'the agent sees the consumer');
    equal([described(agent), described(consumer)], [[], ['answer']]);
    equal(kinds(consumer), ['audio', 'video']);
    close({agent, consumer});
  }),

  'says what it has prepared to a side that does not know it yet, and its tracks may come later': async () => {
    let consumer;
    const agent = end({offers: true, prepared: PreparedConnection.offering(), outgoing: {stream: new MediaStream()}}, signal => consumer.peer.receive(signal));
    consumer = end({offers: false}, signal => agent.peer.receive(signal));
    await until(() => agent.peer.state === 'connected', 'they are connected');
    const {microphone, camera} = tracks();
    await Promise.all([agent.peer.sendMicrophone(microphone), agent.peer.sendCamera(camera)]);
    await until(async () => await frames(consumer) > 0, 'the consumer sees the agent');
    equal(described(agent), ['offer']);
    close({agent, consumer});
  },

  'takes an answer that comes before its own offer is set': async () => {
    const offering = PreparedConnection.offering();
    offering.told = true;
    let agent;
    const early = [];
    const consumer = end({offers: false, prepared: PreparedConnection.answering(await offering.ready)}, signal => (agent ? agent.peer.receive(signal) : early.push(signal)));
    await until(() => early.length > 0, 'the consumer has answered');
    agent = end({offers: true, prepared: offering}, signal => consumer.peer.receive(signal));
    early.forEach(signal => agent.peer.receive(signal));
    await until(() => agent.peer.state === 'connected', 'they are connected');
    close({agent, consumer});
  },

  'says nothing of candidates that no browser listens for': async () => {
    const both = await pair();
    const lines = [both.agent, both.consumer].flatMap(({signals}) => signals.flatMap(({candidate}) => candidate?.candidate ?? []));
    truth(lines.length > 0, 'there are candidates');
    equal(lines.filter(line => line.includes('tcptype active')), []);
    close(both);
  },

  'takes other addresses out of a description and leaves the rest of it as it is': () => {
    const lines = ['v=0', `a=${HOST.candidate}`, `a=${RELAY.candidate}`, 'a=end-of-candidates', ''];
    const signal = {kind: 'description', description: {type: 'offer', sdp: lines.join('\r\n')}};
    equal(relayedOnly(signal).description, {type: 'offer', sdp: lines.filter(line => !line.includes('typ host')).join('\r\n')});
  },

  'says that a description which is none cannot be used': async () => {
    const alone = end({offers: false}, () => {});
    await alone.peer.receive({kind: 'description', description: {type: 'offer', sdp: 'nonsense'}});
    await until(() => alone.broken, 'the peer says that it is broken');
    alone.peer.close();
  },
};
