// What a system pauses goes on: call/keep-playing.js, call/keep-sounding.js, call/picture-watch.js, call/screen-awake.js, on fakes.
import { KeepPlaying } from '/js/call/keep-playing.js';
import { keepSounding } from '/js/call/keep-sounding.js';
import { PictureWatch } from '/js/call/picture-watch.js';
import { Ring } from '/js/call/ring.js';
import { ScreenAwake } from '/js/call/screen-awake.js';
import { equal, until } from './expect.js';

const settled = () => new Promise(resolve => { setTimeout(resolve); });

/** Somebody comes back when the test says so. */
class Back {
  listeners = new Set();
  on(listener) { this.listeners.add(listener); return () => this.listeners.delete(listener); }
  now(slept = false) { [...this.listeners].forEach(listener => listener({ slept })); }
}

/** A media element whose system pauses it, and may refuse. */
class Element extends EventTarget {
  isConnected = true;
  paused = true;
  srcObject = null;
  plays = 0;
  refusal = undefined;
  async play() {
    this.plays++;
    if (this.refusal) throw new DOMException('no', this.refusal);
    if (!this.paused) return;
    this.paused = false;
    this.dispatchEvent(new Event('playing'));
  }
  pause() { this.paused = true; this.dispatchEvent(new Event('pause')); }
}

const stream = () => {
  const track = Object.assign(new EventTarget(), { readyState: 'live' });
  return { track, getTracks: () => [track] };
};

const given = () => {
  const given = { said: [], back: new Back(), devices: new EventTarget(), element: new Element(), stream: stream(), later: [] };
  given.keep = new KeepPlaying({
    onStuck: () => given.said.push('stuck'), onPlaying: () => given.said.push('playing'), back: given.back, devices: given.devices,
    later: act => given.later.push(act),
  });
  given.keep.follow(given.element, given.stream);
  return given;
};

/** An AudioContext that a phone call interrupts. */
class Context extends EventTarget {
  state = 'running';
  resumes = 0;
  allowed = true;
  async resume() { this.resumes++; if (this.allowed) this.is('running'); }
  is(state) { this.state = state; this.dispatchEvent(new Event('statechange')); }
}

