/**
 * Which microphone, camera and speaker a person chose in this browser, for the next call too.
 *
 * @typedef {'audioinput'|'videoinput'|'audiooutput'} DeviceKind  as browsers call them
 * @typedef {{kind: DeviceKind, deviceId: string}} DevicePick  what a person picked from a list
 * @typedef {{deviceId: string, label: string, chosen: boolean}} ListedDevice
 * @typedef {Record<DeviceKind, ListedDevice[]>} Inventory  what is plugged in, and which of it is in use
 */

import {local} from '../browser/storage.js';

const KEY = 'eyeline.devices';

export class DeviceChoice {
  #storage;
  #chosen;

  /** @param {Pick<Storage, 'getItem'|'setItem'>} storage */
  constructor(storage = local) {
    this.#storage = storage;
    this.#chosen = this.#stored();
  }

  /** @param {DeviceKind} kind @returns {string|undefined} */
  of(kind) { return typeof this.#chosen[kind] === 'string' ? this.#chosen[kind] : undefined; }

  /** @param {DevicePick} pick */
  choose({kind, deviceId}) {
    this.#chosen = {...this.#chosen, [kind]: deviceId};
    this.#storage.setItem(KEY, JSON.stringify(this.#chosen));
  }

  #stored() {
    try { return {...JSON.parse(this.#storage.getItem(KEY))}; } catch { return {}; }
  }
}

const NAMES = {audioinput: 'Microphone', videoinput: 'Camera', audiooutput: 'Speaker'};
/** Not every browser lets a page choose where it sounds. */
const CAN_CHOOSE_SPEAKER = 'setSinkId' in HTMLMediaElement.prototype;

/**
 * @param {MediaDeviceInfo[]} found what the browser lists; without a name where it has not been allowed
 * @param {Partial<Record<DeviceKind, string>>} inUse
 * @returns {Inventory}
 */
export const inventory = (found, inUse) => {
  const list = kind => found.filter(device => device.kind === kind && device.deviceId).map(({deviceId, label}, index) =>
    ({deviceId, label: label || `${NAMES[kind]} ${index + 1}`, chosen: deviceId === inUse[kind]}));
  return {audioinput: list('audioinput'), videoinput: list('videoinput'), audiooutput: CAN_CHOOSE_SPEAKER ? list('audiooutput') : []};
};
