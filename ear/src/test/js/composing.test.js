// elements/composing.js: keys of an input method, as three browsers send the Enter that ends a word.
import { isComposing } from '/js/elements/composing.js';
import { equal } from './expect.js';

export const tests = {
  'knows the Enter of an input method in each browser, and one that sends': () => {
    const enter = { key: 'Enter', isComposing: false, keyCode: 13 };
    equal([{ ...enter, isComposing: true, keyCode: 229 }, { ...enter, keyCode: 229 }, { ...enter, key: 'Process', keyCode: 229 }, enter].map(isComposing),
      [true, true, true, false]);
  },
};
