/**
 * When the network gives too little, the picture makes room for the voice: it gets smaller in steps, and pauses at the last.
 * Pure: no clock, no browser. Down goes it fast, since the voice is in danger; up one step at a time, and each is a try:
 * a browser that sends little learns nothing of what more would go. A try that failed makes the next one wait longer.
 *
 * @typedef {'FIRST'|'FULL'|'REDUCED'|'LOW'|'PAUSED'} Step  FIRST: until the network is looked at for the first time
 *
 * @typedef {object} NetworkReading
 * @property {number} at               milliseconds
 * @property {boolean} sends           there is a picture that would be sent; without one there is nothing to judge
 * @property {number} [availableKbps]  what the browser thinks that it may send, voice and picture; Firefox does not say
 * @property {number} [roundTripMs]
 * @property {number} [lostPermille]   of what we sent, as the other side counted it since the last reading
 *
 * @typedef {{bitrateKbps: number, lines: number, framesPerSecond: number, screenFramesPerSecond: number}} Pace
 */
import {selectedPair} from './quality.js';

/** @type {Step[]} */
export const STEPS = ['FULL', 'REDUCED', 'LOW', 'PAUSED'];

/** What a picture may be at a step; at FULL it is what the account allows, and at PAUSED there is none. @type {Record<string, Pace>} */
export const PACES = {
  REDUCED: {bitrateKbps: 400, lines: 360, framesPerSecond: 24, screenFramesPerSecond: 8},
  LOW: {bitrateKbps: 150, lines: 180, framesPerSecond: 15, screenFramesPerSecond: 3},
};

/** What a step needs of the network at least, in kbit/s, the voice included. */
const NEEDS = {FULL: 600, REDUCED: 300, LOW: 220, PAUSED: 0};
/** An account may allow less than a step needs; then this share of what it allows is enough. */
const SHARE_OF_CAP = 0.75;
/** From here on the voice suffers, however much goes through. */
const VOICE_SUFFERS = {roundTripMs: 1_000, lostPermille: 100};
/** From here on nobody tries to send more. */
const CALM = {roundTripMs: 600, lostPermille: 60};

/** So many bad readings in a row, and it goes down. */
export const BAD_READINGS = 2;
/** So long after an outage the other side's reports are still about it (RFC 3550, 6.2: one comes every 5 s). */
export const REPORT_MS = 5_000;
/** A connection that is new, or a step up, needs time until the browser knows what goes. */
export const LEARNING_MS = 8_000;
/** So long it must be calm before a step up; twice as long after each try that failed. */
export const PATIENCE_MS = 8_000;
export const LONGEST_PATIENCE_MS = 64_000;
/** A step up that went wrong within this time has failed. */
export const TRY_MS = 20_000;

const beyond = (limits, reading) => Object.entries(limits).some(([name, limit]) => (reading[name] ?? 0) >= limit);

export class WeakNetwork {
  #capKbps;
  #step = 0;
  #bad = [];
  #calmSince; #learnsUntil; #triedAt; #outageToldUntil;
  #patience = PATIENCE_MS;

  /** @param {{bitrateKbps: number}} how what the account allows, voice and picture */
  constructor({bitrateKbps}) { this.#capKbps = bitrateKbps; }

  /** @returns {Step} */
  get step() { return STEPS[this.#step]; }

  /** Another connection: what the last one showed does not count, but the step stays until it is calm. */
  renew() {
    this.#forget();
    this.#learnsUntil = undefined;
    this.#triedAt = undefined;
  }

  /** Nothing came for a while: that is no weak network, and what was lost in it does not count. @param {number} at milliseconds */
  interrupted(at) {
    this.renew();
    this.#outageToldUntil = at + REPORT_MS;
  }

  /** @param {NetworkReading} reading @returns {Step} */
  take(reading) {
    this.#learnsUntil ??= reading.at + LEARNING_MS;
    if (!reading.sends || reading.at < this.#outageToldUntil) this.#forget();
    else if (this.#isBad(reading)) this.#takeBad(reading);
    else this.#takeGood(reading);
    return this.step;
  }

  #forget() {
    this.#bad = [];
    this.#calmSince = undefined;
  }

  #need(step) { return Math.min(NEEDS[step], SHARE_OF_CAP * this.#capKbps); }

  #givesTooLittle({at, availableKbps}) { return at >= this.#learnsUntil && availableKbps < this.#need(this.step); }

  #isBad(reading) { return this.step !== 'PAUSED' && (beyond(VOICE_SUFFERS, reading) || this.#givesTooLittle(reading)); }

  #takeBad(reading) {
    this.#calmSince = undefined;
    if (this.#bad.push(reading) >= BAD_READINGS) this.#down(reading.at);
  }

  #takeGood(reading) {
    this.#bad = [];
    this.#calmSince = beyond(CALM, reading) ? undefined : this.#calmSince ?? reading.at;
    if (reading.at - this.#triedAt >= TRY_MS) this.#succeeded();
    if (this.#step > 0 && reading.at - this.#calmSince >= this.#patience) this.#up(reading.at);
  }

  /** At once to where it fits, by the kinder one of the bad readings, and one step at least. */
  #down(at) {
    const best = Math.max(...this.#bad.map(each => (this.#givesTooLittle(each) ? each.availableKbps : Infinity)));
    const fitting = STEPS.findIndex(step => best >= this.#need(step));
    this.#step = Math.max(this.#step + 1, fitting);
    if (at - this.#triedAt < TRY_MS) this.#patience = Math.min(2 * this.#patience, LONGEST_PATIENCE_MS);
    this.#triedAt = undefined;
    this.#learnsUntil = at + LEARNING_MS / 2;
    this.#forget();
  }

  #up(at) {
    this.#step -= 1;
    this.#triedAt = at;
    this.#learnsUntil = at + LEARNING_MS;
    this.#forget();
  }

  #succeeded() {
    this.#patience = PATIENCE_MS;
    this.#triedAt = undefined;
  }
}

/**
 * What the report of a connection says of the way out.
 * @param {RTCStatsReport} report
 * @param {{at: number, sends: boolean, since: number}} when `since`: the `stamp` of the reading before, so that what the
 *   other side said only once counts only once
 * @returns {NetworkReading & {stamp: number}}
 */
export const networkReading = (report, {at, sends, since}) => {
  const all = [...report.values()];
  const pair = selectedPair(report, all);
  const said = all.filter(({type, timestamp}) => type === 'remote-inbound-rtp' && timestamp > since);
  const trips = [pair?.currentRoundTripTime, ...said.map(each => each.roundTripTime)].filter(Number.isFinite);
  const losses = said.map(each => each.fractionLost).filter(Number.isFinite);
  return {
    at, sends, stamp: pair?.timestamp ?? since,
    availableKbps: Number.isFinite(pair?.availableOutgoingBitrate) ? pair.availableOutgoingBitrate / 1_000 : undefined,
    roundTripMs: trips.length ? 1_000 * Math.max(...trips) : undefined,
    lostPermille: losses.length ? 1_000 * Math.max(...losses) : undefined,
  };
};
