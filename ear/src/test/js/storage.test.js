// browser/storage.js and browser/locks.js where a browser denies what they ask for.
import { exclusively } from '/js/browser/locks.js';
import { Kept, local } from '/js/browser/storage.js';
import { KeptCalls } from '/js/call/kept-calls.js';
import { equal, truth, until } from './expect.js';

const denied = () => { throw new DOMException('Access is denied for this document.', 'SecurityError'); };

/** A store that takes nothing more, but has what it has. */
const full = held => ({
  getItem: key => held[key] ?? null,
  setItem: () => { throw new DOMException('full', 'QuotaExceededError'); },
  removeItem: key => { delete held[key]; },
});

/** Locks that refuse, as browsers do that keep nothing. */
const withoutLocks = async action => {
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks');
  Object.defineProperty(Navigator.prototype, 'locks', {configurable: true, value: {request: async () => denied()}});
  try { return await action(); } finally { Object.defineProperty(Navigator.prototype, 'locks', own); }
};

export const tests = {
  'a store that is denied, or is none, works in memory and says that nothing is kept': () => {
    for (const storage of [denied, () => null]) {
      const store = new Kept(storage);
      equal(store.getItem('a'), null);
      store.setItem('a', '1');
      equal(store.getItem('a'), '1');
      store.removeItem('a');
      equal(store.getItem('a'), null);
      equal(store.kept, false);
    }
  },

  'a store of the browser keeps, and holds no copy': () => {
    equal(local.kept, true);
    local.setItem('eyeline.test', '1');
    localStorage.setItem('eyeline.test', 'another tab');
    equal(local.getItem('eyeline.test'), 'another tab');
    local.removeItem('eyeline.test');
    equal(localStorage.getItem('eyeline.test'), null);
  },

  'a full store gives what it has, and what it did not take is remembered over it': () => {
    const held = {old: 'kept', changed: 'before'};
    const store = new Kept(() => full(held));
    equal(store.getItem('old'), 'kept');
    store.setItem('changed', 'after');
    equal(store.getItem('changed'), 'after');
    store.removeItem('changed');
    equal(store.getItem('changed'), null);
    equal(store.kept, false);
  },

  'calls are kept in memory where nothing else is': () => {
    const calls = new KeptCalls({storage: new Kept(denied), key: 'calls'});
    calls.keep({callId: 'a', sessionKey: 'k', left: false});
    equal(calls.of('a').sessionKey, 'k');
    calls.forget('a');
    equal(calls.all, []);
  },

  'a turn that is denied is taken in this page, one after the other': () => withoutLocks(async () => {
    const done = [];
    let goOn;
    const first = exclusively('x', async () => { done.push('first'); await new Promise(resolve => { goOn = resolve; }); done.push('first is done'); });
    const second = exclusively('x', () => done.push('second'));
    await exclusively('y', () => done.push('another name'));
    equal(done, ['first', 'another name']);
    goOn();
    await Promise.all([first, second]);
    equal(done, ['first', 'another name', 'first is done', 'second']);
  }),

  'what an action throws in its turn is thrown on, once': async () => {
    for (const place of [action => action(), withoutLocks]) {
      let runs = 0;
      const outcome = await place(() => exclusively('x', () => { runs++; throw new Error('mine'); }).catch(({message}) => message));
      equal([outcome, runs], ['mine', 1]);
    }
  },

  'who gives up waiting for a turn never has it': async () => {
    for (const place of [action => action(), withoutLocks]) {
      await place(async () => {
        const leaving = new AbortController();
        let goOn;
        const first = exclusively('x', () => new Promise(resolve => { goOn = resolve; }));
        let had = false;
        const second = exclusively('x', () => { had = true; }, leaving).catch(({name}) => name);
        leaving.abort();
        await until(() => goOn, 'the first has its turn');
        goOn();
        await first;
        equal(await second, 'AbortError');
        truth(!had, 'it had a turn');
      });
    }
  },
};
