const NUMBERS = new Intl.NumberFormat('en');

/** A count as people read it: 4,950. @param {number} count */
export const inWords = (count) => NUMBERS.format(count);

/** A count that may be the least: 50+. @param {number} count @param {boolean} more */
export const atLeast = (count, more) => `${inWords(count)}${more ? '+' : ''}`;
