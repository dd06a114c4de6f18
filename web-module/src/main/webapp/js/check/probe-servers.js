// STUN and TURN servers, asked from this browser as a call asks them, each alone.
import { RelaySearch } from '../call/relay-search.js';
import { together, wayOf } from './rows.js';

const WAYS = ['stun', 'turnUdp', 'turnTcp', 'turnTls'];
/** A browser asks a silent UDP port for 40 s. */
const PATIENCE_MS = 8_000;

/**
 * @param {{ iceServers: RTCIceServer[], withheld: boolean }} servers
 * @param {(id: string, finding: import('./rows.js').Finding) => void} found @param {AbortSignal} signal
 */
export async function probeServers({ iceServers, withheld }, found, signal) {
  await Promise.all(WAYS.map(async (way) => {
    const mine = iceServers.filter(({ urls }) => wayOf(String(urls)) === way);
    if (mine.length === 0) {
      found(way, { outcome: withheld ? 'WITHHELD' : 'NOT_SET_UP' });
    } else {
      found(way, { outcome: together(await Promise.all(mine.map((server) => probe(server, way === 'stun', signal)))) });
    }
  }));
}

/** @param {RTCIceServer} server @param {boolean} stun @param {AbortSignal} signal @returns {Promise<string>} */
async function probe(server, stun, signal) {
  const peer = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: stun ? 'all' : 'relay' });
  try {
    return await new Promise((resolve) => {
      const search = new RelaySearch();
      let silent = !stun;
      peer.onicecandidateerror = (problem) => {
        silent = true;
        search.failed(problem);
        if (search.obstacle === 'RELAY_REFUSED') resolve(search.full ? 'FULL' : 'REFUSED');
      };
      peer.onicecandidate = ({ candidate }) => {
        search.found(candidate);
        if (search.successful || (stun && candidate?.type === 'srflx')) resolve('OK');
        // STUN that found the address which is known already tells of none, and of no error
        else if (!candidate) resolve(silent ? 'UNREACHABLE' : 'OK');
      };
      setTimeout(() => resolve('UNREACHABLE'), PATIENCE_MS);
      signal.addEventListener('abort', () => resolve('UNREACHABLE'));
      peer.createDataChannel('check');
      peer.createOffer().then((offer) => peer.setLocalDescription(offer)).catch(() => resolve('UNREACHABLE'));
    });
  } finally {
    peer.close();
  }
}
