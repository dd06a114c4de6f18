/**
 * Who said no when a browser gives no device: the page that ours is in, the person, the system, or nobody at all. Pure.
 *
 * @typedef {'FORBIDDEN'|'DENIED'|'WITHHELD'|'MISSING'|'BUSY'|'UNANSWERED'} Refusal
 *   FORBIDDEN: by a Permissions-Policy or an `allow` of a frame. DENIED: by the person. WITHHELD: by the operating system. UNANSWERED: nobody answered
 */

/** Both are a NotAllowedError; Chromium alone tells them apart, and only in words. */
const BY_PAGE = /permissions?[ -]policy|feature[ -]policy/i;
const BY_SYSTEM = /\bby (the )?(operating )?system\b/i;

/** @param {{name: string, message?: string}} problem @param {boolean} forbidden what the page's policy says of what was asked for @returns {Refusal} */
export const refusalOf = ({name, message = ''}, forbidden) => {
  switch (name) {
    case 'SecurityError': return 'FORBIDDEN';
    case 'NotAllowedError': return forbidden || BY_PAGE.test(message) ? 'FORBIDDEN' : BY_SYSTEM.test(message) ? 'WITHHELD' : 'DENIED';
    case 'NotFoundError':
    case 'OverconstrainedError': return 'MISSING';
    case 'NotReadableError':
    case 'AbortError': return BY_SYSTEM.test(message) ? 'WITHHELD' : 'BUSY';
    case 'TimeoutError': return 'UNANSWERED';
    default: return 'WITHHELD';
  }
};

/**
 * Whether the page is known to forbid it: its own policy, and what each page around it passes on. Firefox and Safari do not tell.
 * @param {'camera'|'microphone'|'display-capture'} feature @param {any} [page]
 */
export const isForbidden = (feature, page = document) => {
  const policy = page.permissionsPolicy ?? page.featurePolicy;
  return typeof policy?.allowsFeature === 'function' && !policy.allowsFeature(feature);
};
