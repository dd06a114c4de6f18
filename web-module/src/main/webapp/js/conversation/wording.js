/**
 * The account's texts of invitations and system messages in one language, and the sentences made of them. Text is text:
 * what fills a placeholder is put in as it is and never read again, and markup is shown.
 *
 * @typedef {Record<string, string>} Texts  by key (docs/rest.md), with placeholders like `{agent}`
 * @typedef {import('./transcript.js').CallLine} CallLine
 */
import { clockWords } from './call-line.js';
import { isolated } from './isolated.js';

const PLACEHOLDER = /\{([a-z]+)\}/g;

/** A placeholder without a value stays as it is. @param {string} text @param {Record<string, string|undefined>} values */
export const fill = (text, values) =>
  text.replaceAll(PLACEHOLDER, (whole, name) => (Object.hasOwn(values, name) && values[name]) || whole);

/** @param {Texts} texts @param {{ mode: string, agentName: string }} call */
export const invitationWords = (texts, { mode, agentName }) =>
  fill(texts[ofMode('INVITED', mode)], { agent: isolated(agentName), call: texts[mode] });

/** The line of a call in the transcript. @param {Texts} texts @param {CallLine} call */
export const callWords = (texts, call) => fill(texts[keyOf(call)] ?? '', {
  agent: isolated(call.agentName), call: texts[call.mode], duration: clockWords(call.durationMs ?? 0), reason: texts[`REASON_${call.cause}`],
});

/** A consumer's wish for a call. @param {Texts} texts @param {string} mode */
export const wishWords = (texts, mode) => texts[ofMode('ASKED', mode)];

/** @param {string} key @param {string} mode */
const ofMode = (key, mode) => `${key}_${mode === 'VIDEO_CALL' ? 'VIDEO' : 'VOICE'}`;

/** @param {CallLine} call */
const keyOf = ({ step, mode, durationMs }) => {
  if (step === 'INVITED') return ofMode(step, mode);
  return step === 'ENDED' && !durationMs ? 'ENDED_UNCONNECTED' : step;
};
