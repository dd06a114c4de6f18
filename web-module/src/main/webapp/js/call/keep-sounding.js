import {returns} from '../wire/returns.js';

/**
 * Keeps an AudioContext running that the system suspends by itself: Safari interrupts it for a phone call ('interrupted', Web Audio API),
 * browsers suspend it with a device. Tried again when it says so, when somebody is back, and when a device came or went; a browser that
 * wants a touch first is asked again by the next press of the page.
 * @param {AudioContext} context @param {{onRunning?: () => void, back?: import('../wire/returns.js').Returns, devices?: EventTarget}} [options]
 * @returns {() => void} leaves it alone
 */
export const keepSounding = (context, {onRunning = () => {}, back = returns(), devices = navigator.mediaDevices} = {}) => {
  const listening = new AbortController();
  const {signal} = listening;
  context.addEventListener('statechange', () => { if (context.state === 'running') onRunning(); else wake(context); }, {signal});
  devices?.addEventListener('devicechange', () => wake(context), {signal});
  signal.addEventListener('abort', back.on(() => wake(context)));
  wake(context);
  return () => listening.abort();
};

/** @param {AudioContext} context also from a press of a person, where the browser wants one */
export const wake = context => {
  if (context.state !== 'running' && context.state !== 'closed') context.resume().catch(() => { /* asked again when somebody is back */ });
};
