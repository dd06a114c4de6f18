// call/told-media-state.js beside a connection that keeps what is asked.
import { ToldMediaState } from '/js/call/told-media-state.js';
import { equal } from './expect.js';

const ON = {microphone: true, camera: true, screen: false, weakNetwork: false};
const MUTED = {...ON, microphone: false};

const told = () => {
  const connection = {asked: [], ok: true, async request({body}) { this.asked.push(body.microphone); return {ok: this.ok}; }};
  return {connection, state: new ToldMediaState({connection, callId: 'c'})};
};

export const tests = {
  'says each change once, and what may have been missed again': async () => {
    const {connection, state} = told();
    for (const each of [ON, ON, MUTED, MUTED, ON]) await state.tell(each);
    equal(connection.asked, [true, false, true]);
    state.mayBeMissed();
    await state.tell(ON);
    equal(connection.asked, [true, false, true, true]);
  },

  'says again what the server did not take': async () => {
    const {connection, state} = told();
    connection.ok = false;
    await state.tell(ON);
    connection.ok = true;
    await state.tell(ON);
    await state.tell(ON);
    equal(connection.asked, [true, true]);
  },
};
