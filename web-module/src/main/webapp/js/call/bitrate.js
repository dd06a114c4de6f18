/**
 * The account's cap of what this side sends, one for sound and one for pictures: `bitrateKbps` is all of it, and
 * `voiceBitrateKbps` its part for the voice. The browser's own control of congestion works below.
 *
 * @typedef {import('../wire/protocol.js').CallConnection} CallConnection
 */
const BITS = 1_000;

/** @param {CallConnection} how @returns {{audio: number, video: number}} bits a second */
export const caps = ({bitrateKbps, voiceBitrateKbps}) =>
  ({audio: voiceBitrateKbps * BITS, video: Math.max(bitrateKbps - voiceBitrateKbps, 0) * BITS});

/**
 * To be called when both sides are described; a sender has nothing to cap before.
 * @param {RTCRtpTransceiver[]} transceivers @param {CallConnection} how
 */
export const cap = async (transceivers, how) => {
  const limits = caps(how);
  // the receiver's track tells the kind: a camera that is off has none
  for (const {sender, receiver} of transceivers) await capSender(sender, receiver.track.kind, limits[receiver.track.kind]);
};

const capSender = async (sender, kind, maxBitrate) => {
  const parameters = sender.getParameters();
  if (!parameters.encodings?.length) return;
  parameters.encodings.forEach(encoding => { encoding.maxBitrate = maxBitrate; });
  // a face that moves says more than a sharp one that stands; a browser that does not know this ignores it
  if (kind === 'video') parameters.degradationPreference = 'maintain-framerate';
  await sender.setParameters(parameters);
};
