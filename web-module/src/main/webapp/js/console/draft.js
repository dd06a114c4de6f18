// What somebody is editing, beside what it was: pure, so that every comparison is one place's affair.

import { cleaned } from '../conversation/message-text.js';
import { isSecret } from '../drafts/secrets.js';

/** @typedef {Record<string, any>} Values */
/** A field that differs: what it was, mine, theirs. @typedef {{ field: string, before: any, mine: any, theirs: any, both: boolean }} Conflict */

/** The order of members says nothing. @param {any} value @returns {string} */
export function canonical(value) {
  return JSON.stringify(value ?? null, (_, each) => (each && typeof each === 'object' && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
}

/** @param {any} a @param {any} b */
export const same = (a, b) => canonical(a) === canonical(b);

/** The fields that differ. @param {Values} before @param {Values} after */
export function changedFields(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !same(before[field], after[field]));
}

/**
 * What a merge patch must say to make `after` of `before` (RFC 7396).
 * @param {Values} before @param {Values} after @returns {Values}
 */
export function patchOf(before, after) {
  return Object.fromEntries(changedFields(before, after).map((field) => [field, member(before[field], after[field])]));
}

/** @param {any} before @param {any} after */
function member(before, after) {
  if (after === undefined) {
    return null;
  }
  return isObject(before) && isObject(after) ? patchOf(before, after) : after;
}

/** @param {any} value */
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Three versions side by side: every field that I or somebody else changed.
 * @param {Values} before @param {Values} mine @param {Values} theirs @returns {Conflict[]}
 */
export function conflicts(before, mine, theirs) {
  const fields = new Set([...changedFields(before, mine), ...changedFields(before, theirs)]);
  return [...fields].filter((field) => !same(mine[field], theirs[field])).map((field) => ({
    field, before: before[field], mine: mine[field], theirs: theirs[field],
    both: !same(before[field], mine[field]) && !same(before[field], theirs[field]),
  }));
}

/**
 * What comes of the choices: theirs, but mine where mine was chosen.
 * @param {Values} theirs @param {Values} mine @param {string[]} chosen the fields of mine
 */
export function chosenOf(theirs, mine, chosen) {
  return { ...theirs, ...Object.fromEntries(chosen.map((field) => [field, mine[field]])) };
}

/**
 * My changes on top of what is there now, and the fields that somebody else has changed differently.
 * @param {Values} before what I began with @param {Values} mine @param {Values} now @returns {{ draft: Values, disputed: Conflict[] }}
 */
export function rebased(before, mine, now) {
  const all = conflicts(before, mine, now);
  return { draft: chosenOf(now, mine, changedFields(before, mine)), disputed: all.some(({ both }) => both) ? all : [] };
}

/** Every text without what nobody sees; a secret goes as it was typed. @param {any} value @param {string} name @returns {any} */
export function cleanedValues(value, name = '') {
  if (typeof value === 'string') {
    return isSecret(name) ? value : cleaned(value);
  }
  if (Array.isArray(value)) {
    return value.map((each) => cleanedValues(each, name));
  }
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([each, inner]) => [each, cleanedValues(inner, each)])) : value;
}