export const tests = {
  'plays what it is given, once': async () => {
    const { keep, element, stream: same, said } = given();
    keep.follow(element, same);
    await settled();
    equal([element.plays, element.paused, said], [1, false, ['playing']]);
  },

  'plays at once again what the system paused': async () => {
    const { element } = given();
    element.pause();
    await settled();
    equal([element.plays, element.paused], [2, false]);
  },

  'goes on trying while that is refused, and asks for a press': async () => {
    const { element, said, later } = given();
    element.refusal = 'NotAllowedError';
    element.pause();
    await settled();
    equal(said, ['playing', 'stuck']);
    element.refusal = undefined;
    later.shift()();
    await settled();
    equal([element.paused, said.at(-1)], [false, 'playing']);
  },

  'asks for a press when the system pauses it again and again, and does not fight it': async () => {
    const { element, said, later } = given();
    for (let i = 0; i < 3; i++) element.pause();
    await settled();
    equal([said.filter(each => each === 'stuck').length > 0, later.length], [true, 1], 'one try is to come');
    equal(element.plays, 2, 'tried at once only the first time');
  },

  'tries when somebody is back, a device came, or the track speaks again': async () => {
    const { element, back, devices, stream: { track } } = given();
    const returned = async event => {
      element.paused = true; // without an event, as in a page that was frozen
      event();
      await settled();
      return element.paused;
    };
    equal(await returned(() => back.now()), false);
    equal(await returned(() => devices.dispatchEvent(new Event('devicechange'))), false);
    equal(await returned(() => track.dispatchEvent(new Event('unmute'))), false);
  },

  'leaves alone what has ended, what is not on the page, and what it was told to leave': async () => {
    const ended = given();
    ended.stream.track.readyState = 'ended';
    ended.element.pause();
    const gone = given();
    gone.element.isConnected = false;
    gone.element.pause();
    const left = given();
    left.keep.stop();
    left.element.pause();
    left.back.now();
    equal([ended, gone, left].map(({ element }) => element.plays), [1, 1, 1]);
    equal(left.back.listeners.size, 0);
  },

  'shows a picture anew': () => {
    const { keep, element, stream: same } = given();
    const set = [];
    Object.defineProperty(element, 'srcObject', { get: () => set.at(-1) ?? same, set: value => set.push(value) });
    keep.anew();
    equal([set.length, set[0], set[1] === same, element.plays], [2, null, true, 2]);
  },

  'wakes a sound that was interrupted when it says so, and when somebody is back': async () => {
    const [context, back, devices] = [new Context(), new Back(), new EventTarget()];
    const running = [];
    const leave = keepSounding(context, { onRunning: () => running.push(context.resumes), back, devices });
    context.is('interrupted');
    equal([context.state, running], ['running', [1]]);
    context.allowed = false;
    context.is('suspended');
    context.allowed = true;
    back.now();
    equal(context.state, 'running');
    leave();
    context.is('interrupted');
    equal([context.state, back.listeners.size], ['interrupted', 0]);
  },

  'a ring that was interrupted sounds as soon as it may': async () => {
    const context = new AudioContext();
    await until(() => context.state === 'running', 'it runs');
    await context.suspend();
    let sounded = 0;
    const resume = context.resume.bind(context);
    let allowed = false;
    context.resume = async () => { if (allowed) await resume(); };
    Object.defineProperty(context, 'destination', { get: () => { sounded++; return Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'destination').get.call(context); } });
    const ring = new Ring(() => context);
    ring.start();
    equal(sounded, 0);
    allowed = true;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await until(() => sounded === 1, 'it sounds');
    ring.stop();
    await context.close();
  },

  'a picture stands that is not painted while the page is': () => {
    const [back, frames, paints] = [new Back(), [], []];
    let now = 0;
    const watch = new PictureWatch({ now: () => now, back, frame: painted => paints.push(painted) });
    const element = { requestVideoFrameCallback: shown => frames.push(shown) };
    const passes = milliseconds => { now += milliseconds; watch.watch(element); paints.splice(0).forEach(painted => painted()); };
    passes(0);
    passes(3_000);
    equal(watch.stands(), false);
    passes(1);
    equal(watch.stands(), true);
    equal(watch.stands(), false, 'it begins anew');
    passes(2_000);
    frames.pop()();
    passes(2_000);
    equal(watch.stands(), false, 'it has moved');
    passes(2_000);
    back.now();
    equal(watch.stands(), false, 'the page was hidden');
    now += 60_000;
    equal(watch.stands(), false, 'nothing is painted');
  },

  'no picture stands where the browser cannot say what it paints': () => {
    let now = 0;
    const watch = new PictureWatch({ now: () => now, back: new Back(), frame: painted => painted() });
    watch.watch({});
    now = 10_000;
    watch.watch({});
    equal(watch.stands(), false);
  },

  'keeps the screen awake, anew after the page was hidden, until nobody looks': async () => {
    const [back, page, held] = [new Back(), { visibilityState: 'visible' }, []];
    const lock = { request: async () => {
      const sentinel = Object.assign(new EventTarget(), { released: false, async release() { this.released = true; this.dispatchEvent(new Event('release')); } });
      held.push(sentinel);
      return sentinel;
    } };
    const awake = new ScreenAwake({ lock, back, page });
    awake.want(true);
    awake.want(true);
    await settled();
    equal(held.map(({ released }) => released), [false]);
    page.visibilityState = 'hidden';
    await held[0].release(); // by the browser
    back.now();
    equal(held.length, 1, 'not while it is hidden');
    page.visibilityState = 'visible';
    back.now();
    await settled();
    equal(held.map(({ released }) => released), [true, false]);
    awake.want(false);
    equal(held.map(({ released }) => released), [true, true]);
    back.now();
    equal([held.length, back.listeners.size], [2, 0]);
  },

  'lets the screen go that was given too late, and bears a refusal': async () => {
    let give;
    const awake = new ScreenAwake({ lock: { request: () => new Promise((resolve, reject) => { give = { resolve, reject }; }) }, back: new Back(), page: { visibilityState: 'visible' } });
    const sentinel = Object.assign(new EventTarget(), { released: false, async release() { this.released = true; } });
    awake.want(true);
    awake.want(false);
    give.resolve(sentinel);
    await settled();
    equal(sentinel.released, true);
    awake.want(true);
    give.reject(new DOMException('no', 'NotAllowedError'));
    await settled();
    awake.want(false);
  },
};
