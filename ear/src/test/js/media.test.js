// What call/media.js makes of each way in which a browser says no. The devices are fakes; no device is opened.
import { Media } from '/js/call/media.js';
import { equal } from './expect.js';

const refusing = name => { throw new DOMException('no', name); };
const devices = ({getUserMedia, kinds = ['audioinput', 'videoinput']}) =>
  ({getUserMedia, enumerateDevices: async () => kinds.map((kind, i) => ({kind, deviceId: String(i)}))});
const permissions = states => ({query: async ({name}) => ({state: states[name] ?? 'prompt'})});

/** What `open()` says where the camera, the microphone or both throw. */
const opened = ({camera: wrongCamera, microphone: wrongMicrophone}, camera = true) => {
  const getUserMedia = async ({audio, video}) => {
    if (video && wrongCamera) refusing(wrongCamera);
    if (audio && wrongMicrophone) refusing(wrongMicrophone);
    return new MediaStream();
  };
  return new Media(devices({getUserMedia}), permissions({})).open({camera});
};

export const tests = {
  'goes on without a camera that is refused, missing or busy, and says which': async () => {
    equal(await opened({camera: 'NotAllowedError'}), {ok: true, notice: 'CAMERA_DENIED'});
    equal(await opened({camera: 'NotFoundError'}), {ok: true, notice: 'CAMERA_MISSING'});
    equal(await opened({camera: 'NotReadableError'}), {ok: true, notice: 'CAMERA_BUSY'});
  },

  'does not go on without a microphone': async () => {
    equal(await opened({microphone: 'NotAllowedError', camera: 'NotAllowedError'}), {ok: false, failure: 'MICROPHONE_DENIED'});
    equal(await opened({microphone: 'NotFoundError'}), {ok: false, failure: 'MICROPHONE_MISSING'});
    equal(await opened({microphone: 'NotReadableError'}), {ok: false, failure: 'MICROPHONE_BUSY'});
    equal(await opened({microphone: 'NotAllowedError'}, false), {ok: false, failure: 'MICROPHONE_DENIED'});
  },

  'lays what no standard names to the system, and never to the network': async () => {
    equal(await opened({camera: 'UnknownError', microphone: 'UnknownError'}), {ok: false, failure: 'MICROPHONE_WITHHELD'});
  },

  'is silent from the first sound on when it was muted before': async () => {
    const voice = () => new AudioContext().createMediaStreamDestination().stream;
    const media = new Media(devices({getUserMedia: async () => voice()}), permissions({}));
    await media.setMicrophone(false);
    await media.open({camera: false});
    equal([media.microphoneTrack.enabled, media.microphoneOn], [false, false]);
  },

  'knows without opening anything whether the browser will ask': async () => {
    const media = new Media(devices({getUserMedia: () => refusing('opened')}), permissions({microphone: 'granted'}));
    equal(await media.alreadyAllowed({camera: false}), true);
    equal(await media.alreadyAllowed({camera: true}), false);
  },

  'notices that its microphone is gone, although a speaker has the same id': async () => {
    const voice = new AudioContext().createMediaStreamDestination().stream;
    voice.getAudioTracks()[0].getSettings = () => ({deviceId: 'default'});
    const plugged = [{kind: 'audioinput', deviceId: 'default'}, {kind: 'audiooutput', deviceId: 'default'}];
    const opened = [voice];
    const fakes = Object.assign(new EventTarget(), {
      getUserMedia: async () => opened.pop() ?? refusing('NotFoundError'), enumerateDevices: async () => plugged,
    });
    const media = new Media(fakes, permissions({}));
    await media.open({camera: false});
    const told = new Promise(resolve => { media.onDevicesChanged = resolve; });
    plugged.shift();
    fakes.dispatchEvent(new Event('devicechange'));
    equal(await told, 'MICROPHONE_MISSING');
    equal(media.microphoneOn, false);
  },
};
