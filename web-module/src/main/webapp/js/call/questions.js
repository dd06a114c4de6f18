/**
 * What the browser was asked for and has not answered: its question hides behind another window, the system has one of its own open, a driver
 * hangs. No browser says so by itself, and a promise may stay open for ever (W3C Media Capture and Streams, 10.2).
 *
 * @typedef {{microphone?: boolean, camera?: boolean, screen?: boolean}} Asked  none of them: for the list of devices alone
 * @typedef {Required<Asked> & {silent: boolean}} Unanswered  `silent`: for so long that the person should look for the question
 * @typedef {(milliseconds: number, act: () => void) => () => void} Later  acts after that time, unless what it returns is called before
 */
import {ANSWER_LIMIT_MS, UNANSWERED_SHOWN_MS} from './time-limits.js';

/** @type {Later} */
export const later = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

export class Questions {
  #onChange; #later;
  /** @type {Set<Unanswered & {timers: (() => void)[]}>} */
  #open = new Set();

  /** @param {{onChange?: () => void, later?: Later}} [options] `onChange`: `unanswered` is another */
  constructor({onChange = () => {}, later: clock = later} = {}) {
    this.#onChange = onChange;
    this.#later = clock;
  }

  /** All questions that are open, as one. @returns {Unanswered|undefined} */
  get unanswered() {
    const open = [...this.#open];
    const any = what => open.some(question => question[what]);
    return open.length ? {microphone: any('microphone'), camera: any('camera'), screen: any('screen'), silent: any('silent')} : undefined;
  }

  /**
   * @template T @param {Asked} asked @param {() => Promise<T>} question is asked at once, in the person's own press
   * @param {(answer: T) => void} [tooLate] takes an answer that came when nobody waited any more; without it, it may take any time
   * @returns {Promise<T>} rejects with a `TimeoutError` after ANSWER_LIMIT_MS
   */
  async ask(asked, question, tooLate) {
    const answer = new Promise(resolve => { resolve(question()); });
    const open = this.#begin(asked);
    try {
      return await (tooLate ? Promise.race([answer, this.#limit(open, answer, tooLate)]) : answer);
    } finally {
      this.#end(open);
    }
  }

  /** Nobody reads of what is open any more; answers still come to who asked. */
  close() {
    this.#open.forEach(({timers}) => timers.forEach(stop => stop()));
    this.#open.clear();
  }

  #begin(asked) {
    const open = {microphone: false, camera: false, screen: false, ...asked, silent: false, timers: []};
    open.timers.push(this.#later(UNANSWERED_SHOWN_MS, () => {
      open.silent = true;
      this.#onChange();
    }));
    this.#open.add(open);
    this.#onChange();
    return open;
  }

  #limit(open, answer, tooLate) {
    return new Promise((_, reject) => {
      open.timers.push(this.#later(ANSWER_LIMIT_MS, () => {
        answer.then(tooLate, () => {}); // a refusal that comes so late is nobody's
        reject(new DOMException('The browser has not answered.', 'TimeoutError'));
      }));
    });
  }

  #end(open) {
    open.timers.forEach(stop => stop());
    if (this.#open.delete(open)) this.#onChange();
  }
}
