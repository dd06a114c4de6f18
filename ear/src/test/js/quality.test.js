// The pure part of the quality of a call: call/quality.js.
import { CALM_INTERVALS, Quality, isRelayed, markOf, reading } from '/js/call/quality.js';
import { equal, truth } from './expect.js';

/** A report of the browser, as Chromium makes it; what it says of addresses must not be read. */
const report = (more = {}) => new Map(Object.entries({
  T: {type: 'transport', selectedCandidatePairId: 'P'},
  P: {type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R', currentRoundTripTime: 0.034},
  L: {type: 'local-candidate', candidateType: 'relay', protocol: 'udp', relayProtocol: 'tls', address: '192.0.2.7', url: 'turns:192.0.2.9'},
  R: {type: 'remote-candidate', candidateType: 'srflx', protocol: 'udp', address: '198.51.100.4'},
  A: {type: 'inbound-rtp', kind: 'audio', packetsReceived: 500, packetsLost: 10, bytesReceived: 50_000, jitter: 0.004,
    concealedSamples: 480, totalSamplesReceived: 48_000},
  V: {type: 'inbound-rtp', kind: 'video', packetsReceived: 1500, packetsLost: 0, bytesReceived: 450_000, jitter: 0.009, freezeCount: 1,
    totalFreezesDuration: 0.42, frameWidth: 1280, frameHeight: 720, framesPerSecond: 29},
  O: {type: 'outbound-rtp', kind: 'audio', packetsSent: 1000, bytesSent: 100_000},
  I: {type: 'remote-inbound-rtp', kind: 'audio', packetsLost: 20, roundTripTime: 0.05},
  ...more,
}));

const counts = (packets, more = {}) => ({packetsReceived: packets, packetsLost: 0, bytesReceived: 100 * packets, packetsSent: packets,
  bytesSent: 100 * packets, packetsLostOut: 0, concealedSamples: 0, samples: 480 * packets, freezes: 0, freezeMs: 0, ...more});
const at = (second, numbers, more = {}) => ({at: 1000 * second, counts: numbers, roundTripMs: 20, jitterMs: 3, ...more});

/** A call of intervals of 5 s, each with so many lost of 100. */
const lossy = (...losses) => {
  const quality = new Quality();
  let [second, received, lost] = [1, 100, 0];
  quality.take(at(second, counts(received)), 0, 'a');
  return losses.map(loss => {
    [second, received, lost] = [second + 5, received + 100 - loss, lost + loss];
    quality.take(at(second, counts(received, {packetsLost: lost})), 0, 'a');
    return quality.mark;
  });
};

export const tests = {
  'reads what a connection counted, and no address': () => {
    const read = reading(report(), 7000);
    equal(read.counts, {packetsReceived: 2000, packetsLost: 10, bytesReceived: 500_000, packetsSent: 1000, bytesSent: 100_000, packetsLostOut: 20,
      concealedSamples: 480, samples: 48_000, freezes: 1, freezeMs: 420});
    equal(read.route, {protocol: 'TLS', local: 'RELAY', remote: 'SRFLX'});
    equal(Math.round(read.roundTripMs), 34);
    truth(isRelayed(read.route), 'relayed');
    truth(!JSON.stringify(read).match(/192|198|turns/), 'no address');
  },

  'reads the selected pair where the transport does not name it': () => {
    const firefox = report({T: {type: 'other'}, P: {...report().get('P'), selected: true}});
    equal(reading(firefox, 1).route.local, 'RELAY');
    equal(reading(report({T: {type: 'other'}}), 1).route, undefined);
  },

  'sums up in whole numbers': () => {
    const quality = new Quality();
    quality.take(reading(report(), 10_000), 0, 'a');
    equal(quality.summary, {mark: 'GOOD', seconds: 10, fairSeconds: 0, poorSeconds: 0, restarts: 0, roundTripMs: 34,
      route: {protocol: 'TLS', local: 'RELAY', remote: 'SRFLX'},
      received: {packets: 2000, lostPermille: 5, kbps: 400, jitterMs: 9, concealedPermille: 10, freezes: 1, freezeMs: 420},
      sent: {packets: 1000, lostPermille: 20, kbps: 80}, picture: {width: 1280, height: 720, framesPerSecond: 29}});
  },

  'has nothing to say before the first reading': () => {
    equal(new Quality().summary, undefined);
  },

  'finds an interval good, fair or poor': () => {
    const figures = (more, sent = {}) => ({roundTripMs: 20, received: {packets: 9, lostPermille: 0, jitterMs: 1, concealedPermille: 0, freezeMs: 0, ...more},
      sent: {lostPermille: 0, ...sent}});
    equal(markOf(figures({}), 5), 'GOOD');
    equal(markOf(figures({lostPermille: 20}), 5), 'FAIR');
    equal(markOf(figures({}, {lostPermille: 60}), 5), 'POOR');
    equal(markOf({...figures({}), roundTripMs: 600}, 5), 'POOR');
    equal(markOf(figures({concealedPermille: 30}), 5), 'FAIR');
    equal(markOf(figures({freezeMs: 1000}), 5), 'POOR');
    equal(markOf(figures({packets: 0}), 5), 'POOR', 'nothing came');
  },

  'gets worse at once and better only when that lasts': () => {
    equal(lossy(0, 10, 0, 0, 10, 0, 0, 0), ['GOOD', 'POOR', 'POOR', 'POOR', 'POOR', 'POOR', 'POOR', 'GOOD']);
    equal(lossy(10, 0, 3, 0), ['POOR', 'POOR', 'POOR', 'FAIR']);
    equal(CALM_INTERVALS, 3);
  },

  'adds up over connections, which count from zero': () => {
    const quality = new Quality();
    quality.take(at(5, counts(100)), 0, 'a');
    quality.renew();
    quality.take(at(12, counts(40)), 10_000, 'b');
    equal([quality.summary.received.packets, quality.summary.seconds, quality.summary.restarts], [140, 7, 0]);
  },

  'counts how often another way was looked for': () => {
    const quality = new Quality();
    ['a', 'a', 'b', 'c'].forEach((fragment, i) => quality.take(at(5 + 5 * i, counts(100 * (i + 1))), 0, fragment));
    equal(quality.summary.restarts, 2);
  },
};
