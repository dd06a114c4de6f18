// drafts/: what a tab keeps of what somebody has written, whose it is, and what is never kept.
import { hasArrived } from '/js/conversation/outbox.js';
import { keepOutbox, keptOutbox } from '/js/conversation/kept-outbox.js';
import { Writing } from '/js/agent/writing.js';
import { Drafts } from '/js/drafts/drafts.js';
import { isSecret, withoutSecrets } from '/js/drafts/secrets.js';
import { session as tabStorage } from '/js/browser/storage.js';
import { equal, truth } from './expect.js';

/** The store of one tab, which outlives a page. */
const tab = () => {
  const kept = new Map();
  return {kept, getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: key => kept.delete(key)};
};

export const tests = {
  'a draft is there after a reload, by its name, until it is dropped': () => {
    const storage = tab();
    const before = new Drafts('agent', storage);
    before.belongTo('1 ana');
    before.write('c1', 'Dear Mrs');
    before.write('c2', {name: 'Sales', ids: ['a']});
    const after = new Drafts('agent', storage);
    after.belongTo('1 ana');
    equal([after.read('c1'), after.read('c2'), after.read('c3')], ['Dear Mrs', {name: 'Sales', ids: ['a']}, undefined]);
    after.drop('c1');
    after.write('c2', '');
    equal([new Drafts('agent', storage).names, after.read('c1')], [[], undefined]);
    equal(storage.kept.size, 1, 'nothing is left behind but whose it is');
  },

  'pages do not see one another’s drafts': () => {
    const storage = tab();
    new Drafts('agent', storage).write('c1', 'mine');
    equal(new Drafts('console', storage).read('c1'), undefined);
    equal(new Drafts('window.10000001', storage).names, []);
  },

  'drafts go at log-out, and when somebody else comes': () => {
    const storage = tab();
    const drafts = new Drafts('agent', storage);
    equal(drafts.belongTo('1 ana'), false);
    drafts.write('c1', 'Dear Mrs');
    equal(drafts.belongTo('1 ana'), false, 'she logs in again');
    equal(drafts.read('c1'), 'Dear Mrs');
    equal(drafts.belongTo('1 ben'), true);
    equal(drafts.names, []);
    drafts.write('c1', 'Dear Mr');
    drafts.clear();
    equal(storage.kept.size, 0);
  },

  'a log-in that ends by itself takes no draft away: who comes back has it, and another sees nothing of it': async () => {
    const storage = tab();
    const drafts = new Drafts('agent', storage);
    const answers = [];
    const connection = {serverNow: () => 1, request: () => new Promise(done => { answers.push(done); })};
    const writes = () => new Writing(connection, {onChange: () => {}, find: () => ({id: 'c1', dialogId: 'c1', events: []}), drafts});
    drafts.belongTo('1 ana');
    drafts.write('c1', 'Dear Mrs');
    const hers = writes();
    const going = hers.send('c1', 'on its way');
    hers.dispose(); // her log-in has ended by itself
    drafts.belongTo('1 ana');
    equal([drafts.read('c1'), writes().outbox.map(each => [each.text, each.state])], ['Dear Mrs', [['on its way', 'FAILED']]]);
    equal(drafts.belongTo('1 ben'), true);
    answers[0]({ok: false, code: 0, reason: 'OFFLINE', message: 'no'});
    await going;
    equal([drafts.names, writes().outbox, [...storage.kept.values()].some(each => /Mrs|way/.test(each))], [[], [], false], 'he has something of hers');
    drafts.belongTo('1 ana');
    equal(drafts.read('c1'), undefined, 'gone when another logs in');
  },

  'what is written before it is known who writes belongs to who is known then': () => {
    const drafts = new Drafts('window.1', tab());
    drafts.write('message', 'Hello');
    equal(drafts.belongTo('consumer'), false);
    equal(drafts.read('message'), 'Hello');
  },

  'a hundred drafts are kept, the oldest goes': () => {
    const storage = tab();
    const drafts = new Drafts('agent', storage);
    for (let i = 0; i < 101; i++) drafts.write(`c${i}`, 'x');
    equal([drafts.names.length, drafts.read('c0'), drafts.read('c1'), drafts.read('c100')], [100, undefined, 'x', 'x']);
    equal(storage.kept.size, 101);
  },

  'what is too long for the store is kept while the page is open': () => {
    const storage = tab();
    const drafts = new Drafts('agent', storage);
    drafts.write('c1', 'short');
    drafts.write('c1', 'x'.repeat(300_000));
    equal(drafts.read('c1').length, 300_000);
    equal(new Drafts('agent', storage).read('c1'), undefined, 'and not the short one from before');
  },

  'nonsense in the store is no draft': () => {
    const storage = tab();
    storage.setItem('eyeline.drafts.agent', '{"names":"c1"');
    equal(new Drafts('agent', storage).read('c1'), undefined);
    storage.setItem('eyeline.drafts.agent', '{"names":["c1"]}');
    equal(new Drafts('agent', storage).read('c1'), undefined);
  },

  'a password, a secret of a relay, a code are never kept, and that is known': () => {
    const storage = tab();
    const drafts = new Drafts('console', storage);
    drafts.write('user', {fullName: 'Ana', password: 'violet-Otter-91-lamp'});
    drafts.write('account', {name: 'Brand', 'administrator.password': 'violet-Otter-91-lamp', 'administrator.fullName': 'Ada'});
    drafts.write('calls', {draft: {iceServers: [{url: 'turn:a', credential: 'FIXED', username: 'u', secret: 'violet-Otter-91-lamp', hasSecret: true}]}});
    drafts.write('plain', {fullName: 'Ben', password: ''});
    truth(![...storage.kept.values()].some(text => text.includes('Otter')), 'nothing of it is in the store');
    equal(drafts.read('user'), {fullName: 'Ana'});
    equal(drafts.read('calls').draft.iceServers, [{url: 'turn:a', credential: 'FIXED', username: 'u', hasSecret: true}]);
    equal(['user', 'account', 'calls', 'plain', 'none'].map(name => drafts.isWithheld(name)), [true, true, true, false, false]);
    for (const name of ['password', 'newPassword', 'secret', 'clientSecret', 'code', 'otp', 'token', 'bearer', 'administrator.password']) equal(isSecret(name), true, name);
    for (const name of ['hasSecret', 'credential', 'username', 'de.INVITED_VIDEO', 'name', 'key', 'text']) equal(isSecret(name), false, name);
    equal(withoutSecrets('a text'), {value: 'a text', withheld: false});
    equal(withoutSecrets(null), {value: null, withheld: false});
  },

  'a tab whose browser keeps nothing keeps drafts in memory': () => {
    const real = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', {configurable: true, get() { throw new DOMException('denied', 'SecurityError'); }});
    try {
      const drafts = new Drafts('denied', tabStorage);
      drafts.belongTo('ana');
      drafts.write('c1', 'Dear Mrs');
      equal(new Drafts('denied', tabStorage).read('c1'), 'Dear Mrs');
      drafts.clear();
      equal(drafts.read('c1'), undefined);
    } finally {
      Object.defineProperty(window, 'sessionStorage', real);
    }
  },

  'a message on its way when the page goes is there afterwards as not sent, unless it has arrived': () => {
    const drafts = new Drafts('agent', tab());
    const message = {key: 'k1', conversationId: 'c1', text: 'Hello', at: 5};
    keepOutbox(drafts, [{...message, state: 'SENDING'}, {...message, key: 'k2', state: 'SENT', sequence: 4}, {...message, key: 'k3', state: 'FAILED', why: 'x'}]);
    const kept = keptOutbox(drafts);
    equal(kept.map(({key, state, text}) => [key, state, text]), [['k1', 'FAILED', 'Hello'], ['k3', 'FAILED', 'Hello']]);
    truth(kept.every(({why}) => why), 'each says why');
    equal(hasArrived(kept[0], {id: 'c1', events: [{sequence: 9, key: 'k1'}]}), true);
    equal(hasArrived({...kept[0], conversationId: 'NEW'}, {id: 'c1', events: [{sequence: 9, key: 'k1'}]}), true, 'it had made its conversation');
    equal(hasArrived(kept[1], {id: 'c1', events: [{sequence: 9, key: 'k1'}]}), false);
    keepOutbox(drafts, []);
    equal(keptOutbox(drafts), []);
    equal(keptOutbox(undefined), []);
  }
};
