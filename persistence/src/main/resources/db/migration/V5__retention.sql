-- How long an account keeps what was said in closed conversations. The record of calls is for ever.

alter table account add column retention_days integer not null default 0 check (retention_days between 0 and 3650);

-- The transcript stays insert only for the application's role; this function is the one way out of it.
create function refuse_forgetting() returns trigger language plpgsql as $$
begin
    if current_setting('eyeline.forgetting', true) is distinct from 'on' then
        raise exception '% is insert only', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
drop trigger transcript_event_insert_only on transcript_event;
create trigger transcript_event_insert_only before update or truncate on transcript_event
    for each statement execute function refuse_change();
create trigger transcript_event_forgotten_only before delete on transcript_event
    for each statement execute function refuse_forgetting();

-- Deletes what was said in conversations that were closed longer ago than their account keeps them; of at most so many
-- conversations at once, the oldest first. Answers of how many.
create function forget_transcripts(now timestamptz, at_most integer) returns integer
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    forgotten uuid[];
begin
    perform set_config('eyeline.forgetting', 'on', true);
    select array_agg(o.conversation_id) into forgotten from (
        select c.conversation_id
        from conversation c join account a using (account_id)
        where a.retention_days > 0 and c.state = 'CLOSE'
          and c.ended_at < now - make_interval(days => a.retention_days)
          and exists (select from transcript_event t where t.conversation_id = c.conversation_id)
        order by c.ended_at limit at_most) o;
    delete from transcript_event t where t.conversation_id = any (forgotten);
    perform set_config('eyeline.forgetting', 'off', true);
    return coalesce(array_length(forgotten, 1), 0);
end
$$;
revoke execute on function forget_transcripts(timestamptz, integer) from public;
grant execute on function forget_transcripts(timestamptz, integer) to ${app_role};
