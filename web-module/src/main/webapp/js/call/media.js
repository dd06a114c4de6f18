/**
 * This side's microphone and camera. A leaf: it knows devices and tracks, no connection and no page. Nothing is opened
 * before `open()`; after `close()` every light is out.
 *
 * @typedef {import('../wire/protocol.js').CallFailure} CallFailure
 * @typedef {{ok: true, notice?: CallFailure} | {ok: false, failure: CallFailure}} Opened  `notice`: what did not work, while the rest does
 */

const AUDIO = {echoCancellation: true, noiseSuppression: true, autoGainControl: true};
const VIDEO = {width: {ideal: 1280}, height: {ideal: 720}, frameRate: {ideal: 30}};
const FRONT = {...VIDEO, facingMode: 'user'};

export class Media {
  #devices; #permissions;
  #cameras = 0;
  #facing = 'user';

  /** Both tracks in one stream, so that the other browser keeps lips and voice together. */
  stream = new MediaStream();
  /** Told when a camera went away by itself. */
  onCameraLost = () => {};

  constructor(devices = navigator.mediaDevices, permissions = navigator.permissions) {
    this.#devices = devices;
    this.#permissions = permissions;
  }

  get microphoneTrack() { return this.stream.getAudioTracks()[0]; }
  get cameraTrack() { return this.stream.getVideoTracks()[0]; }
  get canSwitchCamera() { return this.#cameras > 1 && Boolean(this.cameraTrack); }
  /** Whether the picture is of the person in front of the screen, which people expect as in a mirror. */
  get mirrored() { return this.#facing !== 'environment'; }

  /** Whether the browser will open these without asking. Opens nothing. @param {{camera: boolean}} what */
  async alreadyAllowed({camera}) {
    const states = await Promise.all([this.#permission('microphone'), camera ? this.#permission('camera') : 'granted']);
    return states.every(state => state === 'granted');
  }

  /**
   * The browser's own question, then microphone and, if wished, camera. Without a camera it goes on, not without a
   * microphone. @param {{camera: boolean}} what @returns {Promise<Opened>}
   */
  async open({camera}) {
    const both = await this.#open({audio: AUDIO, video: camera && FRONT}, 'MICROPHONE');
    if (both.ok || !camera || both.failure === 'MEDIA_FAILED') return both;
    const voice = await this.#open({audio: AUDIO}, 'MICROPHONE');
    return voice.ok ? {ok: true, notice: both.failure.replace('MICROPHONE', 'CAMERA')} : voice;
  }

  /** @param {boolean} on */
  setMicrophone(on) { if (this.microphoneTrack) this.microphoneTrack.enabled = on; }

  /** @returns {Promise<Opened>} */
  async cameraOn() { return this.#openCamera({...VIDEO, facingMode: this.#facing}); }

  /** Stops the device, so that its light goes out. */
  cameraOff() { this.#release(this.cameraTrack); }

  /** Front and back on a phone; the next camera elsewhere. A phone opens only one at a time. @returns {Promise<Opened>} */
  async switchCamera() {
    const current = this.cameraTrack.getSettings();
    const next = await this.#nextCamera(current);
    this.cameraOff();
    const switched = await this.#openCamera(next);
    return switched.ok ? switched : this.#backTo(current, switched);
  }

  close() { this.stream.getTracks().forEach(track => this.#release(track)); }

  async #backTo({deviceId}, failed) {
    await this.#openCamera({...VIDEO, deviceId: {ideal: deviceId}});
    return failed;
  }

  #openCamera(video) { return this.#open({video}, 'CAMERA'); }

  /** @param {MediaStreamConstraints} what @param {'MICROPHONE'|'CAMERA'} blamed @returns {Promise<Opened>} */
  async #open(what, blamed) {
    try {
      this.#take(await this.#devices.getUserMedia(what));
      await this.#countCameras();
      return {ok: true};
    } catch (problem) {
      return {ok: false, failure: failureOf(problem, blamed)};
    }
  }

  async #nextCamera({facingMode, deviceId}) {
    if (facingMode) return {...VIDEO, facingMode: {exact: facingMode === 'user' ? 'environment' : 'user'}};
    const cameras = await this.#list('videoinput');
    const at = cameras.findIndex(camera => camera.deviceId === deviceId);
    return {...VIDEO, deviceId: {exact: cameras[(at + 1) % cameras.length].deviceId}};
  }

  #take(stream) {
    stream.getTracks().forEach(track => this.stream.addTrack(track));
    const camera = stream.getVideoTracks()[0];
    if (!camera) return;
    this.#facing = camera.getSettings().facingMode ?? 'user';
    camera.onended = () => { this.#release(camera); this.onCameraLost(); };
  }

  #release(track) {
    if (!track) return;
    track.onended = null;
    track.stop();
    this.stream.removeTrack(track);
  }

  async #countCameras() { this.#cameras = (await this.#list('videoinput')).length; }
  async #list(kind) { return (await this.#devices.enumerateDevices()).filter(device => device.kind === kind); }

  async #permission(name) {
    try { return (await this.#permissions.query({name})).state; } catch { return 'prompt'; }
  }
}

/** @param {DOMException} problem @param {'MICROPHONE'|'CAMERA'} device @returns {CallFailure} */
const failureOf = ({name}, device) => {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError': return `${device}_DENIED`;
    case 'NotFoundError':
    case 'OverconstrainedError': return `${device}_MISSING`;
    case 'NotReadableError':
    case 'AbortError': return `${device}_BUSY`;
    default: return 'MEDIA_FAILED';
  }
};
