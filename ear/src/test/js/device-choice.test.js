// How call/device-choice.js lists what is plugged in.
import { inventory } from '/js/call/device-choice.js';
import { equal } from './expect.js';

const device = (kind, deviceId, label, groupId = '') => ({ kind, deviceId, label, groupId });
/** A headset and the laptop's own, as Chromium lists them on Windows. */
const LISTED = [
  device('audioinput', 'default', 'Standard - Headset (Jabra)', 'g1'),
  device('audioinput', 'communications', 'Kommunikation - Headset (Jabra)', 'g1'),
  device('audioinput', 'a', 'Headset (Jabra)', 'g1'),
  device('audioinput', 'b', 'Array (Realtek)', 'g2'),
  device('audiooutput', 'default', 'Standard - Speakers (Realtek)', 'g2'),
  device('audiooutput', 'c', 'Headset (Jabra)', 'g1'),
  device('audiooutput', 'd', 'Speakers (Realtek)', 'g2'),
  device('videoinput', 'e', 'Camera', 'g3'),
];
const shown = list => list.map(({ deviceId, label, chosen }) => `${deviceId} ${label}${chosen ? ' *' : ''}`);

export const tests = {
  'lists each device once, and says which is the default': () => {
    const { audioinput, audiooutput, videoinput } = inventory(LISTED, { audioinput: 'b', audiooutput: 'c' });
    equal(shown(audioinput), ['a Headset (Jabra) (default)', 'b Array (Realtek) *']);
    equal(shown(audiooutput), ['c Headset (Jabra) *', 'd Speakers (Realtek) (default)']);
    equal(shown(videoinput), ['e Camera']);
  },

  'a device that is in use by another name is the one in use': () => {
    equal(shown(inventory(LISTED, { audioinput: 'default' }).audioinput), ['a Headset (Jabra) (default) *', 'b Array (Realtek)']);
    equal(shown(inventory(LISTED, { audioinput: 'communications' }).audioinput), ['a Headset (Jabra) (default) *', 'b Array (Realtek)']);
    equal(shown(inventory(LISTED, { audiooutput: 'default' }).audiooutput), ['c Headset (Jabra)', 'd Speakers (Realtek) (default) *']);
  },

  'of a group with several devices it is the one of the same name': () => {
    const two = [device('audioinput', 'default', 'Default - Desk mic', 'g'), device('audioinput', 'a', 'Boom mic', 'g'), device('audioinput', 'b', 'Desk mic', 'g')];
    equal(shown(inventory(two, {}).audioinput), ['a Boom mic', 'b Desk mic (default)']);
  },

  'what stands for no device that is listed is listed itself, and what has no name gets a number': () => {
    equal(shown(inventory([device('audioinput', 'default', 'Default', 'x'), device('audioinput', 'a', '', 'y')], { audioinput: 'default' }).audioinput),
      ['default Default *', 'a Microphone 2']);
    equal(shown(inventory([device('audioinput', 'default', ''), device('audioinput', 'a', '')], {}).audioinput), ['default Microphone 1', 'a Microphone 2']);
  },
};
