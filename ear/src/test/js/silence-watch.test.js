// call/silence-watch.js beside a connection that says what the test wants.
import { LONGER, SILENCE_MS, SilenceWatch } from '/js/call/silence-watch.js';
import { equal, until } from './expect.js';

const peer = {now: 0, looks: 0, async silence() { this.looks += 1; return this.now; }};
const looked = async times => {
  const before = peer.looks;
  await until(() => peer.looks >= before + times, 'it has looked');
};

export const tests = {
  'says so again when it lasts longer, and for how long': async () => {
    const said = [];
    const watch = new SilenceWatch({onSilence: milliseconds => said.push(milliseconds), onSound: () => {}});
    const [first, second, third] = [1, LONGER, LONGER ** 2].map(times => times * SILENCE_MS + 1);
    for (const silence of [SILENCE_MS, first, second - 1, second, third]) {
      peer.now = silence;
      watch.watch(peer);
      await looked(2);
    }
    equal(said, [first, second, third]);
    watch.close();
  },

  'is as eager as at the beginning when somebody is back after a long silence': async () => {
    const said = [];
    const watch = new SilenceWatch({onSilence: milliseconds => said.push(milliseconds), onSound: () => {}});
    const back = 30_000;
    peer.now = back;
    watch.watch(peer);
    await looked(2);
    watch.again();
    for (const silence of [back, back + SILENCE_MS, back + SILENCE_MS + 1, back + LONGER * SILENCE_MS, back + LONGER * SILENCE_MS + 1]) {
      peer.now = silence;
      await looked(2);
    }
    equal(said.filter(milliseconds => milliseconds > back), [1, LONGER].map(times => back + times * SILENCE_MS + 1));
    watch.close();
  },

  'says when something comes again, or comes another way, and then begins anew': async () => {
    const said = [];
    const watch = new SilenceWatch({onSilence: () => said.push('silence'), onSound: () => said.push('sound')});
    const other = {...peer};
    watch.watch(peer);
    for (const silence of [0, SILENCE_MS + 1, 0, SILENCE_MS + 1]) {
      peer.now = silence;
      await looked(2);
    }
    equal([said, watch.silent], [['silence', 'sound', 'silence'], true]);
    watch.watch(other);
    equal([said, watch.silent], [['silence', 'sound', 'silence', 'sound'], false]);
    watch.close();
  },
};
