// The texts of calls: what an account says of its own, and what stands where it says nothing. Pure.

/** What there is: `GET calls/texts`. @typedef {{ key: string, placeholders: string[], defaults: Record<string, string> }} Text */
/** Own texts, one member for each language and key: `{ 'de.INVITED_VIDEO': '…' }`. @typedef {Record<string, string | undefined>} Own */

const ENGLISH = 'en';
const PLACEHOLDER = /\{([a-z]+)\}/g;

/** @param {string} language @param {string} key */
export const fieldOf = (language, key) => `${language}.${key}`;

/** @param {Record<string, Record<string, string>>} texts @returns {Own} */
export const flat = (texts) => Object.fromEntries(Object.entries(texts).flatMap(([language, own]) =>
  Object.entries(own).map(([key, text]) => [fieldOf(language, key), text])));

/** As the API takes it (RFC 7396). @param {Own} changed each own text, or null where there shall be none */
export function nested(changed) {
  /** @type {Record<string, Record<string, string | null>>} */
  const texts = {};
  for (const [field, text] of Object.entries(changed)) {
    const [language, key] = field.split('.');
    (texts[language] ??= {})[key] = text ?? null;
  }
  return texts;
}

/** Where a text comes from that the account does not say: its own default, or English. @param {Text} text @param {string} language */
export const fallback = ({ defaults }, language) => ({
  text: defaults[language] ?? defaults[ENGLISH], from: defaults[language] === undefined ? ENGLISH : language,
});

/** @param {Text} text @param {string} language @param {Own} own */
export const shown = (text, language, own) => own[fieldOf(language, text.key)] ?? fallback(text, language).text;

/** Once through, from left to right: what is put in is never read again. @param {string} text @param {Record<string, string>} values */
export const filled = (text, values) => text.replace(PLACEHOLDER, (whole, name) => values[name] ?? whole);

/** @param {Text[]} texts @param {Own} own */
export const languagesOf = (texts, own) => [...new Set([...texts.flatMap(({ defaults }) => Object.keys(defaults)),
  ...Object.entries(own).filter(([, text]) => text !== undefined).map(([field]) => field.split('.')[0])])];

/** @param {string} language */
export function languageWords(language) {
  try {
    return `${new Intl.DisplayNames('en', { type: 'language' }).of(language)} (${language})`;
  } catch {
    return language;
  }
}

export const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/;

const GROUPS = [
  { title: 'Invitation', has: (/** @type {string} */ key) => key.startsWith('INVITED_') || key === 'CANCELLED' },
  { title: 'Wishes of customers', has: (/** @type {string} */ key) => key.startsWith('ASKED_') },
  { title: 'Words for {call}', has: (/** @type {string} */ key) => key.endsWith('_CALL') },
  { title: 'Words for {reason}', has: (/** @type {string} */ key) => key.startsWith('REASON_') },
];

/** Texts that belong together, the course of a call after the invitation. @param {Text[]} texts */
export function grouped(texts) {
  const groups = GROUPS.map(({ title, has }) => ({ title, texts: texts.filter(({ key }) => has(key)) }));
  const rest = { title: 'Course of a call', texts: texts.filter(({ key }) => !GROUPS.some(({ has }) => has(key))) };
  return [groups[0], rest, ...groups.slice(1)].filter(({ texts: some }) => some.length > 0);
}
