// Questions that the browser does not answer: call/questions.js and call/media.js, by a clock of the test's own.
import { Media } from '/js/call/media.js';
import { Questions } from '/js/call/questions.js';
import { ANSWER_LIMIT_MS, PERMISSION_LIMIT_MS, UNANSWERED_SHOWN_MS } from '/js/call/time-limits.js';
import { clock } from './clock.js';
import { equal, truth, until } from './expect.js';

const never = () => new Promise(() => {});
const media = (fakes, {permissions = {query: async () => ({state: 'prompt'})}, forbids = () => false} = {}) => {
  const time = clock();
  return {time, media: new Media({enumerateDevices: never, ...fakes}, permissions, undefined, {forbids, later: time.later})};
};

export const tests = {
  'hints after a while at what was not answered, and no more when it is': async () => {
    const time = clock();
    const shown = [];
    const questions = new Questions({later: time.later, onChange: () => shown.push(questions.unanswered?.silent)});
    let answer;
    const asked = questions.ask({camera: true}, () => new Promise(resolve => { answer = resolve; }));
    equal(questions.unanswered, {microphone: false, camera: true, screen: false, silent: false});
    time.set(UNANSWERED_SHOWN_MS);
    equal(questions.unanswered.silent, true);
    answer('yes');
    equal([await asked, questions.unanswered, shown, time.waiting.size], ['yes', undefined, [false, true, undefined], 0]);
  },

  'asks in the same moment, so that it is the person who asks': () => {
    let asked = false;
    new Questions({later: clock().later}).ask({screen: true}, async () => { asked = true; });
    truth(asked, 'asked at once');
  },

  'gives up in the end, and hands over what comes later': async () => {
    const time = clock();
    let answer, late;
    const asked = new Questions({later: time.later}).ask({camera: true}, () => new Promise(resolve => { answer = resolve; }), given => { late = given; });
    time.set(ANSWER_LIMIT_MS);
    equal(await asked.catch(({name}) => name), 'TimeoutError');
    answer('late');
    await until(() => late === 'late', 'what came late is let go');
  },

  'is silent when it is closed, and leaves no timer': () => {
    const time = clock();
    let changes = 0;
    const questions = new Questions({later: time.later, onChange: () => { changes++; }});
    questions.ask({camera: true}, never, () => {});
    questions.close();
    equal([time.waiting.size, changes, questions.unanswered], [0, 1, undefined]);
  },

  'does not ask a second time for the microphone alone when nobody has answered': async () => {
    let asked = 0;
    const silent = media({getUserMedia: () => { asked++; return never(); }});
    const opened = silent.media.open({camera: true});
    silent.time.set(ANSWER_LIMIT_MS);
    equal([await opened, asked], [{ok: false, failure: 'MICROPHONE_UNANSWERED'}, 1]);
  },

  'goes on with the voice when a camera alone is not answered for, and closes the one that comes too late': async () => {
    let give;
    const slow = media({getUserMedia: () => new Promise(resolve => { give = resolve; })});
    const opened = slow.media.cameraOn();
    slow.time.set(ANSWER_LIMIT_MS);
    equal(await opened, {ok: false, failure: 'CAMERA_UNANSWERED'});
    const stream = document.createElement('canvas').captureStream();
    give(stream);
    await until(() => stream.getTracks()[0].readyState === 'ended', 'the light goes out');
    equal(slow.media.cameraTrack, undefined);
  },

  'takes a browser that does not say whether it will ask for one that will': async () => {
    const silent = media({}, {permissions: {query: never}});
    const allowed = silent.media.alreadyAllowed({camera: true});
    silent.time.set(PERMISSION_LIMIT_MS);
    equal(await allowed, false);
  },
};
