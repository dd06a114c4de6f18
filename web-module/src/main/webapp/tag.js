/*
 * Eyeline's tag: <script src="https://your-eyeline/tag.js" data-account="10000001" async></script>
 * The texts of calls are in the page's language (<html lang>), or in the one that data-language names.
 * It puts the engagement window into the page as an iframe of Eyeline's own origin. Nothing of the page can break what
 * is inside, nothing inside can read the page; both talk by postMessage with exact origins. An element of the page with
 * the attribute data-eyeline-open opens the window.
 */
(function () {
  'use strict';

  /** A window that has not said a word by then is blocked by something. */
  var LOAD_LIMIT_MS = 15000;
  var MARK = Symbol.for('eyeline.tag');
  var script = document.currentScript;

  function refusal() {
    if (!script || !script.src) return 'The tag must be a script element with a src.';
    if (!/^[\w-]{1,64}$/.test(script.dataset.account || '')) return 'The tag needs data-account with the number of your account.';
    if (location.protocol !== 'https:') return 'The page must be served over HTTPS.';
    if (window.top !== window.self) return 'The tag belongs into the topmost page, not into a frame.';
    if (document[MARK]) return 'The tag is already on this page; the second one was left out.';
    return '';
  }

  var why = refusal();
  if (why) {
    warn(why);
    return;
  }
  document[MARK] = true;

  var origin = new URL(script.src).origin;
  var account = script.dataset.account;
  var host = document.createElement('eyeline-window');
  var frame = document.createElement('iframe');

  // Important rules of a shadow root stand above every rule of the page, important ones too.
  var STYLE = [
    ':host{all:initial!important;display:block!important;position:fixed!important;inset:auto 0 0 auto!important;',
    'width:0!important;height:0!important;z-index:2147483000!important}',
    'iframe{position:fixed;inset:auto max(8px,env(safe-area-inset-right)) max(8px,env(safe-area-inset-bottom)) auto;',
    'border:0;margin:0;padding:0;background:transparent;color-scheme:light dark;visibility:hidden;width:84px;height:84px}',
    'iframe[data-state]{visibility:visible}',
    'iframe[data-state=OPEN],iframe[data-state=CALL]{right:20px;bottom:20px;border-radius:16px;',
    'width:min(400px,calc(100vw - 40px));height:min(680px,calc(100dvh - 40px));',
    'box-shadow:0 2px 8px rgb(20 28 32/.12),0 18px 56px rgb(20 28 32/.26)}',
    'iframe[data-state=CALL]{width:min(1000px,calc(100vw - 40px));height:min(700px,calc(100dvh - 40px))}',
    '@media (max-width:520px),(max-height:460px){iframe[data-state=OPEN],iframe[data-state=CALL]{inset:0;width:100vw;',
    'height:100vh;height:100dvh;border-radius:0;box-shadow:none}}',
    '@media (prefers-reduced-motion:no-preference){iframe[data-state=OPEN],iframe[data-state=CALL]{animation:eyeline .22s cubic-bezier(.2,0,0,1)}}',
    '@keyframes eyeline{from{opacity:0;transform:translateY(10px)}}',
    '@media print{iframe{display:none}}'
  ].join('');

  function styled(root) {
    try {
      var sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch (older) {
      var style = document.createElement('style');
      style.textContent = STYLE;
      root.appendChild(style);
    }
  }

  /** Things that the page can put right, said once each. */
  function warn(words) {
    console.warn('Eyeline: ' + words);
  }

  function checkPolicy() {
    var policy = document.permissionsPolicy || document.featurePolicy;
    var blocked = policy ? ['camera', 'microphone'].filter(function (device) { return !policy.allowsFeature(device); }) : [];
    if (blocked.length) warn('The Permissions-Policy of this page blocks ' + blocked.join(' and ') + '; calls will fail.');
  }

  function checkLoaded() {
    if (!frame.dataset.state) warn('The window did not load; allow ' + origin + ' in frame-src of this page\u2019s Content-Security-Policy.');
  }

  function tell(message) {
    frame.contentWindow.postMessage(Object.assign({eyeline: 1}, message), origin);
  }

  function title(count) {
    return count > 0 ? 'Messages, ' + count + ' unread' : 'Messages';
  }

  function told(event) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    var message = event.data;
    if (!message || message.eyeline !== 1) return;
    if (message.type === 'ready') frame.dataset.state = frame.dataset.state || 'CLOSED';
    if (message.type === 'size' && /^(OPEN|CLOSED|CALL)$/.test(message.state)) frame.dataset.state = message.state;
    if (message.type === 'unread') frame.title = title(Number(message.count));
  }

  function clicked(event) {
    var opener = event.target instanceof Element && event.target.closest('[data-eyeline-open]');
    if (!opener) return;
    event.preventDefault();
    tell({type: 'open'});
  }

  function language() {
    return script.dataset.language || document.documentElement.lang || navigator.language;
  }

  function start() {
    frame.title = title(0);
    frame.allow = 'camera; microphone; display-capture; autoplay; fullscreen';
    frame.src = origin + '/window/?account=' + encodeURIComponent(account) + '&origin=' + encodeURIComponent(location.origin)
      + '&language=' + encodeURIComponent(language());
    var root = host.attachShadow({mode: 'closed'});
    styled(root);
    root.appendChild(frame);
    window.addEventListener('message', told);
    document.addEventListener('click', clicked);
    document.body.appendChild(host);
    checkPolicy();
    setTimeout(checkLoaded, LOAD_LIMIT_MS);
  }

  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
