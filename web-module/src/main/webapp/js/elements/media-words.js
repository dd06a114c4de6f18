// What a person reads of devices that give nothing though they are on, and of questions that nobody has answered: for each side its own.

/**
 * What the system keeps back of the reader's own. @param {{ microphone: boolean, picture: boolean }} held @param {boolean} screen the picture is the screen
 * @returns {{ icon: string, text: string }|undefined}
 */
export const heldWords = ({ microphone, picture }, screen) => {
  if (microphone && picture && !screen) {
    return { icon: 'mic-off', text: 'Your system has muted the microphone and stopped the camera. A phone call, a key of the keyboard or a lid may have done it. Both come back by themselves when it ends.' };
  }
  if (microphone) {
    return { icon: 'mic-off', text: 'Your system has muted the microphone. Look at the mute key of the headset or the keyboard, at a phone call, and at the sound settings. It comes back by itself.' };
  }
  if (picture && screen) return { icon: 'monitor-x', text: 'What you share is not seen: its window is hidden or closed. Bring it back to the front.' };
  return picture ? { icon: 'video-off', text: 'Your system has stopped the camera. Look at its cover or key, at the lid, and at other programs. It comes back by itself.' } : undefined;
};

/** The same of the other side. @param {import('../call/call-store.js').MediaState} media @param {string} name */
export const theirPictureWords = ({ systemMutedCamera, screen, waitingFor }, name) => {
  if (waitingFor === 'UNANSWERED_DEVICES') return waitingWords({ waitingFor }, name);
  if (!systemMutedCamera) return 'Camera is off';
  return screen ? `The window that ${name} shares is hidden` : `${name}’s system has stopped the camera`;
};

/** Beside the sign that the other side is not heard. @param {import('../call/call-store.js').MediaState} media */
export const mutedWords = ({ systemMutedMicrophone }) => (systemMutedMicrophone ? 'Muted by the system' : 'Muted');

const WAITING = {
  PERSON: (name) => `${name} reads what the browser will ask…`,
  DEVICES: (name) => `${name}’s browser asks for camera or microphone…`,
  UNANSWERED_DEVICES: (name) => `${name}’s browser has not given camera or microphone yet. Its question may be hidden.`,
};

/** What the other side waits for; nothing for a word that is not known here. @param {import('../call/call-store.js').MediaState} media @param {string} name */
export const waitingWords = ({ waitingFor }, name) => WAITING[waitingFor]?.(name);

const LOOK = 'Look for a question beside the page’s address or behind another window';

/** What the reader's own browser was asked for and has not answered for a while. @param {import('../call/questions.js').Unanswered} [unanswered] */
export const unansweredWords = (unanswered) => {
  if (!unanswered?.silent) return undefined;
  if (!unanswered.camera && !unanswered.microphone && !unanswered.screen) {
    return 'Your browser has not said yet which devices there are. Look in the system’s settings whether it may use them, or start it anew.';
  }
  if (!unanswered.camera && !unanswered.microphone) return 'The browser waits for you to choose what to share. Its list may be behind another window.';
  const [devices, it] = unanswered.camera && unanswered.microphone ? ['camera and microphone', 'them'] : [unanswered.camera ? 'camera' : 'microphone', 'it'];
  return `Your browser has not given the ${devices} yet. ${LOOK}, and in the system’s settings whether the browser may use ${it}.`;
};
