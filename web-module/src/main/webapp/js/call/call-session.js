/**
 * This page's part in one call from the accept on: it brings devices, the other browser and the server's socket
 * together, and shows itself as an immutable view.
 *
 * @typedef {'EXPLAINING'|'OPENING'|'CONNECTING'|'CONNECTED'|'INTERRUPTED'|'OVER'} Phase
 *   EXPLAINING: we say what the browser will ask. OPENING: the browser asks or opens devices. CONNECTING: until media
 *   flows. INTERRUPTED: media stopped, it may come back.
 *
 * @typedef {object} SessionView
 * @property {Phase} phase
 * @property {boolean} asksCamera          the browser will ask for the camera too, not only for the microphone
 * @property {boolean} sendsVideo          this side has a camera button
 * @property {boolean} microphone
 * @property {boolean} camera
 * @property {boolean} canSwitchCamera
 * @property {boolean} mirrored
 * @property {MediaStream} [local]
 * @property {MediaStream} [remote]
 * @property {import('../wire/protocol.js').CallFailure} [failure]  why this side cannot go on
 * @property {import('../wire/protocol.js').CallFailure} [notice]   what did not work; the call goes on
 */
import {CallMode, Side, endCall, failCall, getConnection, joinCall, resumeCall, sendSignal, setMediaState} from '../wire/protocol.js';
import {Media} from './media.js';
import {Peer} from './peer.js';

/** From when both sides have described themselves: Chromium without candidates stays `new` and never says `failed`. */
export const CONNECT_LIMIT_MS = 30_000;
/** How long one side waits for the other one's person to answer the browser's question. */
export const DESCRIPTION_LIMIT_MS = 120_000;
/** What the server was too busy to take is said again after this. */
const AGAIN_MS = 2_000;
const TOO_MANY = 429;
/** How long lost media may take to come back. */
export const INTERRUPTION_LIMIT_MS = 30_000;

