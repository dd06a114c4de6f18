// What a change of a call's mode asks of one side, in the order in which the server answers and tells.
import { CallModeSwitch, sendsVideo } from '/js/call/call-mode.js';
import { equal } from './expect.js';

const VOICE = {mode: 'VOICE_CALL', acceptedMode: 'VOICE_CALL'};
const AGENTS = {mode: 'VIDEO_CALL', acceptedMode: 'VOICE_CALL'};
const BOTH = {mode: 'VIDEO_CALL', acceptedMode: 'VIDEO_CALL'};

const side = (name, answer = {ok: true}) => {
  const seen = {view: {}, asked: []};
  seen.mode = new CallModeSwitch({callId: 'c', side: name, show: change => Object.assign(seen.view, change),
    connection: {request: async ({body}) => { seen.asked.push(body.mode); return answer; }}});
  return seen;
};

export const tests = {
  'asks nobody whose own camera made it a video call, though the answer comes before the state': async () => {
    const agent = side('AGENT');
    equal(await agent.mode.toVideo(), true);
    agent.mode.follow(VOICE, AGENTS);
    equal([agent.view, agent.asked], [{sendsVideo: true, asked: false}, ['VIDEO_CALL']]);
  },

  'asks the other side, which has a camera button then': () => {
    const [consumer, agent] = [side('CONSUMER'), side('AGENT')];
    equal(consumer.mode.follow(VOICE, AGENTS), false);
    agent.mode.follow(VOICE, BOTH);
    equal([consumer.view, agent.view], [{sendsVideo: false, asked: true}, {sendsVideo: true, asked: true}]);
  },

  'asks again after the call was of voice again': async () => {
    const agent = side('AGENT');
    await agent.mode.toVideo();
    agent.mode.follow(VOICE, AGENTS);
    equal(agent.mode.follow(AGENTS, VOICE), true);
    agent.mode.follow(VOICE, BOTH);
    equal(agent.view.asked, true);
  },

  'opens nothing when it is refused, and says so': async () => {
    const off = side('CONSUMER', {ok: false, code: 403, reason: 'SWITCHED_OFF'});
    equal([await off.mode.toVideo(), off.view], [false, {notice: 'VIDEO_NOT_ALLOWED'}]);
    const away = side('CONSUMER', {ok: false, code: 0, reason: 'TIMED_OUT'});
    equal([await away.mode.toVideo(), away.view], [false, {notice: 'MODE_UNCHANGED'}]);
    const second = side('AGENT', {ok: false, code: 409, reason: 'WRONG_STATE'});
    equal([await second.mode.toVideo(), second.view], [false, {}]);
  },

  'lets each side show what its own mode says': () => {
    equal(['AGENT', 'CONSUMER'].map(name => [VOICE, AGENTS, BOTH].map(call => sendsVideo(name, call))),
      [[false, true, true], [false, false, true]]);
  },
};
