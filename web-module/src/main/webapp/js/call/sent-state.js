/**
 * What a side sends, as both sides are to read it: the person's wish and what the system lets through. Pure.
 *
 * @typedef {import('./call-store.js').MediaState} MediaState
 * @typedef {import('./session-view.js').SessionView} SessionView
 */

/**
 * @param {SessionView} view @param {boolean} opened nothing is sent before the devices are open
 * @returns {MediaState}
 */
export const sentState = (view, opened) => {
  const {microphone, sharesScreen: screen, pausedForVoice: weakNetwork} = view;
  const held = heldBySystem(view);
  return {
    microphone: opened && microphone && !held.microphone, camera: opened && hasPicture(view) && !held.picture, screen, weakNetwork,
    systemMutedMicrophone: held.microphone, systemMutedCamera: held.picture, waitingFor: waitingFor(view, opened),
  };
};

/** What the person has on and the system keeps back. @param {SessionView} view @returns {{microphone: boolean, picture: boolean}} */
export const heldBySystem = view => {
  const {microphone, sharesScreen, heldBySystem: {microphone: voice, camera, screen}} = view;
  return {microphone: microphone && voice, picture: hasPicture(view) && (sharesScreen ? screen : camera)};
};

const hasPicture = ({camera, sharesScreen}) => camera || sharesScreen;

/** @param {SessionView} view @param {boolean} opened @returns {MediaState['waitingFor']} */
const waitingFor = ({phase, asksPerson, unanswered}, opened) => {
  if (phase === 'EXPLAINING') return 'PERSON';
  if (unanswered?.silent && (unanswered.microphone || unanswered.camera)) return 'UNANSWERED_DEVICES';
  return !opened && phase === 'OPENING' && asksPerson ? 'DEVICES' : undefined;
};
