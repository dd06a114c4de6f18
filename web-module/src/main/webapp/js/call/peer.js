/**
 * The way from this browser to the other one: one RTCPeerConnection, candidates trickled. A leaf: it knows tracks and
 * signals, neither the page nor the socket. The agent makes every offer, and the consumer asks for one, so that none collide.
 * Pictures have their place from the start, also in a call of voice: a camera that comes on needs no new offer.
 * The account says how to connect: over which servers, only over a relay or not, and how much each side may send.
 *
 * @typedef {import('../wire/protocol.js').Signal} Signal
 * @typedef {import('../wire/protocol.js').CallConnection} CallConnection
 * @typedef {{microphone?: MediaStreamTrack, camera?: MediaStreamTrack, stream: MediaStream}} Outgoing
 *
 * @typedef {object} PeerOptions
 * @property {boolean} offers             makes every offer; the other one answers, and asks for another way by the signal `restart`
 * @property {(signal: Signal) => void} onSignal
 * @property {(stream: MediaStream) => void} onRemote
 * @property {(state: RTCPeerConnectionState) => void} onState
 * @property {(problem: Error) => void} onBroken   negotiation is impossible
 * @property {(obstacle: import('../wire/protocol.js').CallFailure) => void} onStuck  nothing can come: only a relay may, and none gave an address
 * @property {() => Promise<CallConnection|undefined>} renew  how the account connects now, with credentials that are fresh
 */
import {cap} from './bitrate.js';
import {BUNDLE, PreparedConnection} from './prepared-connection.js';
import {RelaySearch} from './relay-search.js';
import {relayedOnly} from './relay-only.js';

/**
 * Whoever asks for another way within this time gets the one that is looked for already. A browser tries a way each 480 ms while it believes
 * in the one that it has (libwebrtc): each further look adds ways to try, and those of the one before lead nowhere (docs/adr/0010).
 */
export const SAME_RESTART_MS = 500;

export class Peer {
  #connection; #options; #outgoing; #how; #prepared;
  #remote = new MediaStream();
  #search = new RelaySearch();
  #received = Promise.resolve();
  #heard = false;
  #restarted = -Infinity;
  /** @type {import('./weak-network.js').Step} */
  #step = 'FIRST';
  #capped = Promise.resolve();

  /** @param {PeerOptions} options @param {Outgoing} outgoing tracks may come later @param {PreparedConnection} [prepared] while it rang */
  constructor(options, outgoing, prepared = options.offers ? PreparedConnection.offering(outgoing) : new PreparedConnection()) {
    this.#options = options;
    this.#outgoing = outgoing;
    this.#prepared = prepared;
    this.#connection = prepared.connection;
  }

  /** From here on addresses are looked for: whoever offers does so now, and what was offered before is answered. @param {CallConnection} how */
  begin(how) {
    this.#how = how;
    this.#connection.setConfiguration(configuration(how));
    this.#listen();
    this.#received = this.#begin().catch(problem => this.#broken(problem));
  }

