// What each finding of a check is called, means, and asks the person to do. Pure.

/** What the speeds are enough for, in kbit/s each way. */
export const ENOUGH = Object.freeze({ full: 2600, lower: 1100, voice: 600 });

const good = (says) => ({ state: 'GOOD', says });
const weak = (says, todo) => ({ state: 'WEAK', says, todo });
const bad = (says, todo) => ({ state: 'BAD', says, todo });
const none = (says) => ({ state: 'NONE', says });

const ALLOW = 'Allow it beside the address of this page, then run the check again.';
const UNANSWERED_TODO = 'Look for a question beside the address of this page or behind another window, and in the system’s settings.';
/** While a browser is asked and says nothing. */
export const SILENT = Object.freeze({ says: 'The browser has not answered yet.', todo: UNANSWERED_TODO });
const NO_ACCOUNT = none('Not checked: the address of this page names no account.');
const NO_SERVER = none('Not checked: the server did not answer, or not for this account.');
const WAIT = none('Not checked: too many checks from this network just now. Try again in a minute.');

const device = (name, without) => ({
  DENIED: bad(`The ${name} is blocked in this browser.`, ALLOW),
  FORBIDDEN: bad(`The page forbids the ${name}.`, 'Open this page in a tab of its own, or tell who runs the website: its permissions policy has to allow it.'),
  WITHHELD: bad(`The system does not give the ${name} to this browser.`, 'Allow it in the system’s settings, under privacy, then run the check again.'),
  UNANSWERED: bad(`The question for the ${name} was not answered.`, UNANSWERED_TODO),
  MUTED: bad(`It opens, but the system has muted the ${name}.`, 'Look at its key, switch or cover, at a phone call, and in the system’s settings, then run the check again.'),
  MISSING: bad(`No ${name} was found.`, `Plug one in, or switch it on. ${without}`),
  BUSY: bad(`Another program uses the ${name}.`, 'Close it there, then run the check again.'),
  FAILED: bad(`The ${name} could not be opened.`, 'Unplug it and plug it in again, or restart the browser.'),
});

const relay = (over, without) => ({
  OK: good(`The relay answers ${over}.`),
  REFUSED: bad('The relay answers, but refuses the credential (401).', 'Tell your administrator: the secret in the call settings is not the relay’s own.'),
  FULL: weak('The relay answers, but has no room for a check now (486).', 'Run the check again in some minutes. Calls have room of their own.'),
  UNREACHABLE: bad(`The relay cannot be reached ${over}.`, without),
  NOT_SET_UP: none(`Not set up: the account has no relay ${over}.`),
  WITHHELD: none('Not checked here: this relay is used in calls alone.'),
  NO_ACCOUNT, NO_SERVER,
});

const speed = (way) => ({
  FULL: ({ kbps }) => good(`${shown(kbps)} ${way}: enough for video in full quality.`),
  LOWER: ({ kbps }) => good(`${shown(kbps)} ${way}: enough for video in lower quality. Full quality takes ${shown(ENOUGH.full)}.`),
  VOICE: ({ kbps }) => weak(`${shown(kbps)} ${way}: enough for voice, not for video.`, 'Move nearer to the router, use a cable, or stop other downloads.'),
  SLOW: ({ kbps }) => bad(`${shown(kbps)} ${way}: voice may break up.`, 'Move nearer to the router, use a cable, or another network.'),
  UNKNOWN: none('Could not be measured.'),
  NO_ACCOUNT, NO_SERVER, WAIT,
});

/** @param {number} kbps */
const shown = (kbps) => (kbps > 20_000 ? 'More than 20,000 kbit/s' : `${Math.round(kbps).toLocaleString('en')} kbit/s`);

/** By row and outcome: what it says, or a function of the finding. */
export const WORDS = {
  browser: {
    OK: good('This browser can make voice and video calls.'),
    MISSING: bad('This browser cannot make calls.', 'Use a current Chrome, Edge, Firefox or Safari.'),
  },
  secure: {
    OK: good('The page is encrypted, as camera and microphone want it.'),
    INSECURE: bad('The page is not encrypted, so the browser gives no camera or microphone.', 'Open it with https:// in front.'),
  },
  frame: {
    OK: good('The page is not inside another one.'),
    TAG: good('The tag of the window is in the topmost page.'),
    FRAMED: weak('The page is inside another one, which may keep camera and microphone from it.', 'Open it in a tab of its own. The tag of the window belongs into the topmost page.'),
  },
  policy: {
    OK: good('The page lets calls use microphone and camera.'),
    UNKNOWN: none('This browser does not tell; microphone and camera below show it.'),
    MICROPHONE: bad('The page forbids the microphone.', 'Tell who runs this website: its permissions policy has to allow the microphone.'),
    CAMERA: bad('The page forbids the camera.', 'Tell who runs this website: its permissions policy has to allow the camera.'),
  },
  microphone: {
    HEARD: good('It works, and hears something.'),
    SILENT: weak('It opens, but nothing was heard.', 'Say something while the check runs; look for a mute switch, or choose another microphone below.'),
    ...device('microphone', 'Without one you cannot be heard.'),
  },
  camera: { OK: good('It works.'), ...device('camera', 'Calls by voice work without.') },
  signalling: {
    OK: ({ ms }) => good(`The server answers in ${ms} ms.`),
    SLOW: ({ ms }) => weak(`The server answers in ${ms} ms, which is slow.`, 'Talk may feel delayed. Another network may be faster.'),
    BLOCKED: bad('The server is there, but the lasting connection (WebSocket) is not let through.', 'Ask who runs your network to let secure WebSockets through on port 443.'),
    REFUSED: bad('The account takes nobody in from here.', 'Check the account’s number in the address of this page.'),
    UNREACHABLE: bad('The server cannot be reached.', 'Check your network, then run the check again.'),
    NO_ACCOUNT,
  },
  stun: {
    OK: good('The server that tells your public address answers.'),
    UNREACHABLE: weak('The server that tells your public address does not answer.', 'Calls may need the relay. Ask who runs your network to let UDP out on port 3478.'),
    NOT_SET_UP: none('Not set up: the account has no STUN server.'),
    WITHHELD: none('Not checked here.'),
    NO_ACCOUNT, NO_SERVER,
  },
  turnUdp: relay('over UDP', 'The best way is closed; TCP or TLS may stand in. Ask who runs your network to let UDP out on port 3478.'),
  turnTcp: relay('over TCP', 'Ask who runs your network to let TCP out on port 3478.'),
  turnTls: relay('over TLS', 'Behind a strict firewall this is the last way. Ask who runs your network to let TCP out on port 5349 or 443.'),
  down: speed('down'),
  up: speed('up'),
};
