// Who said no: call/refusal.js, and what call/media.js and call/screen-share.js make of it.
import { Media } from '/js/call/media.js';
import { isForbidden, refusalOf } from '/js/call/refusal.js';
import { ScreenShare } from '/js/call/screen-share.js';
import { equal } from './expect.js';

const refusing = (name, message = '') => async () => { throw new DOMException(message, name); };
const page = (...allowed) => ({featurePolicy: {allowsFeature: feature => allowed.includes(feature)}});
const forbids = (...features) => feature => features.includes(feature);
const permissions = {query: async () => ({state: 'prompt'})};

/** What is opened where the page forbids these. */
const opened = (getUserMedia, forbidden = []) => new Media({getUserMedia, enumerateDevices: async () => []}, permissions, undefined, {forbids: forbids(...forbidden)}).open({camera: true});
const shared = (problem, forbidden = []) => new ScreenShare({getDisplayMedia: problem}, forbids(...forbidden)).start();

export const tests = {
  'tells the page, the person, the system and silence apart': () => {
    equal(refusalOf({name: 'NotAllowedError', message: 'Permission denied'}, false), 'DENIED');
    equal(refusalOf({name: 'NotAllowedError', message: 'Permission dismissed'}, false), 'DENIED');
    equal(refusalOf({name: 'NotAllowedError', message: 'Permission denied'}, true), 'FORBIDDEN');
    equal(refusalOf({name: 'NotAllowedError', message: 'Access to the feature "display-capture" is disallowed by permissions policy.'}, false), 'FORBIDDEN');
    equal(refusalOf({name: 'SecurityError'}, false), 'FORBIDDEN');
    equal(refusalOf({name: 'NotAllowedError', message: 'Permission denied by system'}, false), 'WITHHELD');
    equal(refusalOf({name: 'NotReadableError', message: 'Could not start video source'}, false), 'BUSY');
    equal(refusalOf({name: 'TimeoutError'}, false), 'UNANSWERED');
    equal(refusalOf({name: 'NotFoundError'}, true), 'MISSING');
  },

  'reads the policy of the page where the browser tells it, and takes silence for no policy': () => {
    equal([isForbidden('camera', page('microphone')), isForbidden('camera', page('camera')), isForbidden('camera', {})], [true, false, false]);
    equal(isForbidden('camera', {permissionsPolicy: {allowsFeature: () => false}}), true);
  },

  'goes on with the voice where the page forbids the camera alone, and lays it to the page': async () => {
    const voice = async ({video}) => (video ? refusing('NotAllowedError', 'Permission denied')() : new MediaStream());
    equal(await opened(voice, ['camera']), {ok: true, notice: 'CAMERA_FORBIDDEN'});
    equal(await opened(refusing('NotAllowedError', 'Permission denied'), ['camera', 'microphone']), {ok: false, failure: 'MICROPHONE_FORBIDDEN'});
    equal(await opened(refusing('NotAllowedError', 'Permission denied by system')), {ok: false, failure: 'MICROPHONE_WITHHELD'});
  },

  'is quiet when a person picks no screen, and not when the page or the system forbids it': async () => {
    equal(await shared(refusing('NotAllowedError', 'Permission denied by user')), {});
    equal(await shared(refusing('NotAllowedError', 'Permission denied'), ['display-capture']), {failure: 'SCREEN_FORBIDDEN'});
    equal(await shared(refusing('NotAllowedError', 'Permission denied by system')), {failure: 'SCREEN_WITHHELD'});
    equal(await shared(refusing('NotReadableError')), {failure: 'SCREEN_FAILED'});
  },
};
