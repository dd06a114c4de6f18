// A short sound, to hear whether the chosen speaker is the right one.
import { keepSounding } from '../call/keep-sounding.js';

const NOTES = [523.25, 659.25, 783.99];
const NOTE_S = 0.28;
/** A sound that the system keeps back for so long is given up. */
const LIMIT_MS = 5_000;

/** @param {string | undefined} speaker its id, or none for the browser's own choice @returns {Promise<void>} when it is over */
export async function playTone(speaker) {
  const context = new AudioContext();
  const leave = keepSounding(context);
  const audio = new Audio();
  try {
    await Promise.race([play(context, audio, speaker), new Promise((resolve) => { setTimeout(resolve, LIMIT_MS); })]);
  } finally {
    leave();
    audio.srcObject = null;
    await context.close();
  }
}

/** @param {AudioContext} context @param {HTMLAudioElement} audio @param {string | undefined} speaker */
async function play(context, audio, speaker) {
  const way = context.createMediaStreamDestination();
  audio.srcObject = way.stream;
  if (speaker && audio.setSinkId) await audio.setSinkId(speaker).catch(() => undefined); // it may be gone: then the usual one
  await Promise.all([audio.play(), context.resume()]);
  await new Promise((resolve) => {
    NOTES.forEach((frequency, index) => note(context, way, frequency, context.currentTime + index * NOTE_S).addEventListener('ended', () => index === NOTES.length - 1 && resolve(undefined)));
  });
}

function note(context, way, frequency, at) {
  const [sound, volume] = [context.createOscillator(), context.createGain()];
  sound.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
  volume.gain.linearRampToValueAtTime(0, at + NOTE_S);
  sound.connect(volume).connect(way);
  sound.start(at);
  sound.stop(at + NOTE_S);
  return sound;
}
