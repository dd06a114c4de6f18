-- Who waits longest is looked for at each change of an agent's state: in the order of the line, among those that are open.
create index conversation_waiting on conversation (account_id, started_at, conversation_id) where state = 'OPEN';
