// What is never kept as a draft: a password, the secret of a relay, a code for one log-in. Pure.

/** How members are called whose values are secret; of a name with a path the last part counts. */
const SECRET = /^(.*password.*|.*secret|passphrase|code|otp|pin|token|bearer|csrf|jwt)$/i;

/** Says of a secret that it is there, and is none. */
const HARMLESS = new Set(['hasSecret']);

/** @param {string} name */
export const isSecret = (name) => {
  const last = name.split('.').at(-1) ?? '';
  return SECRET.test(last) && !HARMLESS.has(last);
};

/**
 * A value without its secrets, and whether there were any.
 * @param {any} value @returns {{ value: any, withheld: boolean }}
 */
export function withoutSecrets(value) {
  let withheld = false;
  const keep = (/** @type {any} */ each) => {
    if (Array.isArray(each)) {
      return each.map(keep);
    }
    if (each === null || typeof each !== 'object') {
      return each;
    }
    return Object.fromEntries(Object.entries(each).flatMap(([name, inner]) => {
      if (!isSecret(name)) {
        return [[name, keep(inner)]];
      }
      withheld ||= Boolean(inner);
      return [];
    }));
  };
  return { value: keep(value), withheld };
}