  get state() { return this.#connection.connectionState; }
  /** Whether the other side has described itself, and has begun. */
  get described() { return this.#heard && Boolean(this.#connection.remoteDescription); }

  /** The own name in ICE: it changes with each look for another way. */
  get fragment() { return fragment(this.#connection.localDescription); }

  /** What comes from the other side. */
  get remote() { return this.#remote; }

  /** What the relays said to us, if none of them gave us an address. */
  get obstacle() { return this.#search.obstacle; }

  /** Media stopped: looks for another way. Both sides notice at about the same time, and that is one look. */
  async restart() {
    if (performance.now() < this.#restarted + SAME_RESTART_MS) return void this.#repeatOffer();
    this.#restarted = performance.now();
    if (!this.#options.offers) return this.#send({kind: 'restart'});
    await this.#renew();
    if (this.#connection.signalingState === 'closed') return;
    this.#connection.restartIce(); // where an offer is not answered yet, right after that
    this.#repeatOffer();
  }

  /** Takes in what the other side signalled since it began, one after the other. @param {Signal} signal */
  receive(signal) {
    this.#heard = true;
    this.#received = this.#received.then(() => this.#take(signal)).catch(problem => this.#broken(problem));
    return this.#received;
  }

  /** Sends another picture, or none, without negotiating again. @param {MediaStreamTrack} [track] */
  async sendCamera(track) {
    this.#outgoing = {...this.#outgoing, camera: track};
    await this.#transceiver('video')?.sender.replaceTrack(track ?? null);
    if (this.described) await this.#cap(); // a screen is paced in another way than a camera
  }

  /** Whether there is a picture to send, paused or not. */
  get sendsPicture() { return Boolean(this.#transceiver('video')?.sender.track); }

  /** Sends the picture as well as the network allows; the camera stays as it is. @param {import('./weak-network.js').Step} step */
  pace(step) {
    this.#step = step;
    return this.#cap();
  }

  /** Sends another voice, or none, without negotiating again. @param {MediaStreamTrack} [track] */
  async sendMicrophone(track) {
    this.#outgoing = {...this.#outgoing, microphone: track};
    await this.#transceiver('audio')?.sender.replaceTrack(track ?? null);
  }

  /** For how long nothing has come from the other side, in milliseconds. */
  async silence() {
    const received = [...(await this.stats()).values()].filter(({type, lastPacketReceivedTimestamp}) => type === 'inbound-rtp' && lastPacketReceivedTimestamp);
    return received.length ? Math.min(...received.map(({timestamp, lastPacketReceivedTimestamp}) => timestamp - lastPacketReceivedTimestamp)) : 0;
  }

  stats() { return this.#connection.getStats(); }

  /** Says and tries nothing any more; what came last stays to be seen until it is closed. */
  fallSilent() { Object.assign(this.#connection, SILENT); }

  close() {
    this.fallSilent();
    this.#connection.close();
  }

  #listen() {
    const connection = this.#connection;
    connection.onicecandidate = ({candidate}) => this.#gathered(candidate);
    connection.onicecandidateerror = problem => this.#search.failed(problem);
    connection.onicegatheringstatechange = () => this.#stuck();
    connection.onconnectionstatechange = () => this.#options.onState(connection.connectionState);
    connection.ontrack = ({track}) => this.#add(track);
  }

  async #begin() {
    const offer = await this.#prepared.ready;
    if (this.#options.offers) return this.#offer(offer, this.#prepared.told);
    return this.#prepared.offer && this.#answerPrepared();
  }

  /** Begins before the page paints: nothing is waited for that is not needed. */
  async #answerPrepared() {
    const {microphone, camera} = this.#outgoing;
    const answered = this.#connection.setLocalDescription();
    this.#connection.getReceivers().forEach(({track}) => this.#add(track));
    await answered;
    this.#describe();
    await Promise.all([microphone && this.sendMicrophone(microphone), camera && this.sendCamera(camera)]);
    this.#cap();
  }

  /** Of two browsers neither listens for TCP, and one that would is found without being told who asks. */
  #gathered(candidate) {
    if (candidate?.tcpType === 'active') return;
    this.#search.found(candidate);
    this.#send({kind: 'candidate', candidate: plain(candidate)});
  }

  #stuck() {
    const complete = this.#connection.iceGatheringState === 'complete';
    if (complete && this.#how.relayOnly && !this.#search.successful) this.#options.onStuck(this.obstacle ?? 'RELAY_UNREACHABLE');
  }

  /** Relays take a credential for minutes: who asks them again needs a new one. */
  async #renew() {
    const how = await this.#options.renew();
    if (how && this.#connection.signalingState !== 'closed') this.#connection.setConfiguration(configuration(how));
  }

  #add(track) {
    this.#remote.addTrack(track);
    this.#options.onRemote(this.#remote);
  }

  /** @param {RTCSessionDescriptionInit} [offer] what was prepared @param {boolean} [told] the other side has it already */
  async #offer(offer, told = false) {
    await this.#connection.setLocalDescription(offer);
    if (!told) this.#describe();
    this.#connection.onnegotiationneeded = () => this.#offer().catch(problem => this.#broken(problem));
  }

  #take(signal) {
    switch (signal.kind) {
      case 'description': return this.#options.offers ? this.#takeAnswer(signal.description) : this.#takeOffer(signal.description);
      case 'restart': return this.#asked();
      default: return this.#takeCandidate(signal.candidate);
    }
  }

  #asked() {
    if (this.#options.offers && !this.#repeatOffer()) return this.restart();
    return undefined;
  }

  /** An offer that was not answered may have been lost with a socket; who has it already answers it once more. @returns {boolean} whether there was one */
  #repeatOffer() {
    const open = this.#connection.signalingState === 'have-local-offer';
    if (open) this.#describe();
    return open;
  }

  /** What answers an offer that was said twice is left out the second time. */
  async #takeAnswer(answer) {
    if (answer.type !== 'answer' || this.#connection.signalingState !== 'have-local-offer') return;
    await this.#connection.setRemoteDescription(answer);
    this.#cap(); // candidates do not wait for it
  }

  async #takeOffer(offer) {
    if (offer.type !== 'offer') return;
    if (restarts(this.#connection.remoteDescription, offer)) {
      this.#restarted = performance.now();
      await this.#renew();
    }
    await this.#connection.setRemoteDescription(offer);
    await this.#answer();
    this.#cap();
  }

  /** A browser that will not be capped calls all the same: its own control of congestion is there. */
  #cap() {
    // one after the other: a sender takes only the parameters that it gave last
    this.#capped = this.#capped
      .then(() => (this.#connection.signalingState === 'closed' ? undefined : cap(this.#connection.getTransceivers(), this.#how, this.#step)))
      .catch(problem => console.warn('Eyeline: the bitrate could not be capped.', problem.message));
    return this.#capped;
  }

  async #answer() {
    await this.#attach('audio', this.#outgoing.microphone);
    await this.#attach('video', this.#outgoing.camera);
    await this.#connection.setLocalDescription();
    this.#describe();
  }

  /** Puts our own track onto what the other side offered. */
  async #attach(kind, track) {
    const transceiver = this.#transceiver(kind);
    if (!transceiver) return;
    transceiver.direction = 'sendrecv';
    transceiver.sender.setStreams?.(this.#outgoing.stream);
    if (track && track !== transceiver.sender.track) await transceiver.sender.replaceTrack(track);
  }

  async #takeCandidate(candidate) {
    try {
      await this.#connection.addIceCandidate(candidate ?? undefined);
    } catch (problem) {
      console.warn('Eyeline: a candidate was left out.', problem.message); // of an offer that was lost, or nonsense: others may do
    }
  }

  #transceiver(kind) {
    return this.#connection.getTransceivers().find(transceiver => transceiver.receiver.track.kind === kind);
  }

  #describe() {
    const {type, sdp} = this.#connection.localDescription;
    this.#send({kind: 'description', description: {type, sdp}});
  }

  /** With "relay only" no address of this device leaves the browser, whatever it has gathered. */
  #send(signal) {
    const sent = this.#how.relayOnly ? relayedOnly(signal) : signal;
    if (sent) this.#options.onSignal(sent);
  }

  #broken(problem) {
    if (this.#connection.signalingState !== 'closed') this.#options.onBroken(problem);
  }
}

const SILENT = Object.freeze({
  onnegotiationneeded: null, onicecandidate: null, onicecandidateerror: null, onicegatheringstatechange: null, ontrack: null,
  onconnectionstatechange: null,
});

/** @param {CallConnection} how @returns {RTCConfiguration} */
const configuration = ({iceServers, relayOnly}) =>
  ({iceServers, iceTransportPolicy: relayOnly ? 'relay' : 'all', bundlePolicy: BUNDLE});

const fragment = description => description?.sdp.match(/^a=ice-ufrag:(.*)$/m)?.[1].trim();
/** Whether the other side looks for another way than before. */
const restarts = (before, offer) => Boolean(before) && fragment(before) !== fragment(offer);

/** A candidate as it goes over the wire; null and the empty one both say that there are no more. */
const plain = candidate => {
  if (!candidate?.candidate) return null;
  const {candidate: line, sdpMid, sdpMLineIndex, usernameFragment} = candidate;
  const members = {candidate: line, sdpMid, sdpMLineIndex, usernameFragment};
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
};
