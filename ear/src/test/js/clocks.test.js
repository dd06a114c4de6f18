// Times that hold: wire/server-clock.js, wire/deadline.js, wire/returns.js and wire/duty.js, with clocks that the test turns.
import { Deadline } from '/js/wire/deadline.js';
import { duty } from '/js/wire/duty.js';
import { ClockGap, Returns } from '/js/wire/returns.js';
import { ServerClock } from '/js/wire/server-clock.js';
import { equal } from './expect.js';

const HOURS = 3_600_000;

/** Both clocks of a browser. */
class Time {
  wall = 1_000_000;
  steady = 0;
  passes(milliseconds) { this.wall += milliseconds; this.steady += milliseconds; }
  clock() { return new ServerClock(() => this.steady, () => this.wall); }
}

/** What a Deadline needs of a connection, and timers that fire by hand. */
class Line {
  now = 0;
  listeners = new Set();
  timers = [];
  serverNow() { return this.now; }
  on(type, listener) { this.listeners.add(listener); return () => this.listeners.delete(listener); }
  measured(now) { this.now = now; [...this.listeners].forEach(listener => listener()); }
  get set() { return { set: (act, milliseconds) => this.timers.push({ act, milliseconds }) && this.timers.at(-1), clear: timer => { this.timers = this.timers.filter(each => each !== timer); } }; }
}

/** A page whose events the test makes. */
const page = () => Object.assign(new EventTarget(), {
  document: Object.assign(new EventTarget(), { visibilityState: 'visible' }), setInterval(act) { this.tick = act; },
});

export const tests = {
  'somebody sets the system clock by hours, and the time of the server stays': () => {
    const time = new Time();
    const clock = time.clock();
    clock.take(0, 20, 5_000_010);
    time.passes(20);
    equal(clock.now(), 5_000_020);
    time.wall -= 3 * HOURS;
    time.passes(1_000);
    equal(clock.now(), 5_001_020);
  },

  'takes the answer with the shortest way, until that one is old': () => {
    const clock = new Time().clock();
    equal(clock.take(0, 20, 1_000), true);
    equal(clock.take(100, 300, 9_000), false, 'a slower way just after');
    equal(clock.take(200_000, 200_200, 201_000), true, 'a slower way after minutes');
    equal(clock.roundTrip, 200);
  },

  'takes any answer after a sleep': () => {
    const time = new Time();
    const clock = time.clock();
    clock.take(0, 2, 1_001);
    clock.doubt();
    equal(clock.take(10, 5_010, 9_002_510), true);
    time.steady = 5_010;
    equal(clock.now(), 9_005_010);
  },

  'is over in time': () => {
    const line = new Line();
    const over = [];
    new Deadline(line, () => over.push(line.now), line.set).set(1_000);
    equal(line.timers.map(({ milliseconds }) => milliseconds), [1_000]);
    line.now = 1_000;
    line.timers[0].act();
    equal([over, line.listeners.size, line.timers.length], [[1_000], 0, 0]);
  },

  'is over as soon as the clock was measured after a sleep, and not when there is time left': () => {
    const line = new Line();
    const over = [];
    new Deadline(line, () => over.push(line.now), line.set).set(30_000);
    line.measured(12_000);
    equal([over, line.timers.map(({ milliseconds }) => milliseconds)], [[], [18_000]]);
    line.measured(60_000);
    equal([over, line.timers.length], [[60_000], 0]);
  },

  'a timer that comes too early by the better clock waits for the rest': () => {
    const line = new Line();
    const over = [];
    new Deadline(line, () => over.push(line.now), line.set).set(1_000);
    line.now = 400;
    line.timers[0].act();
    equal([over, line.timers.map(({ milliseconds }) => milliseconds)], [[], [600]]);
  },

  'what was given up is not told': () => {
    const line = new Line();
    const deadline = new Deadline(line, () => { throw new Error('told'); }, line.set);
    deadline.set(1_000);
    deadline.clear();
    line.measured(5_000);
    equal([line.timers.length, line.listeners.size], [0, 0]);
  },

  'tells of each way back to a page, and not of its leaving': () => {
    const view = page();
    const told = [];
    new Returns(view, { jumped: () => false }).on(({ slept }) => told.push(slept));
    view.document.dispatchEvent(new Event('visibilitychange'));
    view.document.dispatchEvent(new Event('resume'));
    view.dispatchEvent(new Event('pageshow'));
    view.dispatchEvent(new Event('focus'));
    equal(told, [false, false, false, false]);
    view.document.visibilityState = 'hidden';
    view.document.dispatchEvent(new Event('visibilitychange'));
    view.tick();
    equal(told.length, 4);
  },

  'tells of a sleep that no event has told of': () => {
    const time = new Time();
    const view = page();
    const told = [];
    new Returns(view, new ClockGap(() => time.wall, () => time.steady)).on(({ slept }) => told.push(slept));
    time.passes(2_000);
    view.tick();
    time.wall += HOURS;
    view.tick();
    view.tick();
    equal(told, [true]);
  },

  'what is due while the page is away is done when it comes back': () => {
    let back;
    let steady = 0;
    const done = [];
    const stop = duty(() => done.push(steady), HOURS, { steady: () => steady, back: { on: listener => { back = listener; return () => { back = undefined; }; } } });
    steady = 1_000;
    back({ slept: false });
    equal(done, [], 'not due');
    steady = HOURS;
    back({ slept: false });
    back({ slept: false });
    equal(done, [HOURS], 'due, once');
    back({ slept: true });
    equal(done, [HOURS, HOURS], 'who knows how long it was');
    stop();
    equal(back, undefined);
  },
};
