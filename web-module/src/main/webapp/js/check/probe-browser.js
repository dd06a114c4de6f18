// What the browser and the page allow, asked without opening anything.
import { canCall } from '../call/capability.js';

/** @param {any} [browser] @returns {Record<'browser' | 'secure' | 'policy', import('./rows.js').Finding>} */
export const browserFindings = (browser = globalThis) => ({
  browser: { outcome: canCall(browser) ? 'OK' : 'MISSING' },
  secure: { outcome: browser.isSecureContext ? 'OK' : 'INSECURE' },
  policy: { outcome: policy(browser.document) },
});

function policy(page) {
  const known = page.permissionsPolicy ?? page.featurePolicy;
  if (typeof known?.allowsFeature !== 'function') {
    return 'UNKNOWN';
  }
  return !known.allowsFeature('microphone') ? 'MICROPHONE' : known.allowsFeature('camera') ? 'OK' : 'CAMERA';
}
