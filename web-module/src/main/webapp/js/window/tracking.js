/**
 * What the brand's tracking library is told of calls (W5): each step once, whichever tab of the person sees it first and
 * however often the page is loaded. It learns no id of a call or a person.
 *
 * @typedef {'OFFERED'|'ACCEPTED'|'DECLINED'|'STARTED'|'ENDED'|'FAILED'} TrackedEvent
 * @typedef {import('../call/call-store.js').Call} Call
 */
import {exclusively} from '../browser/locks.js';
import {local} from '../browser/storage.js';
import {isOpen} from '../call/call-store.js';

/** Ends that are no failure. */
const ENDS = new Set(['HUNG_UP', 'CANCELLED', 'EXPIRED', 'CONVERSATION_CLOSED', undefined]);
/** So many steps are remembered; older calls are over. */
const REMEMBERED = 60;

/** @param {Call} call @returns {TrackedEvent[]} */
export const eventsOf = call => [
  'OFFERED',
  ...(call.acceptedMode ? ['ACCEPTED'] : []),
  ...(call.activeSince ? ['STARTED'] : []),
  ...(isOpen(call) ? [] : [endOf(call)]),
];

const endOf = ({cause, errorId}) => {
  if (cause === 'DECLINED') return 'DECLINED';
  return ENDS.has(cause) && !errorId ? 'ENDED' : 'FAILED';
};

export class Tracking {
  #key; #settings; #embedding;

  /** @param {{account: string, settings: import('./window-settings.js').WindowSettings, embedding: import('./embedding.js').Embedding}} options */
  constructor({account, settings, embedding}) {
    this.#key = `eyeline.tracked.${account}`;
    this.#settings = settings;
    this.#embedding = embedding;
  }

  /** @param {Call[]} calls */
  async follow(calls) {
    await this.#settings.ready;
    const tracker = this.#settings.now?.tracker;
    if (!tracker || tracker.kind === 'NONE' || !calls.length) return;
    await exclusively(this.#key, () => calls.forEach(call => this.#tell(tracker, call)));
  }

  #tell(tracker, call) {
    const told = this.#told();
    const fresh = eventsOf(call).filter(event => !told.includes(`${call.callId} ${event}`));
    fresh.forEach(event => this.#embedding.track({tracker, event, mode: call.acceptedMode ?? call.mode}));
    if (fresh.length) this.#remember([...told, ...fresh.map(event => `${call.callId} ${event}`)]);
  }

  #told() {
    try { return JSON.parse(local.getItem(this.#key) ?? '[]'); } catch { return []; }
  }

  #remember(told) { local.setItem(this.#key, JSON.stringify(told.slice(-REMEMBERED))); }
}
