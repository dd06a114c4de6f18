// What the browser and the page allow, asked without opening anything.
import { canCall } from '../call/capability.js';

/**
 * @param {any} [browser] @param {boolean} [tagged] the check was opened from the window, whose tag runs in the topmost page alone
 * @returns {Record<'browser' | 'secure' | 'frame' | 'policy', import('./rows.js').Finding>}
 */
export const browserFindings = (browser = globalThis, tagged = false) => ({
  browser: { outcome: canCall(browser) ? 'OK' : 'MISSING' },
  secure: { outcome: browser.isSecureContext ? 'OK' : 'INSECURE' },
  frame: { outcome: browser.top !== browser.self ? 'FRAMED' : tagged ? 'TAG' : 'OK' },
  policy: { outcome: policy(browser.document) },
});

function policy(page) {
  const known = page.permissionsPolicy ?? page.featurePolicy;
  if (typeof known?.allowsFeature !== 'function') {
    return 'UNKNOWN';
  }
  return !known.allowsFeature('microphone') ? 'MICROPHONE' : known.allowsFeature('camera') ? 'OK' : 'CAMERA';
}
