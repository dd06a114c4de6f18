// Leaving the workspace: what is asked before, since calls end with a log-in.
import { allCalls, isElsewhere, isOpen, isRinging } from '../call/call-store.js';

/** @typedef {'unsent' | 'sign-out' | 'sign-out-ringing' | 'sign-out-call' | 'sign-out-elsewhere'} LeavingQuestion */

/**
 * What has to be asked before this person logs out; nothing when nobody would feel it.
 * @param {{ calls: { state: import('../call/call-store.js').CallsState }, mine: unknown[], drafts: { names: string[] } }} desk
 * @returns {LeavingQuestion | undefined}
 */
export function questionBefore({ calls, mine, drafts }) {
  const open = allCalls(calls.state).filter(isOpen);
  const here = open.filter((call) => !isElsewhere(call));
  if (here.length > 0) {
    return here.every(isRinging) ? 'sign-out-ringing' : 'sign-out-call';
  }
  if (open.length > 0) {
    return 'sign-out-elsewhere';
  }
  return mine.length > 0 ? 'sign-out' : drafts.names.length > 0 ? 'unsent' : undefined;
}
