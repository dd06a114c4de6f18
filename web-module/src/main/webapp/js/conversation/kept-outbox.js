// Messages that were on their way when the page went: kept with the drafts, shown as not sent, and known again when they did arrive.

const NAME = 'outbox';
const WHY = 'The page was left before the server answered.';

/** @typedef {import('./outbox.js').Outgoing} Outgoing */

/** @param {import('../drafts/drafts.js').Drafts | undefined} drafts @returns {Outgoing[]} */
export const keptOutbox = (drafts) => (drafts?.read(NAME) ?? []).map((/** @type {Outgoing} */ message) => ({ ...message, state: 'FAILED', why: WHY }));

/** @param {import('../drafts/drafts.js').Drafts | undefined} drafts @param {readonly Outgoing[]} outbox */
export function keepOutbox(drafts, outbox) {
  const open = outbox.filter(({ state }) => state !== 'SENT');
  drafts?.write(NAME, open.length > 0 ? open : undefined);
}
