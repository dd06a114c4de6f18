/**
 * This side's microphone and camera. A leaf: it knows devices and tracks, no connection and no page. Nothing is opened
 * before `open()`; after `close()` every light is out.
 *
 * @typedef {import('../wire/protocol.js').CallFailure} CallFailure
 * @typedef {{ok: true, notice?: CallFailure} | {ok: false, failure: CallFailure}} Opened  `notice`: what did not work, while the rest does
 */

import {DeviceChoice, inventory} from './device-choice.js';
import {Questions, later} from './questions.js';
import {isForbidden, refusalOf} from './refusal.js';
import {SystemMute} from './system-mute.js';
import {PERMISSION_LIMIT_MS} from './time-limits.js';

const AUDIO = {echoCancellation: true, noiseSuppression: true, autoGainControl: true};
const VIDEO = {width: {ideal: 1280}, height: {ideal: 720}, frameRate: {ideal: 30}};
const FRONT = {...VIDEO, facingMode: 'user'};
/** Exact, since browsers may answer an ideal device with another one. */
const wish = (constraints, deviceId) => (deviceId ? {...constraints, deviceId: {exact: deviceId}} : constraints);
/** What a page is told when a device went away and another one took over. */
const FELL_BACK = {audio: 'MICROPHONE_CHANGED', video: 'CAMERA_CHANGED'};

export class Media {
  #devices; #permissions; #choice; #cameraId; #forbids; #later; #questions; #system;
  #found = [];
  #facing = 'user';
  #muted = false;
  #allowed = {microphone: false, camera: false};
  #opened = false;
  #watching = new AbortController();
  #replacing = new Set();

  /** Both tracks in one stream, so that the other browser keeps lips and voice together. */
  stream = new MediaStream();
  /** `unanswered` is another. */
  onQuestion = () => {};
  /** Told when devices came or went by themselves, or the system holds one back or gives it again. @type {(notice?: import('./session-view.js').Notice) => void} */
  onDevicesChanged = () => {};

  /** @param {{forbids?: typeof isForbidden, later?: import('./questions.js').Later}} [around] the page's policy, and the clock */
  constructor(devices = navigator.mediaDevices, permissions = navigator.permissions, choice = new DeviceChoice(), {forbids = isForbidden, later: clock = later} = {}) {
    this.#devices = devices;
    this.#permissions = permissions;
    this.#choice = choice;
    this.#forbids = forbids;
    this.#later = clock;
    this.#questions = new Questions({onChange: () => this.onQuestion(), later: clock});
    this.#system = new SystemMute(() => this.onDevicesChanged(), clock);
    this.#cameraId = choice.of('videoinput');
  }

