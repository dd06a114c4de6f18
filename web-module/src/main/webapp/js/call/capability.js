/** Whether this browser can take part in a call, decided by what it has and never by its name. */

/** @param {typeof globalThis} [browser] */
export const canCall = (browser = globalThis) =>
  typeof browser.RTCPeerConnection === 'function'
  && typeof browser.RTCPeerConnection.prototype.addTransceiver === 'function'
  && typeof browser.RTCRtpSender?.prototype.replaceTrack === 'function'
  && typeof browser.navigator?.mediaDevices?.getUserMedia === 'function';
