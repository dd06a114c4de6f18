// The line of those who wait, as far as a page knows it: agent/waiting-line.js, and who asks for more of it: agent/waiting.js.
import { FEW, MOST, WaitingLine } from '/js/agent/waiting-line.js';
import { Waiting } from '/js/agent/waiting.js';
import { Notification } from '/js/wire/protocol.js';
import { equal, truth } from './expect.js';

const ring = (number, stopped = false) => ({ringId: `r${number}`, waitingSince: number, stopped});
const rings = (first, last) => Array.from({length: last - first + 1}, (_, i) => ring(first + i));
const ids = line => line.rings.map(({ringId}) => ringId).join(' ');

const begun = (first, last, total) => {
  const line = new WaitingLine();
  line.begin({changes: rings(first, last), total});
  return line;
};

/** The wire's form of a ring. */
const told = ({ringId, waitingSince, stopped}) => ({type: stopped ? 'DELETE' : 'UPSERT',
  result: {ringsDetails: [{ringId}], conversationId: ringId, consumerId: 'c', skillId: '-1', waitingSince}});

class FakeConnection {
  asked = [];
  #listeners = {};
  on(type, listener) { this.#listeners[type] = listener; }
  says(body) { this.#listeners[Notification.ROUTING]({changes: [], ...body}); }
  request({type, body}) {
    return new Promise(answer => this.asked.push({type, body, answer}));
  }
}

export const tests = {
  'a whole line is kept as it changes': () => {
    const line = new WaitingLine();
    equal(line.begin({changes: rings(1, 2), total: 2}).length, 2);
    equal(line.change({changes: [ring(3)], total: 3}).length, 1);
    equal(line.change({changes: [ring(3)], total: 3}).length, 0, 'told twice');
    equal(ids(line), 'r1 r2 r3');
    line.change({changes: [ring(1, true), ring(9, true)], total: 2});
    equal([ids(line), line.total, line.goesOn], ['r2 r3', 2, false]);
  },
  'of a longer line the beginning is known, and a newcomer behind it is counted': () => {
    const line = begun(1, 50, 5000);
    equal(line.change({changes: [ring(9999)], total: 5001}).length, 1);
    equal([line.rings.length, line.total, line.knows('r9999')], [50, 5001, false]);
    line.change({changes: [ring(2000, true)], total: 5000});
    equal([line.rings.length, line.total], [50, 5000], 'one behind was taken');
  },
  'who was taken and comes back has the old place': () => {
    const line = begun(10, 50, 5000);
    line.change({changes: [ring(20, true)], total: 4999});
    line.change({changes: [ring(20)], total: 5000});
    equal(line.rings.slice(9, 12).map(({ringId}) => ringId), ['r19', 'r20', 'r21']);
    line.change({changes: [ring(3)], total: 5001});
    equal(line.rings[0].ringId, 'r3');
  },
  'more is asked for before the known ones are all gone, behind the last of them': () => {
    const line = begun(1, 50, 5000);
    equal(line.wantsMoreAfter, undefined);
    line.change({changes: rings(1, 51 - FEW).map(each => ({...each, stopped: true})), total: 4974});
    equal(line.wantsMoreAfter, 'r50');
    line.append('r50', {changes: rings(51, 100), total: 4970});
    equal([line.rings.length, line.total, line.rings.at(-1).ringId], [74, 4970, 'r100']);
  },
  'although all known ones were taken at once the line goes on where it was': () => {
    const line = begun(1, 50, 5000);
    line.change({changes: rings(1, 50).map(each => ({...each, stopped: true})), total: 4950});
    equal([line.rings.length, line.total, line.wantsMoreAfter], [0, 4950, 'r50']);
    line.change({changes: [ring(7)], total: 4951});
    equal(ids(line), 'r7', 'one that came back stands before the gap');
  },
  'a page that was asked for before the line began anew is dropped, and an empty one is the end': () => {
    const line = begun(1, 50, 5000);
    line.begin({changes: [], total: 0});
    line.append('r50', {changes: rings(51, 100), total: 5000});
    equal([line.rings.length, line.total], [0, 0]);
    const short = begun(1, 2, 3);
    short.append('r2', {changes: [], total: 3});
    equal([short.total, short.goesOn], [2, false]);
  },
  'no rush makes a page keep more than it can use': () => {
    const line = new WaitingLine();
    line.begin({changes: [], total: 0});
    for (let i = 1; i <= 3 * MOST; i++) line.change({changes: [ring(i)], total: i});
    equal([line.rings.length, line.total], [MOST, 3 * MOST]);
    for (let i = 0; i > -10; i--) line.change({changes: [ring(i)], total: 3 * MOST + 1 - i});
    equal([line.rings.length, line.rings[0].ringId, line.rings.at(-1).ringId], [MOST, 'r-9', `r${MOST - 10}`]);
  },
  'what an agent took is gone at once': () => {
    const line = begun(1, 50, 5000);
    line.drop('r1');
    line.drop('r1');
    equal([line.rings[0].ringId, line.total], ['r2', 4999]);
  },
  'many at once are one piece of news, and the next page comes by itself': async () => {
    const connection = new FakeConnection();
    const news = [];
    const waiting = new Waiting(connection, {onChange: () => {}, onRings: (newcomers, total) => news.push([newcomers.length, total])});
    connection.says({snapshot: true, total: 600, changes: rings(1, 50).map(told)});
    connection.says({total: 601, changes: [told(ring(700))]});
    equal(news, [[50, 600], [1, 601]]);
    equal(connection.asked, []);
    connection.says({total: 571, changes: rings(1, 30).map(each => told({...each, stopped: true}))});
    connection.says({total: 570, changes: [told(ring(31, true))]});
    equal(connection.asked.map(({type, body}) => [type, body]), [['routing.MoreRoutingTasks', {after: 'r50'}]], 'once');
    connection.asked[0].answer({ok: true, body: {total: 570, changes: rings(51, 100).map(told)}});
    await Promise.resolve();
    await Promise.resolve();
    equal([waiting.rings.length, waiting.rings[0].ringId, waiting.total], [69, 'r32', 570]);
    truth(news.length === 2, 'a page is no news');
  },
};
