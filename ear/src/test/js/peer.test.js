// Two ends of call/peer.js in one page, with pictures and tones that the page makes itself.
import { Peer } from '/js/call/peer.js';
import { equal, until } from './expect.js';

const tracks = () => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d').fillRect(0, 0, 10, 10);
  const camera = canvas.captureStream(5).getVideoTracks()[0];
  const microphone = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
  return {microphone, camera, stream: new MediaStream([microphone, camera])};
};

const end = ({polite, video = true, sendsVideo = true}, send) => {
  const seen = {signals: [], remote: undefined, broken: undefined};
  const {camera, ...others} = tracks();
  seen.peer = new Peer({polite, video, sendsVideo,
    onSignal: signal => { seen.signals.push(signal); send(signal); },
    onRemote: stream => { seen.remote = stream; }, onState: () => {}, onBroken: problem => { seen.broken = problem; },
  }, {...others, camera: sendsVideo ? camera : undefined});
  return seen;
};

const pair = async (agentOptions = {}, consumerOptions = {}) => {
  let agent; let consumer;
  consumer = end({polite: true, ...consumerOptions}, signal => agent?.peer.receive(signal));
  agent = end({polite: false, ...agentOptions}, signal => consumer.peer.receive(signal));
  await until(() => agent.peer.state === 'connected' && consumer.peer.state === 'connected', 'both are connected');
  return {agent, consumer};
};

const close = ({agent, consumer}) => [agent, consumer].forEach(({peer}) => peer.close());
const kinds = ({remote}) => remote.getTracks().map(({kind}) => kind).sort();
const described = ({signals}) => signals.filter(({kind}) => kind === 'description').map(({description}) => description.type);

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
    equal(kinds(both.agent), ['audio']);
    close(both);
  },

  'has no picture at all in a voice call': async () => {
    const both = await pair({video: false, sendsVideo: false}, {video: false, sendsVideo: false});
    equal(kinds(both.consumer), ['audio']);
    close(both);
  },

  'says that a description which is none cannot be used': async () => {
    const alone = end({polite: true}, () => {});
    await alone.peer.receive({kind: 'description', description: {type: 'offer', sdp: 'nonsense'}});
    await until(() => alone.broken, 'the peer says that it is broken');
    alone.peer.close();
  },
};
