/**
 * How a call goes, from `getStats`: readings become a mark and a summary. Pure: no clock, no browser, and no address of anybody.
 *
 * @typedef {'GOOD'|'FAIR'|'POOR'} QualityMark
 *
 * @typedef {object} Reading   what one connection has counted since it began
 * @property {number} at       milliseconds
 * @property {Record<string, number>} counts  see COUNTS
 * @property {number} [roundTripMs]
 * @property {number} [jitterMs]
 * @property {{protocol: string, local: string, remote: string}} [route]
 * @property {{width: number, height: number, framesPerSecond: number}} [picture]
 *
 * @typedef {object} Figures   of an interval or of the whole: shares in permille, `kbps` in kbit/s; docs/protocol.md, call.ReportQuality
 * @property {number} [roundTripMs]
 * @property {{protocol: string, local: string, remote: string}} [route]
 * @property {{packets: number, lostPermille: number, kbps: number, jitterMs: number, concealedPermille: number, freezes: number,
 *   freezeMs: number}} received
 * @property {{packets: number, lostPermille: number, kbps: number}} sent
 * @property {{width: number, height: number, framesPerSecond: number}} [picture]
 */

/** So many intervals in a row must be better before the mark is: it gets worse at once, and better when that lasts. */
export const CALM_INTERVALS = 3;

const MARKS = ['GOOD', 'FAIR', 'POOR'];
const worst = marks => MARKS[Math.max(...marks.map(mark => MARKS.indexOf(mark)))];

/** From where on something is fair, and from where on it is poor. */
const LIMITS = {roundTripMs: [300, 600], lostPermille: [20, 60], jitterMs: [50, 120], concealedPermille: [20, 60], frozenPermille: [20, 150]};

const COUNTS = {
  packetsReceived: 0, packetsLost: 0, bytesReceived: 0, packetsSent: 0, bytesSent: 0, packetsLostOut: 0, concealedSamples: 0, samples: 0,
  freezes: 0, freezeMs: 0,
};

const sum = (list, member) => list.reduce((total, each) => total + (each[member] ?? 0), 0);
const share = (part, all) => (all > 0 ? Math.min(1000, Math.max(0, Math.round(1000 * part / all))) : 0);
const whole = (value, most) => Math.min(most, Math.max(0, Math.round(value)));

/** What the report of a connection says. @param {RTCStatsReport} report @param {number} at @returns {Reading} */
export const reading = (report, at) => {
  const all = [...report.values()];
  const of = type => all.filter(each => each.type === type);
  const [inbound, outbound, remoteInbound] = [of('inbound-rtp'), of('outbound-rtp'), of('remote-inbound-rtp')];
  const [voice, picture] = ['audio', 'video'].map(kind => inbound.find(each => each.kind === kind));
  const pair = selectedPair(report, all);
  const jitters = inbound.map(({jitter}) => jitter).filter(Number.isFinite);
  return {
    at,
    counts: {
      packetsReceived: sum(inbound, 'packetsReceived'), packetsLost: sum(inbound, 'packetsLost'), bytesReceived: sum(inbound, 'bytesReceived'),
      packetsSent: sum(outbound, 'packetsSent'), bytesSent: sum(outbound, 'bytesSent'), packetsLostOut: sum(remoteInbound, 'packetsLost'),
      concealedSamples: voice?.concealedSamples ?? 0, samples: voice?.totalSamplesReceived ?? 0,
      freezes: picture?.freezeCount ?? 0, freezeMs: 1000 * (picture?.totalFreezesDuration ?? 0),
    },
    roundTripMs: milliseconds(pair?.currentRoundTripTime ?? remoteInbound.find(each => each.roundTripTime)?.roundTripTime),
    jitterMs: jitters.length ? 1000 * Math.max(...jitters) : undefined,
    route: pair && route(report.get(pair.localCandidateId), report.get(pair.remoteCandidateId)),
    picture: picture?.frameWidth
      ? {width: picture.frameWidth, height: picture.frameHeight, framesPerSecond: Math.round(picture.framesPerSecond ?? 0)} : undefined,
  };
};

const milliseconds = seconds => (Number.isFinite(seconds) ? 1000 * seconds : undefined);

/** Firefox has no selected pair of the transport, but marks the pair. @param {RTCStatsReport} report @param {object[]} all its entries */
export const selectedPair = (report, all) => {
  const transport = all.find(({type, selectedCandidatePairId}) => type === 'transport' && selectedCandidatePairId);
  return transport ? report.get(transport.selectedCandidatePairId) : all.find(({type, selected: chosen}) => type === 'candidate-pair' && chosen);
};

/** The kind of way, without any address. */
const route = (local, remote) => (local && remote ? {
  protocol: (local.relayProtocol ?? local.protocol).toUpperCase(),
  local: local.candidateType.toUpperCase(),
  remote: remote.candidateType.toUpperCase(),
} : undefined);

/** Whether a relay stands between the two. */
export const isRelayed = ({local, remote}) => local === 'RELAY' || remote === 'RELAY';

