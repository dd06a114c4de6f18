/**
 * This page's part in one call from the accept on: it brings devices, the other browser and the server's socket
 * together, and shows itself as an immutable view.
 *
 * @typedef {import('./session-view.js').SessionView} SessionView
 */
import {Side, endCall, failCall, getConnection, joinCall, prepareCall, reportQuality, resumeCall} from '../wire/protocol.js';
import {CallModeSwitch, sendsVideo} from './call-mode.js';
import {Media} from './media.js';
import {MediaWait} from './media-wait.js';
import {Peer} from './peer.js';
import {PreparedConnection} from './prepared-connection.js';
import {FIRST_VIEW} from './session-view.js';
import {ScreenShare} from './screen-share.js';
import {QualityWatch} from './quality-watch.js';
import {WeakNetworkWatch} from './weak-network-watch.js';
import {AGAIN_MS, SignalWay, TOO_MANY} from './signal-way.js';
import {sentState} from './sent-state.js';
import {ToldMediaState} from './told-media-state.js';
import {ANSWER_LIMIT_MS, CONNECT_LIMIT_MS, DESCRIPTION_LIMIT_MS} from './time-limits.js';

export class CallSession {
  #connection; #callId; #side; #sessionKey; #onChange; #onKept; #kept; #media; #signals; #told; #proceed; #answer;
  /** @type {import('./call-store.js').Call|undefined} */
  #call;
  /** @type {Peer|undefined} */
  #peer;
  /** What it will begin with, while the call rings. @type {PreparedConnection|undefined} */
  #prepared;
  /** That of the round before: its last picture is shown until the new one comes. @type {Peer|undefined} */
  #former;
  /** Signals that came before this page knew that the call is accepted, and before it was ready for them. */
  #premature = [];
  #early = [];
  #screen = new ScreenShare();
  #quality = new QualityWatch({
    report: summary => this.#connection.request(reportQuality(this.#callId, summary)), onChange: quality => { if (!this.#over) this.#show({quality}); },
  });
  #network = new WeakNetworkWatch({onChange: () => this.#paced()});
  #wait;
  #started = false;
  #opened = false;
  #mode;
  #joined = false;
  /** @type {SessionView} */
  #view = FIRST_VIEW;

  /**
   * @param {{connection: import('../wire/connection.js').Connection, callId: string, sessionKey: string,
   *   side: import('../wire/protocol.js').Side, onChange: () => void, media?: Media,
   *   prepared?: PreparedConnection, kept?: import('./kept-calls.js').KeptCall, onKept?: (kept: import('./kept-calls.js').KeptCall) => void}} options
   *   `prepared`: by this page, while it rang. `kept`: the call ran before, in a page that is gone. `onKept`: what the next page would need
   */
  constructor({connection, callId, sessionKey, side, onChange, media, prepared, kept, onKept = () => {}}) {
    this.#connection = connection;
    this.#callId = callId;
    this.#sessionKey = sessionKey;
    this.#side = side;
    this.#onChange = onChange;
    this.#media = media;
    this.#prepared = prepared;
    this.#kept = kept;
    this.#onKept = onKept;
    this.#mode = new CallModeSwitch({connection, callId, side, show: change => { if (!this.#over) this.#show(change); }});
    this.#signals = new SignalWay({connection, callId});
    this.#wait = new MediaWait({
      clock: connection, probe: () => connection.probe(), restart: () => this.#restart(), onTooLong: () => this.#cannotConnect(),
      onOutage: () => this.#network.interrupted(), onSilent: silent => this.#show({silent}),
    });
    this.#told = new ToldMediaState({connection, callId});
    this.#keep();
  }

  /** It rings: the agent's page tells with what it will begin, so that who accepts can answer at once. Nothing is opened. */
  async prepare() {
    try {
      this.#media = new Media();
      this.#media.lookAhead();
      const prepared = this.#prepared ??= PreparedConnection.offering();
      prepared.told = false;
      const answer = await this.#connection.request(prepareCall(this.#callId, await prepared.ready));
      prepared.told = answer.ok;
    } catch { /* said when it is accepted */ }
  }

  get view() { return this.#view; }
  get #over() { return this.#view.phase === 'OVER'; }

  /**
   * The call is accepted, and ours, or something of it is new. At the first time, and not before, devices open.
   * @param {import('./call-store.js').Call} call
   */
  follow(call) {
    const before = this.#call;
    this.#call = call;
    if (this.#started && this.#mode.follow(before, call)) this.#stopPictures('VOICE_AGAIN');
    if (!this.#started) this.#start();
    else if (call.round > this.#signals.round) this.#nextRound();
    else if (before.other !== call.other && call.other === 'HERE') {
      this.#repeatMediaState();
      this.#wait.somebodyIsBack();
    }
  }

  async #start() {
    const call = this.#call;
    this.#started = true;
    this.#signals.begin(call.round);
    this.#premature.splice(0).forEach(body => this.receive(body));
    this.#media ??= new Media();
    this.#media.onDevicesChanged = notice => this.#devicesChanged(notice ?? this.#view.notice);
    this.#screen.onEnded = this.#screen.onMuted = () => this.#devicesChanged();
    this.#media.onQuestion = this.#screen.onQuestion = () => this.#asks();
    this.#answer = setTimeout(() => this.#fail('MICROPHONE_UNANSWERED'), ANSWER_LIMIT_MS);
    const shows = sendsVideo(this.#side, call);
    const camera = shows && (this.#kept?.camera ?? !call.cameraOffAtStart);
    // where the browser asks nobody, media is agreed on while devices open: at once, before anything is painted
    if (this.#media.allows({camera})) this.#connect();
    this.#show({canShareScreen: this.#screen.possible, sendsVideo: shows, asksCamera: camera});
    if (!this.#peer) await this.#connectOrExplain(camera);
    if (!this.#over) await this.#openDevices(camera);
  }

  async #connectOrExplain(camera) {
    const allowed = await this.#media.alreadyAllowed({camera});
    if (this.#over) return;
    if (allowed) this.#connect();
    else if (this.#side === Side.CONSUMER && !this.#media.forbidden) await this.#explain();
  }

  async #stopPictures(notice) {
    this.#show({asked: false, sendsVideo: false});
    if (this.#opened) await this.#devicesChanged(notice);
  }

  /** No pictures any more, on either side; the own ones stop at once, whatever the server says. */
  async voiceOnly() {
    await this.#stopPictures(this.#view.notice);
    await this.#mode.toVoice();
  }

  /** The person does not want to be seen. */
  staysUnseen() { this.#show({asked: false}); }

  /** The person has read the explanation. */
  proceed() { this.#proceed?.(); }

  /** @param {import('../wire/protocol.js').SignalBody} body */
  receive(body) {
    if (!this.#started) return void this.#premature.push(body);
    if (!this.#signals.isNews(body)) return;
    if (this.#peer) this.#take(body.signal); else this.#early.push(body.signal);
  }

  /** @param {boolean} on */
  async setMicrophone(on) {
    const had = this.#media.microphoneTrack;
    const opened = await this.#media.setMicrophone(on);
    await this.#devicesChanged(had ? this.#view.notice : opened.failure);
  }

  /** @param {boolean} on */
  async setCamera(on) {
    this.#show({asked: false});
    if (this.#view.opensCamera || this.#view.unanswered?.camera) return;
    if (on && !this.#view.sendsVideo && !await this.#mode.toVideo() || this.#over) return;
    if (!on) this.#media.cameraOff();
    const opened = on ? await this.#media.cameraOn() : {ok: true};
    await this.#devicesChanged(opened.failure);
  }

  async switchCamera() { await this.#devicesChanged((await this.#media.switchCamera()).failure); }

  /** @param {import('./device-choice.js').DevicePick} pick */
  async choose(pick) { await this.#devicesChanged((await this.#media.choose(pick)).failure); }

  /** @param {boolean} on */
  async shareScreen(on) {
    const shared = on ? await this.#screen.start() : this.#screen.stop();
    await this.#devicesChanged(shared?.failure);
  }

  /**
   * A new socket of this page takes its side up again. Media that was not agreed on yet begins anew.
   * @returns {Promise<'THERE'|'OVER'|'TAKEN'>} TAKEN: another tab of this person has the call
   */
  async resume() {
    const answer = await this.#connection.request(resumeCall(this.#callId, this.#sessionKey, this.#agreedRound));
    if (!answer.ok) return {404: 'OVER', 403: 'TAKEN'}[answer.code] ?? 'THERE';
    this.#sessionKey = answer.body.sessionKey;
    if (this.#over) return 'THERE';
    this.#keep();
    this.#signals.repeat();
    if (this.#started) this.#repeatMediaState();
    else if (this.#side === Side.AGENT) this.prepare();
    if (this.#joined) this.#connection.request(joinCall(this.#callId));
    this.#wait.somebodyIsBack();
    return 'THERE';
  }

  get #agreedRound() { return this.#peer?.described ? this.#signals.round : undefined; }

  /** The person leaves: devices close at once, whatever the socket does; the server is told now or after the resume. */
  hangUp() {
    this.close();
    return this.#tellEnd();
  }

  /** The person is not here any more; somebody else tells the server why. */
  close() {
    this.#quality.tell();
    this.end();
  }

  /** Says again what a broken socket may have swallowed: that this side is not in the call any more. */
  async repeatEnd() { if (this.#over) await this.#tellEnd(); }

  /** The browser has a network again. */
  networkIsBack() { this.#wait.networkIsBack(); }

  /** The call is over: every device and the connection are let go at once. */
  end() {
    if (this.#over) return;
    clearTimeout(this.#answer);
    this.#quality.close();
    this.#network.close();
    this.#wait.close();
    this.#signals.close();
    this.#former?.close();
    this.#prepared?.close();
    this.#peer?.close();
    this.#letDevicesGo();
    this.#show({phase: 'OVER', local: undefined, remote: undefined});
    this.#proceed?.();
  }

  async #explain() {
    this.#show({phase: 'EXPLAINING'});
    this.#tellMediaState();
    await new Promise(resolve => { this.#proceed = resolve; });
  }

  /** Where a person is asked, once for both; where nobody is, the voice does not wait for the camera. */
  async #openDevices(camera) {
    const opensCamera = camera && this.#media.allows({camera});
    this.#show({phase: 'OPENING', asksPerson: !this.#media.allows({camera})});
    if (this.#kept?.microphone === false) await this.#media.setMicrophone(false); // before anybody hears it
    const opened = await this.#media.open({camera: camera && !opensCamera});
    if (this.#over) return this.#media.close();
    if (!opened.ok) return this.#fail(opened.failure);
    this.#opened = true;
    clearTimeout(this.#answer);
    this.#show({opensCamera});
    if (!this.#view.sendsVideo) this.#endPictures(); // it became a call of voice while the browser asked
    this.#showDevices();
    this.#tellMediaState();
    this.#show({phase: 'CONNECTING', notice: opened.notice});
    this.#wait.limit(this.#peer?.described ? CONNECT_LIMIT_MS : DESCRIPTION_LIMIT_MS);
    if (!this.#peer) this.#connect();
    if (opensCamera) this.#cameraFollows();
    await this.#giveTracks();
    if (this.#peer?.state === 'connected') this.#connected();
  }

  async #cameraFollows() {
    const opened = await this.#media.cameraOn();
    if (!this.#over) this.#show({opensCamera: false});
    await this.#devicesChanged(opened.failure ?? this.#view.notice);
  }

  #giveTracks() {
    return Promise.all([this.#peer?.sendMicrophone(this.#media.microphoneTrack), this.#peer?.sendCamera(this.#picture)]);
  }

  /** The other side's page was loaded anew, or ours lost what it had: both connect again; the devices stay open. */
  #nextRound() {
    this.#signals.begin(this.#call.round);
    this.#early = [];
    if (this.#prepared) this.#prepared.told = false;
    if (!this.#peer) return;
    this.#former?.close();
    this.#former = this.#peer;
    this.#former.fallSilent();
    if (this.#joined) {
      this.#show({phase: 'INTERRUPTED'});
      this.#wait.beginsAnew();
    } else {
      this.#wait.limit(DESCRIPTION_LIMIT_MS);
    }
    this.#repeatMediaState();
    this.#connect();
  }

  #connect() {
    try {
      this.#peer = this.#newPeer({microphone: this.#media.microphoneTrack, camera: this.#picture, stream: this.#media.stream}, this.#takePrepared());
      this.#peer.begin(this.#call.connection);
    } catch {
      return this.#fail('NOT_AGREED'); // the server said nothing of how to connect, or the browser cannot do so
    }
    this.#early.splice(0).forEach(signal => this.#take(signal));
  }

  /** What the agent's page has announced is what it begins with; one that was loaded anew has withdrawn it. */
  #takePrepared() {
    const {offer} = this.#call;
    const prepared = this.#prepared;
    this.#prepared = undefined;
    if (this.#side === Side.AGENT || prepared && prepared.offer.sdp === offer?.sdp) return prepared;
    prepared?.close();
    return offer && PreparedConnection.answering(offer);
  }

  /** @param {import('./peer.js').Outgoing} outgoing @param {PreparedConnection} [prepared] */
  #newPeer(outgoing, prepared) {
    return new Peer({
      offers: this.#side === Side.AGENT,
      onSignal: signal => this.#signals.send(signal),
      onRemote: remote => { if (!this.#former) this.#show({remote}); },
      onState: state => this.#mediaIs(state),
      onBroken: () => this.#fail('NOT_AGREED'),
      onStuck: obstacle => { if (!this.#joined) this.#fail(obstacle); },
      renew: () => this.#freshConnection(),
    }, outgoing, prepared);
  }

  async #take(signal) {
    const first = !this.#peer.described;
    await this.#peer.receive(signal);
    if (first && this.#peer.described && this.#view.phase === 'CONNECTING') this.#wait.limit(CONNECT_LIMIT_MS);
  }

  #mediaIs(state) {
    if (this.#over) return;
    if (state === 'connected') this.#connected();
    if (state === 'failed' && !this.#joined) this.#fail(this.#peer.obstacle ?? 'MEDIA_FAILED');
    if (state !== 'disconnected' && state !== 'failed') return;
    if (this.#view.phase === 'CONNECTED') {
      this.#show({phase: 'INTERRUPTED'});
      this.#wait.begins(this.#peer);
    }
    this.#wait.lookElsewhere();
  }

  #connected() {
    if (!this.#opened || this.#over) return;
    this.#former?.close();
    this.#former = undefined;
    this.#show({phase: 'CONNECTED', remote: this.#peer.remote});
    this.#quality.watch(this.#peer);
    this.#network.watch(this.#peer, this.#call.connection);
    this.#wait.isOver(this.#peer);
    if (this.#joined) return;
    this.#joined = true;
    this.#connection.request(joinCall(this.#callId));
  }

  /** Another way, where there is somebody to find. */
  #restart() { if (this.#joined && !this.#over && this.#call.other !== 'LEFT') this.#peer.restart(); }

  /** It took too long; of a network nothing is known before both have described themselves. */
  #cannotConnect() { this.#fail(this.#joined ? 'MEDIA_LOST' : this.#peer?.obstacle ?? (this.#peer?.described ? 'MEDIA_FAILED' : 'NOT_AGREED')); }

  /** @returns {Promise<import('../wire/protocol.js').CallConnection|undefined>} nothing while the server is away */
  async #freshConnection() {
    const answer = await this.#connection.request(getConnection(this.#callId));
    return answer.ok ? answer.body.connection : undefined;
  }

  /** What the other side sees. */
  get #picture() { return this.#screen.track ?? this.#media.cameraTrack; }

  #endPictures() {
    this.#screen.stop();
    this.#media.cameraOff();
  }

  #letDevicesGo() {
    this.#screen.stop();
    this.#media?.close();
  }

  async #devicesChanged(notice) {
    if (this.#over) return this.#letDevicesGo();
    if (!this.#view.sendsVideo) this.#endPictures();
    this.#show({notice});
    await this.#giveTracks();
    this.#showDevices();
    this.#tellMediaState();
  }

  /** For the page that comes after this one. */
  #keep(left = false) {
    const {microphone, camera, opensCamera} = this.#opened ? this.#view : this.#kept ?? {};
    this.#onKept({callId: this.#callId, sessionKey: this.#sessionKey, microphone, camera: opensCamera || camera, left});
  }

  /** This page is left: the next one may take the call at once. */
  leave() { if (!this.#over) this.#keep(true); }

  /** Before devices are open the other side is told only for what this one waits: of a page that was loaded anew it knows the state before. */
  #tellMediaState() {
    this.#keep();
    const state = sentState(this.#view, this.#opened);
    if (this.#opened || state.waitingFor) this.#told.tell(state);
  }

  /** The browser was asked for something, has answered, or has not for a while. */
  #asks() {
    if (this.#over) return;
    this.#show({unanswered: this.#media.unanswered ?? this.#screen.unanswered});
    this.#tellMediaState();
  }

  #repeatMediaState() {
    this.#told.mayBeMissed();
    this.#tellMediaState();
  }

  #fail(failure) {
    if (this.#over) return;
    this.#show({failure});
    this.#quality.tell();
    this.end();
    this.#tellEnd();
  }

  async #tellEnd() {
    const {failure} = this.#view;
    const answer = await this.#connection.request(failure ? failCall(this.#callId, failure) : endCall(this.#callId));
    if (!answer.ok && (answer.code >= TOO_MANY || answer.reason === 'TIMED_OUT')) setTimeout(() => this.#tellEnd(), AGAIN_MS);
    return answer;
  }

  /** The network leaves the picture another step: both are told when it pauses, and when it is back. */
  #paced() {
    if (this.#over || this.#pausedForVoice === this.#view.pausedForVoice) return;
    this.#show({pausedForVoice: this.#pausedForVoice});
    this.#tellMediaState();
  }

  get #pausedForVoice() { return Boolean(this.#picture) && this.#network.step === 'PAUSED'; }

  #showDevices() {
    const {microphoneOn, cameraTrack, canSwitchCamera, mirrored, inventory, speaker, heldBySystem} = this.#media;
    const sharesScreen = Boolean(this.#screen.track);
    this.#show({microphone: microphoneOn, camera: Boolean(cameraTrack), canSwitchCamera, mirrored: mirrored && !sharesScreen, sharesScreen,
      local: this.#localPicture(), pausedForVoice: this.#pausedForVoice, devices: inventory, speaker,
      heldBySystem: {...heldBySystem, screen: this.#screen.heldBySystem}});
  }

  /** The same stream as long as it is the same picture, so that it does not start anew. */
  #localPicture() {
    const {local} = this.#view;
    return local && local.getVideoTracks()[0] === this.#picture ? local : new MediaStream(this.#picture ? [this.#picture] : []);
  }

  #show(change) {
    this.#view = Object.freeze({...this.#view, ...change});
    this.#onChange();
  }
}
