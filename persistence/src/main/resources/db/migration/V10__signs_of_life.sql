-- A call that nobody came back to after a death of the server lasted until somebody was last seen in it, and waits from the first
-- such restart on. Both are notes of the projection: the event log stays what was said.
alter table open_call add column alive_at timestamptz;
alter table open_call add column waiting_since timestamptz;
grant update (alive_at, waiting_since) on open_call to ${app_role};
