// When the picture makes room for the voice: call/weak-network.js, and what each step is for a sender: call/bitrate.js.
import {LONGEST_PATIENCE_MS, REPORT_MS, WeakNetwork, networkReading} from '/js/call/weak-network.js';
import {picture} from '/js/call/bitrate.js';
import {equal} from './expect.js';

const GOOD = {availableKbps: 2600, roundTripMs: 40, lostPermille: 0};

/** A network that has had its time to learn; `gives` reads it so many times, every two seconds, and answers the steps. */
const network = (bitrateKbps = 2600) => {
  const weak = new WeakNetwork({bitrateKbps});
  let at = 0;
  const gives = (what, times = 1) => Array.from({length: times}, () => weak.take({at: (at += 2000), sends: true, ...GOOD, ...what}));
  gives({}, 5);
  return {gives, weak, get at() { return at; }, until: (what, step) => {
    const began = at;
    while (gives(what)[0] !== step) if (at - began > 200_000) throw new Error(`never ${step}`);
    return (at - began) / 1000;
  }};
};

/** What two readings in a row make of a picture that was whole. */
const TABLE = [
  [{availableKbps: 600}, 'FULL'],
  [{availableKbps: 599}, 'REDUCED'],
  [{availableKbps: 300}, 'REDUCED'],
  [{availableKbps: 299}, 'LOW'],
  [{availableKbps: 220}, 'LOW'],
  [{availableKbps: 219}, 'PAUSED'],
  [{availableKbps: 0}, 'PAUSED'],
  [{availableKbps: undefined}, 'FULL'],
  [{lostPermille: 50}, 'FULL'],
  [{lostPermille: 100}, 'REDUCED'],
  [{roundTripMs: 999}, 'FULL'],
  [{roundTripMs: 1000}, 'REDUCED'],
  [{lostPermille: 300, availableKbps: 150}, 'PAUSED'],
  [{availableKbps: 100, sends: false}, 'FULL'],
];

const report = (more = {}) => new Map(Object.entries({
  T: {type: 'transport', selectedCandidatePairId: 'P'},
  P: {type: 'candidate-pair', timestamp: 9000, currentRoundTripTime: 0.25, availableOutgoingBitrate: 640_000},
  A: {type: 'remote-inbound-rtp', kind: 'audio', timestamp: 8900, fractionLost: 0.125, roundTripTime: 0.5},
  V: {type: 'remote-inbound-rtp', kind: 'video', timestamp: 5000, fractionLost: 0.75, roundTripTime: 4},
  ...more,
}));

