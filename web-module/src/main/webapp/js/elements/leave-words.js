// How a call ended that somebody left: an agent who may not be here any more, a page that did not come back. For the person who looks.

/** @typedef {import('./call-words.js').Words} Words */

/** @type {Record<string, { icon: string, own: string, theirs: (name: string) => string }>} */
const ENDS = {
  LOGGED_OUT: { icon: 'log-out', own: 'You logged out', theirs: (name) => `${name} logged out` },
  LOGIN_ENDED: { icon: 'log-out', own: 'Your log-in ended', theirs: (name) => `${name} is not logged in any more` },
  ACCOUNT_CLOSED: { icon: 'lock', own: 'The account was closed', theirs: () => 'This service was closed' },
};

/**
 * @param {{ cause?: string, acceptedMode?: string }} call
 * @param {{ own: boolean, peerName: string, length: string, again: string }} who `own`: the reader is whose log-in it was; `length`: how
 *   long it lasted, in words; `again`: what the reader can do now
 * @returns {Words | undefined} nothing for another end
 */
export function leaveWords({ cause, acceptedMode }, { own, peerName, length, again }) {
  const end = ENDS[cause ?? ''];
  if (!end) {
    return undefined;
  }
  const what = acceptedMode ? `The call ended with it. ${length}` : 'The invitation was taken back.';
  const goesOn = own || cause === 'ACCOUNT_CLOSED' ? '' : again;
  return { icon: end.icon, tone: 'neutral', title: own ? end.own : end.theirs(peerName), text: `${what} ${goesOn}`.replace(/ +/g, ' ').trim() };
}

/**
 * A page was closed, or left, and no other took the call up in time.
 * @param {{ own: boolean, peerName: string, again: string, errorId?: string }} who `own`: it was the reader's page
 * @returns {Words}
 */
export const pageLeftWords = ({ own, peerName, again, errorId }) => ({
  icon: 'unplug', tone: 'neutral', title: own ? 'Your page was closed' : `${peerName} closed the page`,
  text: `The call ended because nobody came back in time. ${again}`, errorId,
});
