-- A running call becomes a video call and one of voice again: an event like the others. `mode` says to what, `party` who did it.
alter table call_event drop constraint call_event_type_check;
alter table call_event add constraint call_event_type_check
    check (type in ('INVITED', 'ACCEPTED', 'CONSUMER_JOINED', 'AGENT_JOINED', 'MODE_CHANGED', 'ENDED'));
alter table call_event add constraint call_event_mode_changed
    check (type <> 'MODE_CHANGED' or (mode is not null and party in ('AGENT', 'CONSUMER')));