export const tests = {
  'goes down to where it fits after two bad readings': () => {
    for (const [what, step] of TABLE) equal(network().gives(what, 2), ['FULL', step], JSON.stringify(what));
  },

  'does not mind one bad reading': () => {
    const {gives} = network();
    equal([...gives({availableKbps: 100}), ...gives({}), ...gives({availableKbps: 100}), ...gives({})], ['FULL', 'FULL', 'FULL', 'FULL']);
  },

  'does not take an outage for a weak network, nor what is told of it afterwards': () => {
    const lossy = {lostPermille: 900, roundTripMs: 3000, availableKbps: 100};
    const outage = network();
    outage.weak.interrupted(outage.at);
    const about = Math.floor((REPORT_MS - 1) / 2000);
    equal(outage.gives(lossy, about).at(-1), 'FULL');
    equal(outage.gives({lostPermille: 900}, 2).at(-1), 'REDUCED', 'after that it counts');
  },

  'takes the kinder one of two bad readings': () => {
    const {gives} = network();
    equal([...gives({availableKbps: 90}), ...gives({availableKbps: 400})], ['FULL', 'REDUCED']);
  },

  'gives a connection time to learn what goes, but not where the voice suffers': () => {
    const weak = new WeakNetwork({bitrateKbps: 2600});
    const take = (at, what) => weak.take({at, sends: true, ...GOOD, ...what});
    equal([0, 2000, 4000, 6000].map(at => take(at, {availableKbps: 150})), ['FULL', 'FULL', 'FULL', 'FULL']);
    const other = new WeakNetwork({bitrateKbps: 2600});
    equal([0, 2000].map(at => other.take({at, sends: true, roundTripMs: 3000})), ['FULL', 'REDUCED']);
  },

  'asks no more of the network than most of what the account allows': () => {
    equal(network(400).gives({availableKbps: 301}, 4).at(-1), 'FULL');
    equal(network(400).gives({availableKbps: 299}, 2).at(-1), 'LOW');
  },

  'comes back one step at a time, each after eight calm seconds': () => {
    const net = network();
    net.gives({availableKbps: 100}, 2);
    equal([net.until({}, 'LOW'), net.until({}, 'REDUCED'), net.until({}, 'FULL')], [10, 10, 10], 'seconds, the first calm reading among them');
  },

  'tries to come back though nothing is sent that would show how much goes': () => {
    const net = network();
    net.gives({availableKbps: 100}, 2);
    equal(net.until({availableKbps: 100}, 'LOW'), 10);
  },

  'does not come back while packets are lost or late': () => {
    const net = network();
    net.gives({availableKbps: 100}, 2);
    equal(new Set([...net.gives({lostPermille: 60}, 30), ...net.gives({roundTripMs: 600}, 30)]).size, 1);
    equal(net.weak.step, 'PAUSED');
  },

  'waits twice as long after each try that failed, and no longer than the longest': () => {
    const net = network();
    net.gives({availableKbps: 100}, 2);
    const waits = [];
    for (let i = 0; i < 5; i++) {
      waits.push(net.until({availableKbps: 100}, 'LOW'));
      net.until({availableKbps: 100}, 'PAUSED');
    }
    equal(waits, [10, 18, 34, LONGEST_PATIENCE_MS / 1000 + 2, LONGEST_PATIENCE_MS / 1000 + 2]);
  },

  'is patient no longer than at first when a try has held': () => {
    const net = network();
    net.gives({availableKbps: 100}, 2);
    net.until({availableKbps: 100}, 'LOW');
    net.until({availableKbps: 100}, 'PAUSED');
    net.until({}, 'FULL');
    net.gives({}, 10);
    net.gives({availableKbps: 100}, 2);
    equal(net.until({}, 'LOW'), 10);
  },

  'keeps its step over another connection': () => {
    const net = network();
    net.gives({availableKbps: 100}, 2);
    net.gives({}, 4);
    net.weak.renew();
    equal(net.gives({}, 4), ['PAUSED', 'PAUSED', 'PAUSED', 'PAUSED']);
  },

  'judges nothing while no picture is sent': () => {
    const net = network();
    net.gives({availableKbps: 100}, 2);
    equal(net.gives({sends: false}, 20).at(-1), 'PAUSED');
  },

  'reads only what the other side said since the last time': () => {
    equal(networkReading(report(), {at: 7, sends: true, since: 7000}),
      {at: 7, sends: true, stamp: 9000, availableKbps: 640, roundTripMs: 500, lostPermille: 125});
    equal(networkReading(report({P: {type: 'other'}}), {at: 7, sends: true, since: 9000}), {at: 7, sends: true, stamp: 9000});
  },

  'makes a camera smaller, and a screen slower': () => {
    const camera = {contentHint: '', getSettings: () => ({width: 1280, height: 720})};
    const screen = {contentHint: 'detail', getSettings: () => ({width: 1920, height: 1080})};
    const of = (step, track, cap = 2_536_000) => {
      const {degradationPreference: prefers, encoding: {active, maxBitrate, scaleResolutionDownBy, maxFramerate}} = picture(cap, step, track);
      return [prefers, active, maxBitrate, scaleResolutionDownBy, maxFramerate];
    };
    equal(of('FULL', camera), ['maintain-framerate', true, 2_536_000, 1, undefined]);
    equal(of('REDUCED', camera), ['maintain-framerate', true, 400_000, 2, 24]);
    equal(of('LOW', camera), ['maintain-framerate', true, 150_000, 4, 15]);
    equal(of('LOW', camera, 100_000)[2], 100_000, 'the account allows less');
    equal(of('PAUSED', camera)[1], false);
    equal(of('REDUCED', screen), ['maintain-resolution', true, 400_000, 1, 8]);
    equal(of('LOW', screen), ['maintain-resolution', true, 150_000, 1, 3]);
    equal(of('LOW', undefined)[3], 1, 'no camera');
  },
};
