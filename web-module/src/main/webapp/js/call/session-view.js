/**
 * What a page shows of its part in one call: an immutable view, made anew with each change.
 *
 * @typedef {'EXPLAINING'|'OPENING'|'CONNECTING'|'CONNECTED'|'INTERRUPTED'|'OVER'} Phase
 *   EXPLAINING: we say what the browser will ask. OPENING: the browser asks or opens devices. CONNECTING: until media
 *   flows. INTERRUPTED: media stopped, it may come back.
 *
 * @typedef {object} SessionView
 * @property {Phase} phase
 * @property {boolean} asksCamera          the browser will ask for the camera too, not only for the microphone
 * @property {boolean} sendsVideo          this side has a camera button
 * @property {boolean} asked               the other side turned its camera on in a call of voice, and this person has not answered
 * @property {boolean} asksPerson         nothing is known that would let the browser open devices without asking
 * @property {boolean} microphone          the person wants to be heard; what is sent is in sent-state.js
 * @property {boolean} camera              the same of being seen
 * @property {import('./system-mute.js').SystemMutes} heldBySystem
 * @property {import('./questions.js').Unanswered} [unanswered]  what the browser was asked for and has not answered
 * @property {boolean} opensCamera        it will be on in a moment; the voice is on already
 * @property {boolean} canSwitchCamera
 * @property {boolean} mirrored
 * @property {boolean} canShareScreen     the browser can do it; only who sends video may
 * @property {boolean} sharesScreen       the other side sees the screen, whatever the camera does
 * @property {boolean} pausedForVoice     the network is weak: the picture is not sent, so that the voice stays clear
 * @property {boolean} silent              nothing has come from the other side for a moment
 * @property {MediaStream} [local]
 * @property {MediaStream} [remote]
 * @property {import('./quality-watch.js').QualityView} [quality] once media has flowed
 * @property {import('../wire/protocol.js').CallFailure} [failure]  why this side cannot go on
 * @property {Notice} [notice]             what did not work, or changed by itself; the call goes on
 * @property {import('./device-choice.js').Inventory} devices  what is plugged in
 * @property {string} speaker              where the other side's voice sounds
 *
 * @typedef {import('../wire/protocol.js').CallFailure|'MICROPHONE_CHANGED'|'CAMERA_CHANGED'|'SCREEN_FAILED'|'SCREEN_FORBIDDEN'|'SCREEN_WITHHELD'
 *          |'VIDEO_NOT_ALLOWED'|'MODE_UNCHANGED'|'VOICE_AGAIN'} Notice
 */

/** Before anything is open. @type {SessionView} */
export const FIRST_VIEW = Object.freeze({phase: 'OPENING', asksCamera: false, sendsVideo: false, asked: false, asksPerson: false, microphone: true, camera: false, opensCamera: false,
  canSwitchCamera: false, mirrored: true, canShareScreen: false, sharesScreen: false, pausedForVoice: false, silent: false, speaker: '',
  heldBySystem: Object.freeze({microphone: false, camera: false, screen: false}),
  devices: {audioinput: [], videoinput: [], audiooutput: []}});
