/** What would end the isolation early, or begin another: LRI, RLI, FSI, PDI. */
const ISOLATES = /[\u2066-\u2069]/g;
/** A name within a sentence says nothing of the sentence's direction. */
const WITHIN = /\u2068[^\u2069]*\u2069/g;
/** The scripts that run from right to left: Hebrew to Arabic Extended, their presentation forms, the two blocks above U+10000. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A person's text inside a sentence of ours, where there is no element to say `dir="auto"`: notifications, titles, labels, filled texts.
 * It takes the direction of its own first strong letter and leaves that of the sentence alone (UAX #9: FSI … PDI). What is empty stays empty.
 * @param {string | undefined} text
 */
export const isolated = (text) => (text ? `\u2068${text.replaceAll(ISOLATES, '')}\u2069` : '');

/**
 * The direction of a filled text: its first letter outside of what was put in. `dir="auto"` would look into the name as well.
 * @param {string} text @returns {'ltr' | 'rtl'}
 */
export const directionOf = (text) => (RIGHT_TO_LEFT.test(/\p{L}/u.exec(text.replaceAll(WITHIN, ''))?.[0] ?? '') ? 'rtl' : 'ltr');
