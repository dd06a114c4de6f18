/**
 * This side's microphone and camera. A leaf: it knows devices and tracks, no connection and no page. Nothing is opened
 * before `open()`; after `close()` every light is out.
 *
 * @typedef {import('../wire/protocol.js').CallFailure} CallFailure
 * @typedef {{ok: true} | {ok: false, failure: CallFailure}} Opened
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

  /** The browser's own question, then microphone and, if wished, camera. @param {{camera: boolean}} what @returns {Promise<Opened>} */
  async open({camera}) {
    try {
      this.#take(await this.#devices.getUserMedia({audio: AUDIO, video: camera && FRONT}));
      await this.#countCameras();
      return {ok: true};
    } catch (problem) {
      return {ok: false, failure: await this.#failure(problem, {microphone: true, camera})};
    }
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

  async #openCamera(video) {
    try {
      this.#take(await this.#devices.getUserMedia({video}));
      await this.#countCameras();
      return {ok: true};
    } catch (problem) {
      return {ok: false, failure: await this.#failure(problem, {microphone: false, camera: true})};
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

  /** @param {DOMException} problem @returns {Promise<CallFailure>} */
  async #failure(problem, asked) {
    switch (problem.name) {
      case 'NotAllowedError':
      case 'SecurityError': return `${await this.#denied(asked)}_DENIED`;
      case 'NotFoundError':
      case 'OverconstrainedError': return `${await this.#missing(asked)}_MISSING`;
      case 'NotReadableError':
      case 'AbortError': return `${await this.#busy(asked)}_BUSY`;
      default: return 'MEDIA_FAILED';
    }
  }

  /** One question was asked for both, and the browser does not say which the person refused. */
  async #denied({microphone, camera}) {
    if (!camera) return 'MICROPHONE';
    if (!microphone || await this.#permission('camera') === 'denied') return 'CAMERA';
    return await this.#permission('microphone') === 'denied' ? 'MICROPHONE' : 'CAMERA';
  }

  async #missing({microphone, camera}) {
    if (!camera) return 'MICROPHONE';
    return microphone && !(await this.#list('audioinput')).length ? 'MICROPHONE' : 'CAMERA';
  }

  /** Opens the microphone alone for a moment: when that works it is the camera that is taken. */
  async #busy({microphone, camera}) {
    if (!camera) return 'MICROPHONE';
    if (!microphone) return 'CAMERA';
    try {
      (await this.#devices.getUserMedia({audio: true})).getTracks().forEach(track => track.stop());
      return 'CAMERA';
    } catch { return 'MICROPHONE'; }
  }

  async #permission(name) {
    try { return (await this.#permissions.query({name})).state; } catch { return 'prompt'; }
  }
}
