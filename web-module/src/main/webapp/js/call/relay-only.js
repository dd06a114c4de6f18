/**
 * What of a signal may leave this browser when all media goes over a relay: candidates of the relay, and nothing else. The
 * browser gathers no others then (`iceTransportPolicy`), and the server drops them; this is the same wall once more.
 *
 * @typedef {import('../wire/protocol.js').Signal} Signal
 */
const RELAY = /\styp relay(\s|$)/;
const isCandidate = line => line.startsWith('a=candidate:');

/** @param {Signal} signal @returns {Signal|undefined} nothing where nothing of it may be sent */
export const relayedOnly = signal => {
  if (signal.kind === 'description') return {...signal, description: withoutOthers(signal.description)};
  return !signal.candidate || RELAY.test(signal.candidate.candidate) ? signal : undefined;
};

const withoutOthers = ({type, sdp}) =>
  ({type, sdp: sdp.split(/(?<=\n)/).filter(line => !isCandidate(line) || RELAY.test(line)).join('')});
