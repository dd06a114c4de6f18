// The window's page: puts connection, conversation, calls and the screen together.
import { isolated } from '../conversation/isolated.js';
import '../elements/define.js';
import '../elements/define-call.js';
import { local, session } from '../browser/storage.js';
import { Connection } from '../wire/connection.js';
import { consumerDoor } from '../wire/consumer-door.js';
import { Side } from '../wire/protocol.js';
import { allCalls, isOurs, isRunning } from '../call/call-store.js';
import { Calls } from '../call/calls.js';
import { KeptCalls } from '../call/kept-calls.js';
import { Ring } from '../call/ring.js';
import { Drafts } from '../drafts/drafts.js';
import { callName } from '../conversation/call-line.js';
import { consent } from '../elements/consent.js';
import { define } from '../elements/registry.js';
import { Embedding } from './embedding.js';
import { EyeCallWish } from './eye-call-wish.js';
import { EyeComposer } from './eye-composer.js';
import { EyeInvitation } from './eye-invitation.js';
import { EyeLauncher } from './eye-launcher.js';
import { EyePermission } from './eye-permission.js';
import { EyeWindow } from './eye-window.js';
import { Messaging } from './messaging.js';
import { Tracking } from './tracking.js';
import { TurnToRing } from './turn-to-ring.js';
import { WindowSettings, chosenLanguage } from './window-settings.js';

consent(); // whether somebody is here is known from the start

define('eye-call-wish', EyeCallWish);
define('eye-composer', EyeComposer);
define('eye-invitation', EyeInvitation);
define('eye-launcher', EyeLauncher);
define('eye-permission', EyePermission);
define('eye-window', EyeWindow);

const parameters = new URLSearchParams(location.search);
const account = parameters.get('account') ?? '';
const language = chosenLanguage(parameters.get('language'), navigator.language);
const KEPT_OPEN = `eyeline.open.${account}`;

const door = consumerDoor({ account });
const connection = new Connection(door.open);
const calls = new Calls({ connection, side: Side.CONSUMER, kept: new KeptCalls({ storage: local, key: `eyeline.calls.${account}` }) });
const screen = /** @type {EyeWindow} */ (document.createElement('eye-window'));
const drafts = new Drafts(`window.${account}`);
const messaging = new Messaging({ connection, ownId: door.ownId, onChange: () => screen.refresh(), drafts });
const settings = new WindowSettings({ account, language, onChange: () => screen.refresh() });
const embedding = new Embedding(parameters.get('origin'), () => setOpen(true));
const tracking = new Tracking({ account, settings, embedding });
const ring = new TurnToRing(new Ring());
let rings = '';
/** Calls that this page has heard of. */
const met = new Set();

function setOpen(open) {
  screen.open = open;
  keep(open);
  if (open) settings.load();
}

/** The next page of the site shows the window as it was left. */
function keep(open) {
  session.setItem(KEPT_OPEN, String(open));
}

function wasOpen() {
  return session.getItem(KEPT_OPEN) === 'true';
}

/** A ring opens the window; the sound stops with the first answer, wherever it was given, and when its time is over, whoever says so. */
function followRing(call) {
  if (call && rings !== call.callId) setOpen(true);
  rings = call?.callId ?? '';
  const sounds = call && !screen.answered && connection.serverNow() < call.expiresAt;
  if (sounds) ring.start(); else ring.stop();
  embedding.ring(sounds ? `☎ ${settings.now?.texts[call.mode] ?? callName(call.mode)}` : '');
}

/** Each call has the settings of its own time. */
function followCalls(all) {
  if (all.some(({ callId }) => !met.has(callId))) settings.load();
  all.forEach(({ callId }) => met.add(callId));
  tracking.follow(all);
}

screen.addEventListener('open-changed', ({ detail }) => {
  keep(detail.open);
  if (detail.open) settings.load();
});
screen.addEventListener('shown', ({ detail: { size, unread, ringing } }) => {
  embedding.size(size);
  embedding.unread(unread);
  document.title = ringing ? `${isolated(ringing.agentName)} is calling` : unread ? `(${unread}) Messages` : 'Messages';
  followRing(ringing);
});
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => ring.unlock(), { passive: true });
addEventListener('online', () => connection.redial());
document.addEventListener('visibilitychange', () => screen.refresh());
connection.on('clock', () => screen.refresh());
connection.on('state', state => {
  screen.connectionChanged(state);
  if (state === 'READY') {
    settings.load();
    if (drafts.belongTo(door.ownId())) messaging.startAfresh();
  }
});
calls.onChange(() => {
  const { calls: known } = calls.state;
  followCalls(allCalls(calls.state));
  if (rings && known[rings]?.state !== 'INVITED') followRing(undefined);
  if (!screen.open && allCalls(calls.state).some(call => isRunning(call) && isOurs(call))) setOpen(true);
  screen.refresh();
});

Object.assign(screen, { account, connection, calls, messaging, drafts, settings, embedded: embedding.embedded, open: !embedding.embedded || wasOpen() });
document.body.append(screen);
connection.open();
screen.updateComplete.then(() => embedding.ready());
