// What call/media.js makes of each way in which a browser says no. The devices are fakes; no device is opened.
import { Media } from '/js/call/media.js';
import { equal } from './expect.js';

const refusing = name => { throw new DOMException('no', name); };
const devices = ({getUserMedia, kinds = ['audioinput', 'videoinput']}) =>
  ({getUserMedia, enumerateDevices: async () => kinds.map((kind, i) => ({kind, deviceId: String(i)}))});
const permissions = states => ({query: async ({name}) => ({state: states[name] ?? 'prompt'})});

const ASKS_NOBODY = {microphone: 'granted', camera: 'granted'};
/** A stream with a track of each kind that was asked for. */
const streamOf = ({audio, video}) => new MediaStream([
  ...audio ? new AudioContext().createMediaStreamDestination().stream.getTracks() : [],
  ...video ? document.createElement('canvas').captureStream().getTracks() : [],
]);
/** Media that may open everything, in steps of the test's own. */
const allowed = async getUserMedia => {
  const media = new Media(devices({getUserMedia}), permissions(ASKS_NOBODY));
  await media.lookAhead();
  return media;
};

/** What `open()` says where the camera, the microphone or both throw. */
const opened = async ({camera: wrongCamera, microphone: wrongMicrophone}, camera = true, states = {}) => {
  const getUserMedia = async ({audio, video}) => {
    if (video && wrongCamera) refusing(wrongCamera);
    if (audio && wrongMicrophone) refusing(wrongMicrophone);
    return new MediaStream();
  };
  const media = new Media(devices({getUserMedia}), permissions(states));
  await media.lookAhead();
  return media.open({camera});
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

  'has a failure for what no standard names': async () => {
    equal(await opened({camera: 'UnknownError', microphone: 'UnknownError'}), {ok: false, failure: 'MEDIA_FAILED'});
  },

  'lets the voice begin while the camera still opens, where nobody is asked': async () => {
    const asked = [];
    let cameraOpens;
    const media = await allowed(what => {
      asked.push(Object.keys(what).join());
      return what.video ? new Promise(resolve => { cameraOpens = () => resolve(streamOf(what)); }) : streamOf(what);
    });
    const told = new Promise(resolve => { media.onVoice = resolve; });
    const opening = media.open({camera: true});
    await told;
    equal([Boolean(media.microphoneTrack), Boolean(media.cameraTrack)], [true, false]);
    cameraOpens();
    equal(await opening, {ok: true});
    equal([Boolean(media.cameraTrack), asked], [true, ['audio', 'video']]);
  },

  'says the same of what fails where nobody is asked': async () => {
    equal(await opened({camera: 'NotReadableError'}, true, ASKS_NOBODY), {ok: true, notice: 'CAMERA_BUSY'});
    equal(await opened({camera: 'NotFoundError'}, true, ASKS_NOBODY), {ok: true, notice: 'CAMERA_MISSING'});
    equal(await opened({microphone: 'NotFoundError'}, true, ASKS_NOBODY), {ok: false, failure: 'MICROPHONE_MISSING'});
  },

  'opens no camera for a call that ended while the microphone opened': async () => {
    const asked = [];
    const media = await allowed(what => {
      asked.push(Object.keys(what).join());
      media.close();
      return streamOf(what);
    });
    await media.open({camera: true});
    equal(asked, ['audio']);
  },

  'is silent from the first sound on when it was muted before': async () => {
    const media = await allowed(streamOf);
    const heard = [];
    media.onVoice = () => heard.push(media.microphoneOn);
    await media.setMicrophone(false);
    await media.open({camera: true});
    equal(heard, [false]);
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
    const told = new Promise(resolve => { media.onDevicesChanged = notice => notice && resolve(notice); });
    plugged.shift();
    fakes.dispatchEvent(new Event('devicechange'));
    equal(await told, 'MICROPHONE_MISSING');
    equal(media.microphoneOn, false);
  },
};