/** How an interval was. @param {Figures} figures @param {number} seconds @returns {QualityMark} */
export const markOf = ({roundTripMs = 0, received, sent}, seconds) => {
  if (!received.packets) return 'POOR';
  const found = {
    roundTripMs, jitterMs: received.jitterMs, lostPermille: Math.max(received.lostPermille, sent.lostPermille),
    concealedPermille: received.concealedPermille, frozenPermille: share(received.freezeMs, 1000 * seconds),
  };
  return worst(Object.entries(LIMITS).map(([name, [fair, poor]]) => MARKS[(found[name] >= fair) + (found[name] >= poor)]));
};

/** Adds up one page's part in a call, over all its connections. */
export class Quality {
  #last; #fragment;
  #totals = {...COUNTS};
  #seconds = {GOOD: 0, FAIR: 0, POOR: 0};
  #averaged = {roundTripMs: [0, 0], jitterMs: [0, 0], framesPerSecond: [0, 0]};
  #mark = 'GOOD';
  #better = [];
  #restarts = 0;
  #route; #picture; #interval;

  /** Another connection: it counts from zero. */
  renew() {
    this.#last = undefined;
    this.#fragment = undefined;
  }

  /** @param {Reading} now @param {number} began when this connection was there, milliseconds @param {string} [fragment] of ICE: another one is a restart */
  take(now, began, fragment) {
    const first = !this.#last;
    const {at, counts} = this.#last ?? {at: began, counts: COUNTS};
    const seconds = (now.at - at) / 1000;
    if (seconds <= 0) return;
    const added = Object.fromEntries(Object.keys(COUNTS).map(name => [name, Math.max(0, now.counts[name] - counts[name])]));
    this.#last = now;
    this.#add(now, added);
    if (!first && fragment !== this.#fragment) this.#restarts += 1;
    this.#fragment = fragment;
    this.#interval = figures(added, seconds, {...now, framesPerSecond: now.picture?.framesPerSecond});
    this.#judge(first ? 'GOOD' : markOf(this.#interval, seconds), seconds); // the first moments have gaps in every call
  }

  get mark() { return this.#mark; }

  /** Of the last interval. @returns {Figures|undefined} */
  get interval() { return this.#interval; }

  /** What is told to the server: nothing before the first reading. */
  get summary() {
    if (!this.#interval) return undefined;
    const {GOOD, FAIR, POOR} = this.#seconds;
    const seconds = GOOD + FAIR + POOR;
    const mean = name => { const [total, times] = this.#averaged[name]; return times ? total / times : undefined; };
    return {
      mark: this.#mark, seconds: Math.round(seconds), fairSeconds: Math.floor(FAIR), poorSeconds: Math.floor(POOR), restarts: this.#restarts,
      ...figures(this.#totals, seconds, {roundTripMs: mean('roundTripMs'), jitterMs: mean('jitterMs'), route: this.#route,
        picture: this.#picture, framesPerSecond: mean('framesPerSecond')}),
    };
  }

  #add(now, added) {
    Object.keys(COUNTS).forEach(name => { this.#totals[name] += added[name]; });
    this.#route = now.route ?? this.#route;
    this.#picture = now.picture ?? this.#picture;
    const seen = {roundTripMs: now.roundTripMs, jitterMs: now.jitterMs, framesPerSecond: now.picture?.framesPerSecond};
    Object.entries(seen).filter(([, value]) => value !== undefined).forEach(([name, value]) => {
      const [total, times] = this.#averaged[name];
      this.#averaged[name] = [total + value, times + 1];
    });
  }

  #judge(seen, seconds) {
    this.#seconds[seen] += seconds;
    if (MARKS.indexOf(seen) >= MARKS.indexOf(this.#mark)) {
      this.#mark = seen;
      this.#better = [];
    } else if (this.#better.push(seen) === CALM_INTERVALS) {
      this.#mark = worst(this.#better);
      this.#better = [];
    }
  }
}

/** Whole numbers within the bounds that the server sets. @returns {Figures} */
const figures = (counts, seconds, {roundTripMs, jitterMs = 0, route: way, picture, framesPerSecond = 0}) => ({
  ...(roundTripMs !== undefined && {roundTripMs: whole(roundTripMs, 60_000)}),
  ...(way && {route: way}),
  received: {
    packets: counts.packetsReceived, lostPermille: share(counts.packetsLost, counts.packetsLost + counts.packetsReceived),
    kbps: whole(8 * counts.bytesReceived / seconds / 1000, 1_000_000), jitterMs: whole(jitterMs, 60_000),
    concealedPermille: share(counts.concealedSamples, counts.samples), freezes: counts.freezes, freezeMs: whole(counts.freezeMs, 604_800_000),
  },
  sent: {
    packets: counts.packetsSent, lostPermille: share(counts.packetsLostOut, counts.packetsSent),
    kbps: whole(8 * counts.bytesSent / seconds / 1000, 1_000_000),
  },
  ...(picture && {picture: {width: picture.width, height: picture.height, framesPerSecond: whole(framesPerSecond, 240)}}),
});
