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

/** Entries of Chromium that stand for a device which is listed too: the system's choice, and its choice for calls (Media Capture and Streams names the first). */
const ALIASES = ['default', 'communications'];
const isAlias = ({deviceId}) => ALIASES.includes(deviceId);

/** The device that an alias stands for: of the same kind and group, and where a group has several, by its name. @returns {MediaDeviceInfo|undefined} */
const realOf = (alias, devices) => {
  const group = devices.filter(device => !isAlias(device) && device.groupId && device.groupId === alias.groupId);
  return group.length > 1 ? group.find(({label}) => label && alias.label.endsWith(label)) : group[0];
};

/** Each device once: which is the system's choice, and by which ids it goes. @param {MediaDeviceInfo[]} devices of one kind */
const once = devices => {
  const aliases = devices.filter(isAlias).map(alias => ({alias, real: realOf(alias, devices)}));
  return devices.filter(device => !aliases.some(({alias, real}) => real && alias === device)).map(device => {
    const ids = aliases.filter(({real}) => real === device).map(({alias}) => alias.deviceId);
    return {device, ids: [device.deviceId, ...ids], isDefault: ids.includes('default')};
  });
};

/**
 * Each device once, with a word for the one that the system chooses.
 * @param {MediaDeviceInfo[]} found what the browser lists; without a name where it has not been allowed
 * @param {Partial<Record<DeviceKind, string>>} inUse
 * @returns {Inventory}
 */
export const inventory = (found, inUse) => {
  const list = kind => once(found.filter(device => device.kind === kind && device.deviceId)).map(({device: {deviceId, label}, ids, isDefault}, index) =>
    ({deviceId, label: `${label || `${NAMES[kind]} ${index + 1}`}${isDefault ? ' (default)' : ''}`, chosen: ids.includes(inUse[kind])}));
  return {audioinput: list('audioinput'), videoinput: list('videoinput'), audiooutput: CAN_CHOOSE_SPEAKER ? list('audiooutput') : []};
};