  get microphoneTrack() { return this.stream.getAudioTracks()[0]; }
  get cameraTrack() { return this.stream.getVideoTracks()[0]; }
  get canSwitchCamera() { return this.#listed('videoinput').length > 1 && Boolean(this.cameraTrack); }
  /** Whether the person wants to be heard. */
  get microphoneOn() { return Boolean(this.microphoneTrack?.enabled); }
  /** What the system keeps back, whatever the person wants. */
  get heldBySystem() { return {microphone: this.#system.holds(this.microphoneTrack), camera: this.#system.holds(this.cameraTrack)}; }
  /** Whether the page is known to forbid the microphone, so that nobody will be asked. */
  get forbidden() { return this.#forbids('microphone'); }
  /** What the browser was asked for and has not answered. */
  get unanswered() { return this.#questions.unanswered; }
  /** Where the other side's voice sounds: empty for the browser's own choice. */
  get speaker() { return this.#listed('audiooutput').find(({deviceId}) => deviceId === this.#choice.of('audiooutput'))?.deviceId ?? ''; }

  /** What is plugged in, and which of it is in use. */
  get inventory() {
    const [audioinput, videoinput] = [this.microphoneTrack, this.cameraTrack].map(track => track?.getSettings().deviceId);
    return inventory(this.#found, {audioinput, videoinput, audiooutput: this.speaker || 'default'});
  }
  /** Whether the picture is of the person in front of the screen, which people expect as in a mirror. */
  get mirrored() { return this.#facing !== 'environment'; }

  /** Asks the browser while it rings, so that `allows` has an answer at the accept. Opens nothing. */
  async lookAhead() { this.#allowed = await this.#ask(); }

  /** Whether it is known by now that the browser will open these without asking. @param {{camera: boolean}} what */
  allows({camera}) { return this.#allowed.microphone && (this.#allowed.camera || !camera); }

  /** Whether the browser will open these without asking. Opens nothing. @param {{camera: boolean}} what */
  async alreadyAllowed(what) {
    await this.lookAhead();
    return this.allows(what);
  }

  async #ask() {
    const [microphone, camera] = await Promise.all(['microphone', 'camera'].map(name => this.#isGranted(name)));
    return {microphone, camera};
  }

  /**
   * The browser's own question, then microphone and, if wished, camera. Without a camera it goes on, not without a
   * microphone. @param {{camera: boolean}} what @returns {Promise<Opened>}
   */
  async open({camera}) {
    const opened = await this.#openAll(camera);
    this.#opened = opened.ok;
    this.#devices.addEventListener?.('devicechange', () => this.#looked(), {signal: this.#watching.signal});
    return opened;
  }

  async #openAll(camera) {
    const both = await this.#open({audio: this.#microphoneWish, video: camera && this.#cameraWish}, 'MICROPHONE', {audio: AUDIO, video: camera && FRONT});
    if (both.ok || !camera || both.failure === 'MICROPHONE_UNANSWERED') return both;
    const voice = await this.#openVoice();
    return voice.ok ? {ok: true, notice: both.failure.replace('MICROPHONE', 'CAMERA')} : voice;
  }

  /** @param {boolean} on @returns {Promise<Opened>} there may be no microphone any more */
  async setMicrophone(on) {
    this.#muted = !on;
    if (this.microphoneTrack) this.microphoneTrack.enabled = on;
    return on && !this.microphoneTrack ? this.#openVoice() : {ok: true};
  }

  /** Another microphone, camera or speaker, for this call and the next ones. @param {import('./device-choice.js').DevicePick} pick @returns {Promise<Opened>} */
  async choose(pick) {
    const opened = pick.kind === 'audiooutput' ? {ok: true} : await this.#openOther(pick);
    if (opened.ok) this.#choice.choose(pick);
    return opened;
  }

  /** @returns {Promise<Opened>} */
  async cameraOn() { return this.#open({video: this.#cameraWish}, 'CAMERA', {video: FRONT}); }

  /** Stops the device, so that its light goes out. */
  cameraOff() { this.#release(this.cameraTrack); }

  /** Front and back on a phone; the next camera elsewhere. A phone opens only one at a time. @returns {Promise<Opened>} */
  async switchCamera() {
    const current = this.cameraTrack.getSettings();
    const next = await this.#nextCamera(current);
    this.cameraOff();
    const switched = await this.#openCamera(next);
    if (switched.ok) this.#cameraId = next.facingMode ? undefined : next.deviceId.exact;
    return switched.ok ? switched : this.#backTo(current, switched);
  }

  close() {
    this.#watching.abort();
    this.#questions.close();
    this.stream.getTracks().forEach(track => this.#release(track));
  }

  get #microphoneWish() { return wish(AUDIO, this.#choice.of('audioinput')); }
  get #cameraWish() { return this.#cameraId ? wish(VIDEO, this.#cameraId) : {...VIDEO, facingMode: this.#facing}; }

  #openOther({kind, deviceId}) { return kind === 'audioinput' ? this.#openMicrophone(deviceId) : this.#otherCamera(deviceId); }

  /** The former one is heard until the new one is there. */
  async #openMicrophone(deviceId) {
    const former = this.microphoneTrack;
    const opened = await this.#open({audio: {...AUDIO, deviceId: {exact: deviceId}}}, 'MICROPHONE');
    if (opened.ok) this.#release(former);
    return opened;
  }

  /** A camera that is off stays off. */
  async #otherCamera(deviceId) {
    const current = this.cameraTrack?.getSettings();
    this.cameraOff();
    const opened = current ? await this.#openCamera({...VIDEO, deviceId: {exact: deviceId}}) : {ok: true};
    if (opened.ok) this.#cameraId = deviceId;
    return opened.ok ? opened : this.#backTo(current, opened);
  }

  async #backTo({deviceId}, failed) {
    await this.#openCamera(wish(VIDEO, deviceId));
    return failed;
  }

  #openVoice() { return this.#open({audio: this.#microphoneWish}, 'MICROPHONE', {audio: AUDIO}); }

  #openCamera(video) { return this.#open({video}, 'CAMERA'); }

  /**
   * @param {MediaStreamConstraints} what @param {'MICROPHONE'|'CAMERA'} blamed
   * @param {MediaStreamConstraints} [otherwise] when what was chosen once is not there @returns {Promise<Opened>}
   */
  async #open(what, blamed, otherwise) {
    try {
      const asked = {microphone: Boolean(what.audio), camera: Boolean(what.video)};
      this.#take(await this.#questions.ask(asked, () => this.#devices.getUserMedia(what), late => late.getTracks().forEach(track => track.stop())));
      this.#learn();
      return {ok: true};
    } catch (problem) {
      if (otherwise && problem.name === 'OverconstrainedError') return this.#open(otherwise, blamed);
      const forbidden = Boolean(what.audio && this.#forbids('microphone') || what.video && this.#forbids('camera'));
      return {ok: false, failure: `${blamed}_${refusalOf(problem, forbidden)}`};
    }
  }

  async #nextCamera({facingMode, deviceId}) {
    if (facingMode) return {...VIDEO, facingMode: {exact: facingMode === 'user' ? 'environment' : 'user'}};
    const cameras = this.#listed('videoinput');
    const at = cameras.findIndex(camera => camera.deviceId === deviceId);
    return {...VIDEO, deviceId: {exact: cameras[(at + 1) % cameras.length].deviceId}};
  }

  #take(stream) {
    stream.getTracks().forEach(track => {
      this.stream.addTrack(track);
      track.onended = () => this.#lost(track);
      this.#system.watch(track);
      if (track.kind === 'audio') track.enabled = !this.#muted;
      else this.#facing = track.getSettings().facingMode ?? 'user';
    });
  }

  /** Unplugged, or taken away: another one takes over, if there is one. */
  async #lost(track) {
    this.#release(track);
    await this.#replace(track.kind);
  }

  async #replace(kind) {
    if (this.#replacing.has(kind)) return;
    this.#replacing.add(kind);
    const opened = await (kind === 'audio' ? this.#open({audio: AUDIO}, 'MICROPHONE') : this.#open({video: VIDEO}, 'CAMERA'));
    this.#replacing.delete(kind);
    if (this.#watching.signal.aborted) return this.close();
    this.onDevicesChanged(opened.ok ? FELL_BACK[kind] : opened.failure);
  }

  #release(track) {
    if (!track) return;
    track.onended = null;
    this.#system.forget(track);
    track.stop();
    this.stream.removeTrack(track);
  }

  /** Something was plugged in or out. Not every browser says that a track ended with its device. */
  async #looked() {
    await this.#look();
    if (!this.#opened || this.#watching.signal.aborted) return;
    const gone = this.stream.getTracks().filter(track => !this.#listed(`${track.kind}input`).some(({deviceId}) => deviceId === track.getSettings().deviceId));
    for (const track of gone) await this.#lost(track);
    const plugged = !gone.length && !this.microphoneTrack && this.#listed('audioinput').length;
    if (plugged) await this.#replace('audio');
    else if (!gone.length) this.onDevicesChanged();
  }

  /** What opened is used at once; what else there is may be said later. Names are told only to who has opened something. */
  async #learn() {
    const before = JSON.stringify(this.#found);
    await this.#look();
    if (!this.#watching.signal.aborted && JSON.stringify(this.#found) !== before) this.onDevicesChanged();
  }

  async #look() { this.#found = await this.#devices.enumerateDevices(); }
  #listed(kind) { return this.#found.filter(device => device.kind === kind); }

  /** A browser that does not say in time whether it will ask is taken for one that will. */
  async #isGranted(name) {
    try {
      const silence = new Promise(resolve => { this.#later(PERMISSION_LIMIT_MS, () => resolve({state: 'prompt'})); });
      return (await Promise.race([this.#permissions.query({name}), silence])).state === 'granted';
    } catch { return false; }
  }
}
