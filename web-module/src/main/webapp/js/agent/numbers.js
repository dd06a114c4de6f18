const NUMBERS = new Intl.NumberFormat('en');

/** A count as people read it: 4,950. @param {number} count */
export const inWords = (count) => NUMBERS.format(count);
