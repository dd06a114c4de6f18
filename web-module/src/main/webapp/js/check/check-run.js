/**
 * One run of a check: opens the devices, asks the servers, measures, and closes all of it again. It says each finding as it
 * comes by `onChange`.
 *
 * @typedef {object} CheckPlace  where the check runs
 * @property {import('../wire/check-door.js').CheckDoor} door
 * @property {() => Promise<import('./rows.js').Finding>} signalling
 * @property {boolean} [tagged]  opened from the window on a brand's page
 */
import { Media } from '../call/media.js';
import { browserFindings } from './probe-browser.js';
import { Meter, cameraFinding, openDevices } from './probe-devices.js';
import { probeServers } from './probe-servers.js';
import { down, up } from './probe-speed.js';

const NETWORK = ['signalling', 'down', 'up', 'stun', 'turnUdp', 'turnTcp', 'turnTls'];

export class CheckRun {
  #place; #stopped = new AbortController();
  /** @type {Media | undefined} */
  #media;
  /** @type {Meter | undefined} */
  #meter;

  /** @type {import('./rows.js').Findings} */
  findings = {};
  relayOnly = false;
  onChange = () => {};
  /** @type {(level: number) => void} */
  onLevel = () => {};

  /** @param {CheckPlace | undefined} place none: only this browser and its devices */
  constructor(place) { this.#place = place; }

  /** The devices while they are open. */
  get media() { return this.#media; }

  /** Until everything is found or `close()`. */
  async start() {
    Object.entries(browserFindings(globalThis, this.#place?.tagged)).forEach(([id, finding]) => this.#found(id, finding));
    await Promise.all([this.#devices(), this.#network()]);
    this.close();
  }

  /** Every device is closed afterwards, whatever was going on. */
  close() {
    this.#stopped.abort();
    this.#meter?.stop();
    this.#media?.close();
    this.#meter = this.#media = undefined;
    this.onChange();
  }

  async #devices() {
    if (this.findings.browser.outcome !== 'OK') {
      return ['microphone', 'camera'].forEach((id) => this.#found(id, { outcome: 'FAILED' }));
    }
    ['microphone', 'camera'].forEach((id) => this.#found(id, { running: true }));
    const media = this.#media = new Media();
    media.onQuestion = () => this.#asked(media.unanswered);
    media.onDevicesChanged = () => this.#changed(media);
    const audible = await openDevices(media, (id, finding) => this.#found(id, finding));
    if (this.#stopped.signal.aborted) return media.close(); // the question was answered too late
    if (!audible) return undefined;
    this.#meter = new Meter(() => media.microphoneTrack, (level) => this.onLevel(level));
    const heard = await this.#meter.hears();
    this.#found('microphone', { outcome: media.heldBySystem.microphone ? 'MUTED' : heard ? 'HEARD' : 'SILENT' });
  }

  /** A browser that gives no answer gets a word before the check is done. */
  #asked(unanswered) {
    if (unanswered?.silent) ['microphone', 'camera'].filter((id) => unanswered[id]).forEach((id) => this.#found(id, { running: true, silent: true }));
  }

  /** A device was plugged in or out, or the system holds it back or gives it again. */
  #changed(media) {
    if (media.cameraTrack && ['OK', 'MUTED'].includes(this.findings.camera?.outcome)) this.#found('camera', cameraFinding(media));
    this.onChange();
  }

  async #network() {
    if (!this.#place) return this.#all(NETWORK, { outcome: 'NO_ACCOUNT' });
    this.#found('signalling', { running: true });
    const way = await this.#place.signalling();
    this.#found('signalling', way);
    const servers = ['UNREACHABLE', 'REFUSED'].includes(way.outcome ?? '') ? undefined : await this.#place.door.servers();
    if (!servers) return this.#all(NETWORK.slice(1), { outcome: 'NO_SERVER' });
    this.relayOnly = servers.relayOnly;
    await Promise.all([this.#servers(servers), this.#speed(this.#place.door)]);
  }

  #servers(servers) {
    if (this.findings.browser.outcome !== 'OK') return this.#all(NETWORK.slice(3), { outcome: 'NO_SERVER' });
    this.#all(NETWORK.slice(3), { running: true });
    return probeServers(servers, (id, finding) => this.#found(id, finding), this.#stopped.signal);
  }

  /** One way after the other, so that they do not share the line. */
  async #speed(door) {
    for (const [id, measure] of Object.entries({ down, up })) {
      this.#found(id, { running: true });
      this.#found(id, await measure(door, this.#stopped.signal));
    }
  }

  #all(ids, finding) { ids.forEach((id) => this.#found(id, finding)); }

  #found(id, finding) {
    if (this.#stopped.signal.aborted) return;
    this.findings = { ...this.findings, [id]: finding };
    this.onChange();
  }
}
