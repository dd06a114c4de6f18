/** All conversations of a person as one thread: one transcript after the other, with a line where one was closed. */
import {transcriptOf} from '../conversation/transcript.js';
import {NEW} from './messaging.js';

const NOBODY_YET = Object.freeze({id: NEW, events: [], participants: [], read: {}, delivered: {}});

/**
 * @param {import('./messaging.js').Messaging} messaging
 * @returns {import('../conversation/transcript.js').TranscriptItem[]}
 */
export const historyOf = messaging => {
  const {me, all, shown} = messaging;
  const outbox = placed(messaging.outbox, all);
  const items = [...shown, NOBODY_YET].flatMap(conversation =>
    [...named(transcriptOf(conversation, {me, side: 'CONSUMER', outbox}), conversation.id), ...closing(conversation)]);
  return withoutRepeatedDays(items);
};

/** A text whose conversation has not been told of yet stands at the end. */
const placed = (outbox, conversations) => outbox.map(message =>
  (conversations.some(({id}) => id === message.conversationId) ? message : {...message, conversationId: NEW}));

/** Keys are unique within one transcript only; those of texts on their way are unique by themselves. */
const named = (items, id) =>
  items.map(item => (item.key.startsWith('event-') || item.kind === 'day' ? {...item, key: `${id} ${item.key}`} : item));

const closing = ({id, open, endedAt, updatedAt}) => (open === false
  ? [{kind: 'note', key: `${id} closed`, time: endedAt || updatedAt, text: 'This conversation was closed.'}] : []);

const withoutRepeatedDays = items => {
  let day;
  return items.filter(item => {
    if (item.kind !== 'day') return true;
    const repeated = new Date(item.time).toDateString() === day;
    day = new Date(item.time).toDateString();
    return !repeated;
  });
};
