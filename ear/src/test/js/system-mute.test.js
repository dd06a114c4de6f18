// What the system keeps back is told as off: call/system-mute.js, call/media.js, call/sent-state.js, elements/media-words.js.
// No page can make a system mute a track: the tests put another `muted` before the real track's own, and dispatch the browser's events on it.
import { Media } from '/js/call/media.js';
import { ScreenShare } from '/js/call/screen-share.js';
import { sentState } from '/js/call/sent-state.js';
import { FIRST_VIEW } from '/js/call/session-view.js';
import { heldWords, mutedWords, theirPictureWords, unansweredWords, waitingWords } from '/js/elements/media-words.js';
import { SYSTEM_MUTE_MS } from '/js/call/time-limits.js';
import { clock } from './clock.js';
import { equal, truth } from './expect.js';

const muteBySystem = (track, muted) => {
  Object.defineProperty(track, 'muted', {value: muted, configurable: true});
  track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
};
const voice = () => new AudioContext().createMediaStreamDestination().stream;
const picture = () => document.createElement('canvas').captureStream();
const devices = stream => ({getUserMedia: async () => stream(), getDisplayMedia: async () => picture(), enumerateDevices: async () => []});
const permissions = {query: async () => ({state: 'granted'})};
const opened = async (time = clock()) => {
  const media = new Media(devices(voice), permissions, undefined, {later: time.later});
  await media.open({camera: false});
  return {time, media};
};

const ON = {...FIRST_VIEW, phase: 'CONNECTED', microphone: true, camera: true};
const held = (view, what) => ({...view, heldBySystem: {microphone: false, camera: false, screen: false, ...what}});
const sent = (view, opened = true) => {
  const {microphone, camera, systemMutedMicrophone, systemMutedCamera} = sentState(view, opened);
  return [microphone, camera, systemMutedMicrophone, systemMutedCamera];
};

export const tests = {
  'says that the system has muted the microphone, and that it comes back by itself': async () => {
    const {time, media} = await opened();
    let told = 0;
    media.onDevicesChanged = () => { told++; };
    muteBySystem(media.microphoneTrack, true);
    time.set(SYSTEM_MUTE_MS);
    equal([told, media.heldBySystem, media.microphoneOn], [1, {microphone: true, camera: false}, true]);
    muteBySystem(media.microphoneTrack, false);
    equal([told, media.heldBySystem], [2, {microphone: false, camera: false}]);
  },

  'does not speak of a mute that is over in a moment': async () => {
    const {time, media} = await opened();
    let told = 0;
    media.onDevicesChanged = () => { told++; };
    muteBySystem(media.microphoneTrack, true);
    muteBySystem(media.microphoneTrack, false);
    time.set(SYSTEM_MUTE_MS);
    equal([told, media.heldBySystem.microphone], [0, false]);
  },

  'knows of a track that was muted before it came': async () => {
    const time = clock();
    const muted = voice();
    muteBySystem(muted.getTracks()[0], true);
    const media = new Media(devices(() => muted), permissions, undefined, {later: time.later});
    await media.open({camera: false});
    time.set(SYSTEM_MUTE_MS);
    equal(media.heldBySystem.microphone, true);
  },

  'hears no more of a track that is closed': async () => {
    const {time, media} = await opened();
    const track = media.microphoneTrack;
    let told = 0;
    media.onDevicesChanged = () => { told++; };
    media.close();
    muteBySystem(track, true);
    time.set(SYSTEM_MUTE_MS);
    equal(told, 0);
  },

  'says that the window which is shared is hidden': async () => {
    const time = clock();
    const screen = new ScreenShare(devices(voice), () => false, time.later);
    let told = 0;
    screen.onMuted = () => { told++; };
    await screen.start();
    muteBySystem(screen.track, true);
    time.set(SYSTEM_MUTE_MS);
    equal([told, screen.heldBySystem], [1, true]);
    screen.stop();
  },

  'tells what is sent: the wish, unless the system keeps it back': () => {
    equal(sent(ON), [true, true, false, false]);
    equal(sent(held(ON, {microphone: true})), [false, true, true, false]);
    equal(sent(held(ON, {camera: true})), [true, false, false, true]);
    equal(sent(held({...ON, microphone: false}, {microphone: true})), [false, true, false, false], 'who is muted by choice is muted by the person');
    equal(sent(held({...ON, camera: false}, {camera: true})), [true, false, false, false]);
    equal(sent(held({...ON, sharesScreen: true}, {camera: true})), [true, true, false, false], 'the screen is seen');
    equal(sent(held({...ON, sharesScreen: true}, {screen: true})), [true, false, false, true]);
  },

  'tells nothing as sent before the devices are open, and for what it waits': () => {
    const silent = {microphone: true, camera: true, screen: false, silent: true};
    const waits = (view, opened = false) => sentState({...ON, phase: 'OPENING', ...view}, opened).waitingFor;
    equal(sent({...ON, phase: 'OPENING', camera: true}, false), [false, false, false, false]);
    equal(waits({phase: 'EXPLAINING'}), 'PERSON');
    equal(waits({asksPerson: true}), 'DEVICES');
    equal(waits({}), undefined, 'where nobody is asked devices open in a moment');
    equal(waits({unanswered: silent}), 'UNANSWERED_DEVICES');
    equal(waits({phase: 'CONNECTED', asksPerson: true}, true), undefined);
    equal(waits({phase: 'CONNECTED', unanswered: {...silent, microphone: false}}, true), 'UNANSWERED_DEVICES', 'a camera that was turned on later');
    equal(waits({phase: 'CONNECTED', unanswered: {...silent, microphone: false, camera: false, screen: true}}, true), undefined, 'who chooses a window keeps nobody waiting');
  },

  'has words for each side': () => {
    for (const what of [{microphone: true, picture: false}, {microphone: false, picture: true}, {microphone: true, picture: true}]) {
      truth(/Your system has .* by (itself|themselves)/.test(heldWords(what, false).text), JSON.stringify(what));
    }
    equal(heldWords({microphone: false, picture: false}, false), undefined);
    truth(heldWords({microphone: false, picture: true}, true).text.includes('window'), 'of a screen');
    equal([mutedWords({systemMutedMicrophone: true}), mutedWords({})], ['Muted by the system', 'Muted']);
    equal([theirPictureWords({systemMutedCamera: true}, 'Ana'), theirPictureWords({}, 'Ana')], ['Ana’s system has stopped the camera', 'Camera is off']);
    for (const waitingFor of ['PERSON', 'DEVICES', 'UNANSWERED_DEVICES']) truth(waitingWords({waitingFor}, 'Ana').startsWith('Ana'), waitingFor);
    equal([waitingWords({}, 'Ana'), waitingWords({waitingFor: 'A_LATER_WORD'}, 'Ana')], [undefined, undefined]);
    const asked = {microphone: true, camera: true, screen: false};
    equal(unansweredWords({...asked, silent: false}), undefined);
    truth(unansweredWords({...asked, silent: true}).startsWith('Your browser has not given the camera and microphone yet.'), 'both');
    truth(unansweredWords({...asked, camera: false, silent: true}).includes('the microphone yet'), 'one');
    truth(unansweredWords({microphone: false, camera: false, screen: false, silent: true}).includes('which devices there are'), 'the list');
    truth(unansweredWords({microphone: false, camera: false, screen: true, silent: true}).includes('what to share'), 'the screen');
  },
};
