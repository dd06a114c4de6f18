/*
 * Eyeline's tag: <script src="https://your-eyeline/tag.js" data-account="10000001" async></script>
 * It puts the engagement window into the page as an iframe of Eyeline's own origin. Nothing of the page can break what
 * is inside, nothing inside can read the page; both talk by postMessage with exact origins. An element of the page with
 * the attribute data-eyeline-open opens the window. What may be set, and where: docs/website.md.
 *
 * The frame lives outside of body, so that pages that change without loading, and whatever they do to their body, do not
 * touch it: a frame that is moved or taken away loads anew.
 */
(function () {
  'use strict';

  /** A window that has not said a word by then is blocked by something. */
  var LOAD_LIMIT_MS = 15000;
  /** A frame that has loaded something says its first word sooner than this, or it is none of ours. */
  var WORD_LIMIT_MS = 3000;
  /** Who asked for the window and does not get it goes where the link leads, after this time. */
  var ASKED_LIMIT_MS = 5000;
  /** A page that takes the window away more often than this in so short a time does not want it. */
  var TAKEN_AWAY = {times: 10, withinMs: 10000};
  /** A language as BCP 47 writes it. */
  var LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,7}$/i;
  var MARK = Symbol.for('eyeline.tag');
  var settings = window.eyelineSettings || {};
  /** Loaders that run the text of a script leave no current one. */
  var script = document.currentScript || Array.from(document.querySelectorAll('script[src*="/tag.js"]')).pop();
  /** Elements that were pressed and wait for the window. */
  var asked = [];
  /** Whether the window can be told something, and whether it is known that it does not come. */
  var ready = false, refused = false;

  // --- the rules of a page ------------------------------------------------------------------------------------------

  /** Things that the page can put right. */
  function warn(words) {
    console.warn('Eyeline: ' + words);
  }

  /** What the page has set: at the script, else in its address (tag managers take attributes away), else in eyelineSettings. */
  function configured(name) {
    return script.dataset[name] || address.searchParams.get(name) || settings[name] || '';
  }

  if (!script || !script.src) return withoutWindow(), warn('The tag must be a script element with a src.');
  var address = new URL(script.src);
  var account = String(configured('account'));
  if (!/^[0-9A-Za-z]{1,32}$/.test(account)) {
    return withoutWindow(), warn('The tag needs the number of your account: data-account="…" at the script, ?account=… in its address, or window.eyelineSettings.');
  }
  var origin = address.origin;
  /** Where Eyeline is: below a path of the host if it is not the host's only tenant. */
  var base = origin + (/\/tag\.js$/.test(address.pathname) ? address.pathname.slice(0, -'/tag.js'.length) : '');
  var configuration = base + '/api/account/' + account + '/configuration/';

  /** Says a broken rule here and, once in this tab, to the brand's administrator. */
  function broken(rule, words) {
    warn(words);
    if (broken[rule]) return;
    broken[rule] = true;
    try {
      if (sessionStorage.getItem('eyeline.told.' + rule)) return;
      sessionStorage.setItem('eyeline.told.' + rule, 'true');
    } catch (forbidden) { /* a page without storage tells it on each visit */ }
    fetch(configuration + 'page-problems', {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{"rule":"' + rule + '"}', credentials: 'omit', keepalive: true
    }).catch(function () { /* the console has it */ });
  }

  if (location.protocol !== 'https:') return withoutWindow(), broken('NOT_HTTPS', 'The page must be served over HTTPS; browsers open no camera or microphone otherwise. Redirect it to https.');
  if (window.top !== window.self) return withoutWindow(), broken('IN_A_FRAME', 'The tag belongs into the topmost page, not into a frame. Put it there, and remove it here.');
  // a page that changes without loading may run the script of its body again, whose element before is gone
  if (document[MARK]) return document[MARK] !== script && document[MARK].isConnected && warn('The tag is already on this page; the second one was left out.');
  document[MARK] = script;

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
    var blocked = policy ? ['camera', 'microphone', 'display-capture'].filter(function (device) { return !policy.allowsFeature(device); }) : [];
    if (blocked.length) {
      broken('PERMISSIONS_POLICY', 'The Permissions-Policy of this page blocks ' + blocked.join(' and ')
        + (blocked[0] === 'display-capture' ? '; screens cannot be shared. Allow ' : '; calls will fail. Allow ')
        + blocked.map(function (device) { return device + '=(self "' + origin + '")'; }).join(', ') + '.');
    }
  }

  function violated(event) {
    if (event.disposition === 'report' || event.blockedURI.indexOf(origin) !== 0) return;
    if (/^(frame|child|default)-src/.test(event.effectiveDirective)) letLinksBe();
    broken('CONTENT_SECURITY_POLICY', 'The Content-Security-Policy of this page blocks Eyeline; allow ' + origin + ' in ' + event.effectiveDirective + '.');
  }

  /** The frame shows something else than the window: why? */
  function explain() {
    if (frame.dataset.state || explain.done) return;
    explain.done = true;
    letLinksBe();
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

  // --- who asks for the window --------------------------------------------------------------------------------------

  /** The element that opens the window, if this is a plain press of one; one with Ctrl opens a link in another tab. */
  function openerOf(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
    return event.composedPath().find(function (at) { return at instanceof Element && at.hasAttribute('data-eyeline-open'); });
  }

  /** On the way down, so that a router of the page finds the press taken and does not follow the link as well. */
  function clicked(event) {
    var opener = refused ? undefined : openerOf(event);
    if (!opener) return;
    event.preventDefault();
    ask(opener);
  }

  function ask(opener) {
    if (ready) return tell({type: 'open'});
    asked.push(opener);
    setTimeout(function () { if (asked.indexOf(opener) >= 0) letLinksBe(); }, ASKED_LIMIT_MS);
  }

  /** There is no window, at least not now: who asked for it goes where the link leads, and links are links from now on. */
  function letLinksBe() {
    if (ready) return;
    refused = true;
    var last = asked.pop();
    asked = [];
    if (last && last.closest('a[href],area[href],form')) last.click();
  }

  /** What was pressed before this script was here, kept by the lines of docs/website.md. */
  function early() {
    var pressed = Array.isArray(settings.asked) ? settings.asked : [];
    settings.asked = undefined;
    return pressed.filter(function (at) { return at instanceof Element && at.isConnected; });
  }

  function withoutWindow() {
    asked = early();
    letLinksBe();
  }

  function isReady() {
    ready = true;
    refused = false;
    frame.dataset.state = frame.dataset.state || 'CLOSED';
    if (asked.length) tell({type: 'open'});
    asked = [];
  }

  // --- the window ---------------------------------------------------------------------------------------------------

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
    'dialog{all:initial;display:block;position:fixed;inset:auto 0 0 auto;width:0;height:0}dialog::backdrop{background:none}',
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
    if (message.type === 'ready') isReady();
    if (message.type === 'size' && /^(OPEN|CLOSED|CALL)$/.test(message.state)) frame.dataset.state = message.state;
    rise();
    if (message.type === 'unread') frame.title = title(Number(message.count));
    if (message.type === 'ring') ring(message.words);
    if (message.type === 'track') track(message);
  }

  // --- where the window stands in the page --------------------------------------------------------------------------

  /** Where the frame has its place, and where it is now: there, or for a while in a modal dialog of the page. */
  var home, now;
  /** Sees that the frame was taken away; sees that something of the page became modal, or that html changed its looks. */
  var removals = new MutationObserver(comeBack), modality = new MutationObserver(rise);
  var takenAway = [];

  /** An element for the frame, with nothing in it yet. */
  function stand() {
    var host = document.createElement('eyeline-window');
    var root = host.attachShadow({mode: 'closed'});
    if (host.showPopover) host.popover = 'manual';
    styled(root);
    return {host: host, seat: root.moveBefore ? root : root.appendChild(document.createElement('dialog'))};
  }

  function place() {
    now = home;
    home.seat.appendChild(frame);
    document.documentElement.appendChild(home.host);
    listen();
    watch();
    rise();
  }

  /** Again whenever the frame comes back: a page that is written anew loses its listeners. */
  function listen() {
    window.addEventListener('message', told);
    window.addEventListener('click', clicked, true);
    window.addEventListener('focusin', focused, true);
    document.addEventListener('visibilitychange', followTitle);
    window.addEventListener('pointerdown', takeTurns, true);
    document.addEventListener('securitypolicyviolation', violated);
  }

  /** Only where the frame is: other changes of the page are none of ours. */
  function watch() {
    var html = document.documentElement, guest = now !== home;
    removals.disconnect();
    removals.observe(document, {childList: true, subtree: guest});
    if (!guest) removals.observe(html, {childList: true});
    for (var root = now.host.getRootNode(); root.host; root = root.host.getRootNode()) removals.observe(root, {childList: true, subtree: true});
    modality.disconnect();
    modality.observe(document, {subtree: true, attributes: true, attributeFilter: ['open']});
    if (guest) modality.observe(now.host.parentNode, {attributes: true, attributeFilter: ['open']});
    modality.observe(html, {attributes: true, attributeFilter: ['class', 'style']});
  }

  function comeBack() {
    if (frame.isConnected) return;
    var time = Date.now();
    takenAway = takenAway.filter(function (before) { return time - before < TAKEN_AWAY.withinMs; }).concat(time);
    ready = false;
    if (takenAway.length <= TAKEN_AWAY.times) return place();
    removals.disconnect();
    modality.disconnect();
    letLinksBe();
    warn('A script of this page takes the window away again and again; it stays away.');
  }

  /** A frame that has the focus is nothing that a page's focus trap may fetch it back from. */
  function focused(event) {
    if (event.target === now.host) event.stopImmediatePropagation();
    else rise();
  }

  /** While the window is open, it rings or a call runs, or where html itself would carry away what is fixed. */
  function needsTop() {
    var look = getComputedStyle(document.documentElement);
    return /^(OPEN|CALL)$/.test(frame.dataset.state) || look.perspective !== 'none' || /paint|layout|strict|content/.test(look.contain)
      || [look.transform, look.translate, look.rotate, look.scale].some(function (value) { return value && value !== 'none'; })
      || /transform|translate|rotate|scale|perspective/.test(look.willChange);
  }

  /** The page's modal dialog that has the focus, or else any; everything outside of it is inert, in the top layer too. */
  function modal() {
    try {
      var at = document.activeElement;
      while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
      for (; at; at = at.assignedSlot || at.parentNode || at.host) if (at instanceof Element && at.matches('dialog:modal')) return at;
      return Array.from(document.querySelectorAll('dialog:modal')).pop();
    } catch (older) {
      return undefined;
    }
  }

  /** Puts the window above everything while it has to be there, and into the page's modal dialog, where the person is. */
  function rise() {
    if (!frame.isConnected) return;
    var top = needsTop(), dialog = top && modal() || undefined;
    if (!frame.moveBefore) beside(dialog);
    else if (dialog && dialog !== now.host.parentNode) move(stand(), dialog);
    else if (!dialog && now !== home) move(home, document.documentElement);
    show(top);
  }

  function show(top) {
    if (now.host.showPopover && now.host.matches(':popover-open') !== top) now.host.togglePopover(top);
  }

  /**
   * A frame that is moved loads anew, and what goes on in it ends, except by moveBefore. It is the frame that moves: Firefox loads
   * it anew where the tree around it does.
   */
  function move(next, parent) {
    var left = now;
    show(false);
    if (next.host.parentNode !== parent) parent.appendChild(next.host);
    next.seat.moveBefore(frame, null);
    now = next;
    if (left !== home) left.host.remove();
    watch();
  }

  // Where there is no moveBefore (Safari) the window and the page's modal dialog take turns: a press in the window makes a
  // dialog of its own modal, a press beside it gives that back.

  function beside(dialog) {
    if (!dialog && now.seat.open) now.seat.close();
    if (dialog && dialog !== beside.dialog) show(false); // and anew above it
    beside.dialog = dialog;
  }

  function takeTurns(event) {
    var seat = now.seat, box = frame.getBoundingClientRect();
    var within = event.clientX >= box.left && event.clientX < box.right && event.clientY >= box.top && event.clientY < box.bottom;
    if (seat.open && !within) seat.close();
    if (!beside.dialog || seat.open || !within) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    seat.showModal();
  }

  function language() {
    var wishes = [configured('language'), document.documentElement.lang, navigator.language];
    for (var i = 0; i < wishes.length; i++) {
      var wish = String(wishes[i] || '').trim().replace(/[.@].*$/, '').replace(/_/g, '-'); // de_AT.UTF-8, as servers write it
      if (LANGUAGE.test(wish)) return wish;
    }
    return 'en';
  }

  function start() {
    frame.title = title(0);
    frame.allow = 'camera; microphone; display-capture; autoplay; fullscreen; screen-wake-lock';
    frame.src = base + '/window/?account=' + account + '&origin=' + encodeURIComponent(location.origin)
      + '&language=' + encodeURIComponent(language());
    frame.addEventListener('load', function () { setTimeout(explain, WORD_LIMIT_MS); });
    setTimeout(explain, LOAD_LIMIT_MS);
    home = stand();
    place();
    checkPolicy();
    early().forEach(ask);
  }

  checkCore();
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
