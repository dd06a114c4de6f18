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
  /** A frame that has loaded something says its first word sooner than this, or it is none of ours. */
  var WORD_LIMIT_MS = 3000;
  var MARK = Symbol.for('eyeline.tag');
  var script = document.currentScript;

  // --- the rules of a page ------------------------------------------------------------------------------------------

  /** Things that the page can put right. */
  function warn(words) {
    console.warn('Eyeline: ' + words);
  }

  if (!script || !script.src) return warn('The tag must be a script element with a src.');
  var account = script.dataset.account || '';
  if (!/^[0-9A-Za-z]{1,32}$/.test(account)) return warn('The tag needs data-account with the number of your account.');
  var origin = new URL(script.src).origin;
  var configuration = origin + '/api/account/' + account + '/configuration/';

  /** Says a broken rule here and, once in this tab, to the brand's administrator. */
  function broken(rule, words) {
    warn(words);
    try {
      if (sessionStorage.getItem('eyeline.told.' + rule)) return;
      sessionStorage.setItem('eyeline.told.' + rule, 'true');
    } catch (forbidden) { /* a page without storage tells it on each visit */ }
    fetch(configuration + 'page-problems', {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{"rule":"' + rule + '"}', credentials: 'omit', keepalive: true
    }).catch(function () { /* the console has it */ });
  }

  if (location.protocol !== 'https:') return broken('NOT_HTTPS', 'The page must be served over HTTPS; browsers open no camera or microphone otherwise. Redirect it to https.');
  if (window.top !== window.self) return broken('IN_A_FRAME', 'The tag belongs into the topmost page, not into a frame. Put it there, and remove it here.');
  if (document[MARK]) return warn('The tag is already on this page; the second one was left out.');
  document[MARK] = true;

  /** Functions of the language that the tag needs as they are; what many pages wrap with good reason is not among them. */
  var CORE = {
    'JSON.parse': JSON.parse, 'JSON.stringify': JSON.stringify, 'Object.assign': Object.assign, 'Object.keys': Object.keys,
    'Array.prototype.filter': Array.prototype.filter, 'Array.prototype.forEach': Array.prototype.forEach,
    'Array.prototype.indexOf': Array.prototype.indexOf, 'Array.prototype.map': Array.prototype.map,
    'Array.prototype.push': Array.prototype.push, 'Function.prototype.apply': Function.prototype.apply,
    'Function.prototype.bind': Function.prototype.bind, 'Function.prototype.call': Function.prototype.call,
    'String.prototype.replace': String.prototype.replace, 'window.postMessage': window.postMessage
  };

  function isNative(core) {
    return typeof core === 'function' && /\{\s*\[native code\]\s*\}\s*$/.test(Function.prototype.toString.call(core));
  }

  function checkCore() {
    var foreign = '';
    for (var name in CORE) {
      if (Object.prototype.hasOwnProperty.call(CORE, name) && !isNative(CORE[name])) foreign += (foreign && ', ') + name;
    }
    if (Array.prototype.toJSON) foreign += (foreign && ', ') + 'Array.prototype.toJSON';
    if (foreign) broken('OVERWRITTEN', 'A script of this page has overwritten ' + foreign + '; messages may get lost. Remove it, or update the library that does so.');
  }

  function checkPolicy() {
    var policy = frame.permissionsPolicy || frame.featurePolicy;
    var blocked = policy ? ['camera', 'microphone'].filter(function (device) { return !policy.allowsFeature(device); }) : [];
    if (blocked.length) {
      broken('PERMISSIONS_POLICY', 'The Permissions-Policy of this page blocks ' + blocked.join(' and ') + '; calls will fail. Allow '
        + blocked.map(function (device) { return device + '=(self "' + origin + '")'; }).join(', ') + '.');
    }
  }

  function violated(event) {
    if (event.disposition === 'report' || event.blockedURI.indexOf(origin) !== 0) return;
    broken('CONTENT_SECURITY_POLICY', 'The Content-Security-Policy of this page blocks Eyeline; allow ' + origin + ' in ' + event.effectiveDirective + '.');
  }

  /** The frame shows something else than the window: why? */
  function explain() {
    if (frame.dataset.state || explain.done) return;
    explain.done = true;
    fetch(configuration + 'window', {credentials: 'omit'}).then(function (answer) {
      warn(answer.ok ? 'The window did not load; look at the errors above.' : 'There is no account ' + account + '.');
    }, function () {
      warn('The window was refused: ' + location.origin + ' is not one of the allowed origins of account ' + account
        + ', or ' + origin + ' cannot be reached. Add it in the console, under call settings.');
    });
  }

  // --- the brand's own tracking library -----------------------------------------------------------------------------

  /** How each library takes an event: by its own queue, which the brand's page may make before or after us. */
  var TRACKERS = {
    GOOGLE_ANALYTICS: function (id, name, mode) {
      window.dataLayer = window.dataLayer || [];
      var push = typeof window.gtag === 'function' ? window.gtag : function () { window.dataLayer.push(arguments); };
      push('event', 'eyeline_call_' + name, {send_to: id, call_mode: mode});
    },
    MATOMO: function (id, name, mode) {
      window._paq = window._paq || [];
      // runs once for each tracker of the page, as `this`: only the one of the account's site counts it
      window._paq.push([function () {
        if (String(this.getSiteId()) === id) this.trackEvent('Eyeline', 'call ' + name, mode);
      }]);
    },
    MAPP: function (id, name, mode) {
      window.wts = window.wts || [];
      window.wts.push(['send', 'click', {linkId: 'eyeline.' + mode.toLowerCase() + '.' + name}]);
    },
    TEALIUM: function (id, name, mode) {
      var utag = window.utag;
      if (!utag || typeof utag.link !== 'function') return warn('There is no Tealium (utag.link) on this page to tell of calls.');
      if (utag.cfg && utag.cfg.utid && utag.cfg.utid.indexOf(id + '/') !== 0) return;
      utag.link({tealium_event: 'eyeline_call_' + name, eyeline_call_mode: mode});
    }
  };

  function track(message) {
    var tracker = message.tracker || {};
    if (!Object.prototype.hasOwnProperty.call(TRACKERS, tracker.kind) || !/^[\w./-]{1,200}$/.test(tracker.id)) return;
    if (!/^(OFFERED|ACCEPTED|DECLINED|STARTED|ENDED|FAILED)$/.test(message.event) || !/^(VOICE|VIDEO)_CALL$/.test(message.mode)) return;
    try {
      TRACKERS[tracker.kind](tracker.id, message.event.toLowerCase(), message.mode);
    } catch (theirs) {
      warn('The tracking library of this page threw an error: ' + theirs);
    }
  }

  // --- the window ---------------------------------------------------------------------------------------------------

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

  function tell(message) {
    frame.contentWindow.postMessage(Object.assign({eyeline: 1}, message), origin);
  }

  function title(count) {
    return count > 0 ? 'Messages, ' + count + ' unread' : 'Messages';
  }

  // --- the page's title while it rings and nobody looks -------------------------------------------------------------

  /** How often it is looked whether the page has changed its title meanwhile. A page that watches its title is not fought. */
  var TITLE_MS = 1000;
  /** What rings, the title that we have set for it, the page's own, and the clock of it all. */
  var ringing = {words: '', set: '', pages: '', clock: 0};

  function ring(words) {
    ringing.words = typeof words === 'string' ? words.slice(0, 80) : '';
    followTitle();
  }

  function followTitle() {
    var wanted = ringing.words && document.hidden;
    if (wanted && !ringing.clock) ringing.clock = setInterval(showRing, TITLE_MS);
    if (wanted) return showRing();
    clearInterval(ringing.clock);
    ringing.clock = 0;
    if (ringing.set && document.title === ringing.set) document.title = ringing.pages;
    ringing.set = '';
  }

  /** What the page has made of its title meanwhile is what it gets back. */
  function showRing() {
    if (!ringing.set || document.title !== ringing.set) ringing.pages = document.title;
    document.title = ringing.words + (ringing.pages && ' \u00b7 ' + ringing.pages);
    ringing.set = document.title;
  }

  function told(event) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    var message = event.data;
    if (!message || message.eyeline !== 1) return;
    if (message.type === 'ready') frame.dataset.state = frame.dataset.state || 'CLOSED';
    if (message.type === 'size' && /^(OPEN|CLOSED|CALL)$/.test(message.state)) frame.dataset.state = message.state;
    if (message.type === 'unread') frame.title = title(Number(message.count));
    if (message.type === 'ring') ring(message.words);
    if (message.type === 'track') track(message);
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
    frame.allow = 'camera; microphone; display-capture; autoplay; fullscreen; screen-wake-lock';
    frame.src = origin + '/window/?account=' + account + '&origin=' + encodeURIComponent(location.origin)
      + '&language=' + encodeURIComponent(language());
    frame.addEventListener('load', function () { setTimeout(explain, WORD_LIMIT_MS); });
    setTimeout(explain, LOAD_LIMIT_MS);
    var root = host.attachShadow({mode: 'closed'});
    styled(root);
    root.appendChild(frame);
    window.addEventListener('message', told);
    document.addEventListener('click', clicked);
    document.addEventListener('visibilitychange', followTitle);
    document.addEventListener('securitypolicyviolation', violated);
    document.body.appendChild(host);
    checkPolicy();
  }

  checkCore();
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
