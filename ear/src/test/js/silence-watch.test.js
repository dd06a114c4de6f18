// call/silence-watch.js beside a connection that says what the test wants.
import { SILENCE_MS, SilenceWatch } from '/js/call/silence-watch.js';
import { equal, until } from './expect.js';

const peer = {now: 0, looks: 0, async silence() { this.looks += 1; return this.now; }};
const looked = async times => {
  const before = peer.looks;
  await until(() => peer.looks >= before + times, 'it has looked');
};

export const tests = {
  'says so again when it lasts twice as long': async () => {
    let said = 0;
    const watch = new SilenceWatch({onSilence: () => { said += 1; }});
    for (const [silence, times] of [[SILENCE_MS, 0], [SILENCE_MS + 1, 1], [2 * SILENCE_MS, 1], [2 * SILENCE_MS + 1, 2], [4 * SILENCE_MS + 1, 3]]) {
      peer.now = silence;
      if (!said) watch.watch(peer);
      await looked(2);
      equal([silence, said, watch.silent], [silence, times, times > 0]);
    }
    watch.close();
  },

  'says once that nothing comes, and says so again after something came': async () => {
    let said = 0;
    const watch = new SilenceWatch({onSilence: () => { said += 1; }});
    peer.now = 0;
    watch.watch(peer);
    await looked(1);
    equal(said, 0);
    peer.now = SILENCE_MS + 1;
    await looked(3);
    equal(said, 1);
    peer.now = 0;
    await looked(2);
    peer.now = SILENCE_MS + 1;
    await looked(2);
    equal(said, 2);
    watch.close();
  },
};
