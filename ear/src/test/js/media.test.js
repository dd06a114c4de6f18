// What call/media.js makes of each way in which a browser says no. The devices are fakes; no device is opened.
import { Media } from '/js/call/media.js';
import { equal } from './expect.js';

const refusing = name => { throw new DOMException('no', name); };
const devices = ({getUserMedia, kinds = ['audioinput', 'videoinput']}) =>
  ({getUserMedia, enumerateDevices: async () => kinds.map((kind, i) => ({kind, deviceId: String(i)}))});
const permissions = states => ({query: async ({name}) => ({state: states[name] ?? 'prompt'})});

const failure = async ({name, camera = true, kinds, states = {}, audioWorks = true}) => {
  const getUserMedia = async ({video}) => (video || !audioWorks ? refusing(name) : new MediaStream());
  const media = new Media(devices({getUserMedia: camera ? getUserMedia : async () => refusing(name), kinds}), permissions(states));
  return (await media.open({camera})).failure;
};

export const tests = {
  'tells a refused camera from a refused microphone': async () => {
    equal(await failure({name: 'NotAllowedError', states: {camera: 'denied', microphone: 'granted'}}), 'CAMERA_DENIED');
    equal(await failure({name: 'NotAllowedError', states: {camera: 'granted', microphone: 'denied'}}), 'MICROPHONE_DENIED');
    equal(await failure({name: 'NotAllowedError', camera: false}), 'MICROPHONE_DENIED');
  },

  'tells a missing camera from a missing microphone': async () => {
    equal(await failure({name: 'NotFoundError', kinds: ['audioinput']}), 'CAMERA_MISSING');
    equal(await failure({name: 'NotFoundError', kinds: ['videoinput']}), 'MICROPHONE_MISSING');
    equal(await failure({name: 'NotFoundError', camera: false, kinds: []}), 'MICROPHONE_MISSING');
  },

  'tells a busy camera from a busy microphone': async () => {
    equal(await failure({name: 'NotReadableError'}), 'CAMERA_BUSY');
    equal(await failure({name: 'NotReadableError', audioWorks: false}), 'MICROPHONE_BUSY');
  },

  'has a failure for what no standard names': async () => {
    equal(await failure({name: 'UnknownError'}), 'MEDIA_FAILED');
  },

  'knows without opening anything whether the browser will ask': async () => {
    const media = new Media(devices({getUserMedia: () => refusing('opened')}), permissions({microphone: 'granted'}));
    equal(await media.alreadyAllowed({camera: false}), true);
    equal(await media.alreadyAllowed({camera: true}), false);
  },
};
