import {returns} from './returns.js';

/**
 * Does something every so often for as long as the page lives, and at once when the page comes back after it should have been done: timers stand
 * still while a computer sleeps.
 * @param {() => void} act @param {number} period milliseconds @param {{steady?: () => number, back?: import('./returns.js').Returns}} [world]
 * @returns {() => void} stops it
 */
export const duty = (act, period, {steady = () => performance.now(), back = returns()} = {}) => {
  let done = steady();
  const perform = () => {
    done = steady();
    act();
  };
  const timer = setInterval(perform, period);
  const stop = back.on(({slept}) => { if (slept || steady() - done >= period) perform(); });
  return () => {
    clearInterval(timer);
    stop();
  };
};
