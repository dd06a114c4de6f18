-- The second wall (docs/adr/0007): the application's role sees and writes only rows of the account that its transaction
-- entered. Nothing entered: no rows. '*' is every account. The owner, who migrates, is not fenced.

create function inside(account text) returns boolean language sql stable parallel safe as $$
    select account = current_setting('eyeline.account', true) or current_setting('eyeline.account', true) = '*'
$$;

do $$
declare
    fenced text;
begin
    foreach fenced in array array['account', 'account_origin', 'account_text', 'ice_server', 'page_problem', 'app_user', 'profile',
        'profile_permission', 'user_profile', 'skill', 'user_skill', 'agent_session', 'admin_change', 'conversation',
        'transcript_event', 'call_event', 'open_call']
    loop
        execute format('alter table %I enable row level security', fenced);
        execute format('create policy fence on %I using (inside(account_id)) with check (inside(account_id))', fenced);
    end loop;
end
$$;

-- Whoever sees the conversation sees who takes part in it: the subquery is fenced itself.
alter table conversation_participant enable row level security;
create policy fence on conversation_participant
    using (exists (select from conversation c where c.conversation_id = conversation_participant.conversation_id))
    with check (exists (select from conversation c where c.conversation_id = conversation_participant.conversation_id));
