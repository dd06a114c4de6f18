// console/edit.js beside an API that does what the test says: what is typed into a form outlives it.
import { cleanedValues, rebased } from '/js/console/draft.js';
import { Edit } from '/js/console/edit.js';
import { Drafts } from '/js/drafts/drafts.js';
import { equal, truth } from './expect.js';

const host = {requestUpdate() {}};

/** A tab with its drafts, and a person of the API in it. */
const room = () => {
  const kept = new Map();
  const storage = {getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: key => kept.delete(key)};
  const api = {body: {id: '5', name: 'Ana', role: 'AGENT'}, etag: '"1"', sent: [], answers: []};
  const rest = {
    get: async () => ({ok: true, status: 200, body: api.body, etag: api.etag}),
    patch: async (path, patch, etag) => {
      api.sent.push({path, patch, etag});
      await api.held;
      if (etag !== api.etag) return {ok: false, status: 412, current: api.body, etag: api.etag};
      api.body = {...api.body, ...patch};
      api.etag = `"${Number(api.etag.slice(1, -1)) + 1}"`;
      return {ok: true, status: 200, body: api.body, etag: api.etag};
    },
    post: async (path, body) => {
      api.sent.push({path, body});
      return {ok: true, status: 201, body: {...body, id: '9'}, etag: '"1"'};
    },
    delete: async () => ({ok: true, status: 204})
  };
  const opened = async (how = {}) => {
    const edit = new Edit(host, {rest, drafts: new Drafts('console', storage), path: '/users/5', list: '/users', form: ({id, ...shown}) => shown, ...how});
    if (!edit.isNew) await edit.load();
    return edit;
  };
  return {api, opened, names: () => new Drafts('console', storage).names};
};

export const tests = {
  'what is typed and not saved is put back when the form is opened again, and says so': async () => {
    const {opened, names} = room();
    (await opened()).set({name: 'Anna'});
    const edit = await opened();
    equal([edit.draft.name, edit.before.name, edit.dirty, edit.putBack], ['Anna', 'Ana', true, true]);
    edit.undo();
    equal([edit.draft.name, edit.putBack, names()], ['Ana', false, []]);
    equal((await opened()).putBack, false);
  },

  'what is saved, undone or deleted is no draft any more': async () => {
    const {opened, names} = room();
    const edit = await opened();
    edit.set({name: 'Anna'});
    equal(names(), ['/users/5']);
    edit.set({name: 'Ana'});
    equal(names(), [], 'typed back');
    edit.set({name: 'Anna'});
    await edit.save();
    equal(names(), []);
    edit.set({name: 'A'});
    await edit.remove();
    equal(names(), []);
  },

  'two forms of one thing keep each its own': async () => {
    const {opened} = room();
    (await opened()).set({name: 'Anna'});
    const other = await opened({about: 'texts'});
    equal([other.putBack, other.draft.name], [false, 'Ana']);
  },

  'a new one is put back until it is created': async () => {
    const {opened, names} = room();
    const blank = {name: '', role: 'AGENT'};
    const how = {path: '/users/new', blank, form: body => body};
    (await opened(how)).set({name: 'Ben'});
    const edit = await opened(how);
    equal([edit.draft, edit.putBack], [{name: 'Ben', role: 'AGENT'}, true]);
    await edit.save();
    equal(names(), []);
    edit.set({name: 'Benn'});
    equal(names(), ['/users/9']);
  },

  'what others changed meanwhile stays, and what both changed is asked': async () => {
    const {api, opened} = room();
    (await opened()).set({name: 'Anna'});
    Object.assign(api, {body: {...api.body, role: 'ADMINISTRATOR'}, etag: '"2"'});
    const edit = await opened();
    equal([edit.draft, edit.stale], [{name: 'Anna', role: 'ADMINISTRATOR'}, undefined]);
    Object.assign(api, {body: {...api.body, name: 'Hannah'}, etag: '"3"'});
    const disputed = await opened();
    equal(disputed.stale.conflicts.filter(({both}) => both).map(({field, mine, theirs}) => [field, mine, theirs]), [['name', 'Anna', 'Hannah']]);
    disputed.choose(['name']);
    await disputed.save();
    equal(api.sent.at(-1), {path: '/users/5', patch: {name: 'Anna'}, etag: '"3"'});
  },

  'a dispute that is put off is asked again at the save': async () => {
    const {api, opened} = room();
    (await opened()).set({name: 'Anna'});
    Object.assign(api, {body: {...api.body, name: 'Hannah'}, etag: '"2"'});
    const edit = await opened();
    edit.putOff();
    equal(edit.draft.name, 'Anna');
    await edit.save();
    truth(edit.stale, 'asked again');
    equal(api.body.name, 'Hannah');
  },

  'a password is not kept, and the form says that it has to be typed again': async () => {
    const {opened} = room();
    const edit = await opened();
    edit.set({password: 'violet-Otter-91-lamp'});
    const alone = await opened();
    equal([alone.putBack, alone.withheld, alone.dirty, alone.draft.password], [true, true, false, undefined]);
    edit.set({name: 'Anna'});
    const both = await opened();
    equal([both.withheld, both.dirty, both.draft], [true, true, {name: 'Anna', role: 'AGENT'}]);
  },

  'what is typed while a save is on its way is the next change': async () => {
    const {api, opened, names} = room();
    let free;
    api.held = new Promise(resolve => { free = resolve; });
    const edit = await opened();
    edit.set({name: 'Anna'});
    const saved = edit.save();
    edit.set({name: 'Anna M'});
    free();
    await saved;
    equal([edit.before.name, edit.draft.name, edit.dirty, names()], ['Anna', 'Anna M', true, ['/users/5']]);
  },

  'texts go without what nobody sees, secrets as they were typed': async () => {
    const {api, opened} = room();
    const edit = await opened();
    edit.set({name: 'An\u0000na\ud83d', servers: [{secret: 'a\u0000', url: 'turn:\u0000a'}]});
    await edit.save();
    equal(api.sent[0].patch, {name: 'Anna\ufffd', servers: [{secret: 'a\u0000', url: 'turn:a'}]});
    equal(cleanedValues({password: '\u0000', n: 5, on: true, none: null, gone: undefined}), {password: '\u0000', n: 5, on: true, none: null});
  },

  'changes on top of what is there now': () => {
    const before = {a: 1, b: 1, c: 1};
    equal(rebased(before, {a: 2, b: 1, c: 1}, {a: 1, b: 3, c: 1}), {draft: {a: 2, b: 3, c: 1}, disputed: []});
    equal(rebased(before, {a: 2, b: 1, c: 1}, {a: 2, b: 1, c: 1}), {draft: {a: 2, b: 1, c: 1}, disputed: []});
    equal(rebased(before, {a: 2, b: 1, c: 1}, {a: 3, b: 1, c: 1}).disputed.map(({field}) => field), ['a']);
  }
};
