// The devices of this side as a menu, a group for each kind; picking one says it as the call's act.

const GROUPS = [
  { kind: 'audioinput', group: 'Microphone', icon: 'mic' },
  { kind: 'videoinput', group: 'Camera', icon: 'video' },
  { kind: 'audiooutput', group: 'Speaker', icon: 'volume-2' },
];

/** @param {import('../call/session-view.js').SessionView} view */
export const deviceItems = ({ devices, sendsVideo }) =>
  GROUPS.filter(({ kind }) => devices[kind].length && (sendsVideo || kind !== 'videoinput'))
    .map(({ kind, group, icon }) => ({ group, items: devices[kind].map((device) => item(kind, icon, device)) }));

/** What concerns the whole call. @param {boolean} possible there are pictures to end */
export const callItems = (possible) =>
  (possible ? [{ group: 'Call', items: [{ id: 'VOICE_ONLY', label: 'Voice only', icon: 'phone' }] }] : []);

const item = (kind, icon, { deviceId, label, chosen }) => ({ id: { kind, deviceId }, label, icon, checked: chosen });
