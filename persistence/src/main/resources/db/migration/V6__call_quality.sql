-- Why was it bad: what the browser of each side said last of its media, as JSON, with the end. Null: it said nothing.
alter table call_event
    add column agent_quality    text,
    add column consumer_quality text,
    add constraint call_event_quality check (type = 'ENDED' or (agent_quality is null and consumer_quality is null)),
    add constraint call_event_agent_quality check (jsonb_typeof(agent_quality::jsonb) = 'object'),
    add constraint call_event_consumer_quality check (jsonb_typeof(consumer_quality::jsonb) = 'object');
