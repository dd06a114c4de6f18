/**
 * The account's cap of what this side sends, one for sound and one for pictures: `bitrateKbps` is all of it, and
 * `voiceBitrateKbps` its part for the voice. The browser's own control of congestion works below, and so does the step
 * that a weak network leaves to the picture.
 *
 * @typedef {import('../wire/protocol.js').CallConnection} CallConnection
 */
import {PACES} from './weak-network.js';

const BITS = 1_000;
/**
 * The first picture is so many times smaller: no browser knows yet what the network carries, and a whole one would take a second at what it
 * dares at first.
 */
const FIRST_SMALLER = 3;

/** @param {CallConnection} how @returns {{audio: number, video: number}} bits a second */
export const caps = ({bitrateKbps, voiceBitrateKbps}) =>
  ({audio: voiceBitrateKbps * BITS, video: Math.max(bitrateKbps - voiceBitrateKbps, 0) * BITS});

/**
 * To be called when both sides are described, as there is nothing to cap before, and whenever the step or the track is another one.
 * @param {RTCRtpTransceiver[]} transceivers @param {CallConnection} how @param {import('./weak-network.js').Step} [step]
 */
export const cap = async (transceivers, how, step = 'FULL') => {
  const limits = caps(how);
  // the receiver's track tells the kind: a camera that is off has none
  for (const {sender, receiver: {track: {kind}}} of transceivers) {
    await setEncodings(sender, kind === 'audio' ? voice(limits.audio) : picture(limits.video, step, sender.track));
  }
};

const setEncodings = async (sender, {encoding, ...more}) => {
  const parameters = sender.getParameters();
  if (!parameters.encodings?.length) return;
  parameters.encodings.forEach(each => Object.assign(each, encoding));
  await sender.setParameters(Object.assign(parameters, more));
};

/** It goes before the picture where the browser knows how. */
const voice = maxBitrate => ({encoding: {maxBitrate, priority: 'high', networkPriority: 'high'}});

/**
 * A face that moves says more than a sharp one that stands, letters on a screen must be sharp; a browser that does not
 * know this ignores it.
 * @param {number} maxBitrate @param {import('./weak-network.js').Step} step @param {MediaStreamTrack} [track]
 */
export const picture = (maxBitrate, step, track) => {
  const screen = track?.contentHint === 'detail';
  const pace = PACES[step];
  return {
    degradationPreference: screen ? 'maintain-resolution' : 'maintain-framerate',
    encoding: {
      active: step !== 'PAUSED',
      maxBitrate: pace ? Math.min(maxBitrate, pace.bitrateKbps * BITS) : maxBitrate,
      scaleResolutionDownBy: screen ? 1 : smaller(step, track),
      maxFramerate: !pace ? undefined : screen ? pace.screenFramesPerSecond : pace.framesPerSecond,
    },
  };
};

const smaller = (step, track) => {
  if (step === 'FIRST') return FIRST_SMALLER;
  return PACES[step] ? Math.max(1, shorter(track) / PACES[step].lines) : 1;
};

/** A phone's picture stands upright. */
const shorter = track => {
  const {width = 0, height = 0} = track?.getSettings() ?? {};
  return Math.min(width, height);
};