export class CallSession {
  #connection; #callId; #side; #sessionKey; #onChange; #media; #peer; #timer; #proceed;
  #early = [];
  #unsent = [];
  #sentSeq = 0;
  #seenSeq = 0;
  #started = false;
  #joined = false;
  /** @type {SessionView} */
  #view = Object.freeze({phase: 'OPENING', asksCamera: false, sendsVideo: false, microphone: true, camera: false,
    canSwitchCamera: false, mirrored: true});

  /**
   * @param {{connection: import('../wire/connection.js').Connection, callId: string, sessionKey: string,
   *   side: import('../wire/protocol.js').Side, onChange: () => void, media?: Media}} options
   */
  constructor({connection, callId, sessionKey, side, onChange, media}) {
    this.#connection = connection;
    this.#callId = callId;
    this.#sessionKey = sessionKey;
    this.#side = side;
    this.#onChange = onChange;
    this.#media = media;
  }

  get view() { return this.#view; }
  get #over() { return this.#view.phase === 'OVER'; }

  /** The call is accepted: now, and not before, devices may open. @param {import('./call-store.js').Call} call */
  async start(call) {
    if (this.#started) return;
    this.#started = true;
    this.#media ??= new Media();
    this.#media.onCameraLost = () => this.#sendCamera();
    const sendsVideo = this.#ownMode(call) === CallMode.VIDEO_CALL;
    const camera = sendsVideo && !call.cameraOffAtStart;
    this.#show({sendsVideo, asksCamera: camera});
    if (this.#side === Side.CONSUMER) await this.#explain(camera);
    if (!this.#over) await this.#openDevices(call, {sendsVideo, camera});
  }

  /** The person has read the explanation. */
  proceed() { this.#proceed?.(); }

  /** @param {import('../wire/protocol.js').SignalBody} body */
  receive({seq, signal}) {
    if (seq <= this.#seenSeq || this.#over) return;
    this.#seenSeq = seq;
    if (this.#peer) this.#take(signal); else this.#early.push(signal);
  }

  /** @param {boolean} on */
  setMicrophone(on) {
    this.#media.setMicrophone(on);
    this.#show({microphone: on});
    this.#tellMediaState();
  }

  /** @param {boolean} on */
  async setCamera(on) {
    if (!on) this.#media.cameraOff();
    const opened = on ? await this.#media.cameraOn() : {ok: true};
    await this.#cameraChanged(opened);
  }

  async switchCamera() { await this.#cameraChanged(await this.#media.switchCamera()); }

  /** A new socket of this page takes its side up again. @returns {Promise<boolean>} whether the call is still there */
  async resume() {
    const answer = await this.#connection.request(resumeCall(this.#callId, this.#sessionKey));
    if (!answer.ok) return answer.code !== 404;
    if (this.#over) return true;
    this.#unsent.forEach(entry => this.#send(entry));
    if (this.#started) this.#tellMediaState();
    if (this.#joined) this.#connection.request(joinCall(this.#callId));
    if (this.#view.phase === 'INTERRUPTED') this.#peer.restart();
    return true;
  }

  /** The person leaves: devices close at once, whatever the socket does; the server is told now or after the resume. */
  hangUp() {
    this.end();
    return this.#tellEnd();
  }

  /** Says again what a broken socket may have swallowed: that this side is not in the call any more. */
  async repeatEnd() { if (this.#over) await this.#tellEnd(); }

  /** What `getStats` of the connection says. */
  stats() { return this.#peer?.stats(); }

  /** The call is over: every device and the connection are let go at once. */
  end() {
    if (this.#over) return;
    clearTimeout(this.#timer);
    this.#peer?.close();
    this.#media?.close();
    this.#show({phase: 'OVER', local: undefined, remote: undefined});
    this.#proceed?.();
  }

  #ownMode({mode, acceptedMode}) { return this.#side === Side.CONSUMER ? acceptedMode : mode; }

  async #explain(camera) {
    if (await this.#media.alreadyAllowed({camera}) || this.#over) return;
    this.#show({phase: 'EXPLAINING'});
    await new Promise(resolve => { this.#proceed = resolve; });
  }

  async #openDevices(call, {sendsVideo, camera}) {
    this.#show({phase: 'OPENING'});
    const opened = await this.#media.open({camera});
    if (this.#over) return this.#media.close();
    if (!opened.ok) return this.#fail(opened.failure);
    this.#showDevices();
    this.#tellMediaState();
    this.#connect(call, sendsVideo);
  }

  #connect(call, sendsVideo) {
    this.#show({phase: 'CONNECTING'});
    this.#limit(DESCRIPTION_LIMIT_MS);
    try {
      this.#peer = this.#newPeer(call, sendsVideo);
    } catch {
      return this.#fail('MEDIA_FAILED'); // the server said nothing of how to connect, or the browser cannot do so
    }
    this.#early.splice(0).forEach(signal => this.#take(signal));
  }

  #newPeer(call, sendsVideo) {
    return new Peer({
      polite: this.#side === Side.CONSUMER,
      video: call.mode === CallMode.VIDEO_CALL,
      sendsVideo,
      onSignal: signal => this.#signal(signal),
      onRemote: remote => this.#show({remote}),
      onState: state => this.#mediaIs(state),
      onBroken: () => this.#fail('MEDIA_FAILED'),
      onStuck: obstacle => { if (!this.#joined) this.#fail(obstacle); },
      renew: () => this.#freshConnection(),
    }, {microphone: this.#media.microphoneTrack, camera: this.#media.cameraTrack, stream: this.#media.stream}, call.connection);
  }

  async #take(signal) {
    const first = !this.#peer.described;
    await this.#peer.receive(signal);
    if (first && this.#peer.described && this.#view.phase === 'CONNECTING') this.#limit(CONNECT_LIMIT_MS);
  }

  #mediaIs(state) {
    if (this.#over) return;
    if (state === 'connected') this.#connected();
    if (state === 'failed' && !this.#joined) this.#cannotConnect();
    if (state !== 'disconnected' && state !== 'failed') return;
    if (this.#view.phase === 'CONNECTED') this.#interrupted();
    if (this.#view.phase === 'INTERRUPTED') this.#peer.restart();
  }

  #connected() {
    clearTimeout(this.#timer);
    this.#show({phase: 'CONNECTED'});
    if (this.#joined) return;
    this.#joined = true;
    this.#connection.request(joinCall(this.#callId));
  }

  #interrupted() {
    this.#show({phase: 'INTERRUPTED'});
    this.#limit(INTERRUPTION_LIMIT_MS);
  }

  #limit(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#cannotConnect(), milliseconds);
  }

  #cannotConnect() { this.#fail((!this.#joined && this.#peer?.obstacle) || 'MEDIA_FAILED'); }

  /** @returns {Promise<import('../wire/protocol.js').CallConnection|undefined>} nothing while the server is away */
  async #freshConnection() {
    const answer = await this.#connection.request(getConnection(this.#callId));
    return answer.ok ? answer.body.connection : undefined;
  }

  #signal(signal) {
    const entry = {seq: ++this.#sentSeq, signal};
    this.#unsent.push(entry);
    this.#send(entry);
  }

  /** Kept until it is answered: what a broken socket swallowed is sent again after the resume. */
  async #send(entry) {
    if (this.#over) return;
    const answer = await this.#connection.request(sendSignal(this.#callId, entry.seq, entry.signal));
    if (answer.code === TOO_MANY) setTimeout(() => this.#send(entry), AGAIN_MS);
    else if (answer.ok || answer.code > 0) this.#unsent = this.#unsent.filter(unsent => unsent !== entry);
  }

  async #cameraChanged(opened) {
    if (this.#over) return this.#media.close();
    await this.#sendCamera();
    this.#show({notice: opened.failure});
  }

  async #sendCamera() {
    await this.#peer?.sendCamera(this.#media.cameraTrack);
    this.#showDevices();
    this.#tellMediaState();
  }

  #tellMediaState() {
    this.#connection.request(setMediaState(this.#callId, this.#view.microphone, this.#view.camera));
  }

  #fail(failure) {
    if (this.#over) return;
    this.#show({failure});
    this.end();
    this.#tellEnd();
  }

  async #tellEnd() {
    const {failure} = this.#view;
    const answer = await this.#connection.request(failure ? failCall(this.#callId, failure) : endCall(this.#callId));
    if (!answer.ok && (answer.code >= TOO_MANY || answer.reason === 'TIMED_OUT')) setTimeout(() => this.#tellEnd(), AGAIN_MS);
    return answer;
  }

  #showDevices() {
    const {cameraTrack, canSwitchCamera, mirrored, stream} = this.#media;
    this.#show({camera: Boolean(cameraTrack), canSwitchCamera, mirrored, local: new MediaStream(stream.getVideoTracks())});
  }

  #show(change) {
    this.#view = Object.freeze({...this.#view, ...change});
    this.#onChange();
  }
}
