-- What Eyeline keeps for ever. Owned by the role that migrates; the application's role gets the grants at the end,
-- through the placeholder ${app_role}.

create table account (
    account_id           text primary key check (account_id ~ '^[0-9A-Za-z]{1,32}$'),
    name                 text        not null check (length(name) between 1 and 200),
    enabled              boolean     not null default true,
    anonymous_sign_up    boolean     not null default true,
    voice                boolean     not null default true,
    video                boolean     not null default true,
    agent_camera_off     boolean     not null default false,
    consumer_camera_off  boolean     not null default false,
    invitation_seconds   integer     not null default 120 check (invitation_seconds between 5 and 600),
    calls_per_agent      integer     not null default 1 check (calls_per_agent between 1 and 10),
    version              bigint      not null default 0
);

-- Websites that may carry the account's window: exact origins, e.g. https://www.example.org
create table account_origin (
    account_id text not null references account,
    origin     text not null check (origin ~ '^https://[^/]{1,253}$'),
    primary key (account_id, origin)
);

create table app_user (
    user_pid      uuid primary key,
    account_id    text    not null references account,
    user_id       text    not null check (length(user_id) between 1 and 64),
    login_name    text    not null check (length(login_name) between 1 and 100),
    display_name  text    not null check (length(display_name) between 1 and 100),
    password_hash text    not null,
    enabled       boolean not null default true,
    version       bigint  not null default 0,
    unique (account_id, user_id)
);
create unique index app_user_login on app_user (account_id, lower(login_name));

-- A profile belongs to one role and is a named set of that role's permissions.
create table profile (
    profile_id uuid primary key,
    account_id text   not null references account,
    role       text   not null check (role in ('AGENT', 'AGENT_MANAGER', 'ADMINISTRATOR', 'OPERATOR')),
    name       text   not null check (length(name) between 1 and 100),
    version    bigint not null default 0,
    unique (account_id, name)
);

create table profile_permission (
    profile_id uuid not null references profile,
    permission text not null check (permission ~ '^[A-Z_]{1,64}$'),
    primary key (profile_id, permission)
);

create table user_profile (
    user_pid   uuid not null references app_user,
    profile_id uuid not null references profile,
    primary key (user_pid, profile_id)
);

create table skill (
    account_id text not null references account,
    skill_id   text not null check (length(skill_id) between 1 and 32),
    name       text not null check (length(name) between 1 and 100),
    primary key (account_id, skill_id)
);

create table user_skill (
    user_pid   uuid not null references app_user,
    account_id text not null,
    skill_id   text not null,
    primary key (user_pid, skill_id),
    foreign key (account_id, skill_id) references skill
);

-- A log-in of an agent. Only digests of the secrets are kept (SHA-256).
create table agent_session (
    bearer_digest bytea primary key check (length(bearer_digest) = 32),
    csrf_digest   bytea       not null check (length(csrf_digest) = 32),
    user_pid      uuid        not null references app_user,
    account_id    text        not null references account,
    created_at    timestamptz not null,
    expires_at    timestamptz not null
);
create index agent_session_expiry on agent_session (expires_at);

create table conversation (
    conversation_id uuid primary key,
    account_id      text        not null references account,
    consumer_id     text        not null check (length(consumer_id) between 1 and 64),
    skill_id        text        not null,
    channel         text        not null,
    state           text        not null check (state in ('OPEN', 'CLOSE')),
    started_at      timestamptz not null,
    ended_at        timestamptz,
    closed_by       text check (closed_by in ('CONSUMER', 'AGENT', 'SYSTEM')),
    close_reason    text,
    ttr_type        text        not null,
    ttr_seconds     integer     not null,
    csat_rate       integer,
    csat_resolution boolean,
    updated_ms      bigint      not null  -- strictly increasing for a conversation
);
create index conversation_consumer on conversation (account_id, consumer_id, updated_ms desc);
create index conversation_open on conversation (account_id, updated_ms desc) where state = 'OPEN';
create index conversation_account on conversation (account_id, updated_ms desc);
-- One open conversation for a consumer: the constraint decides when two tabs ask at once.
create unique index conversation_one_open on conversation (account_id, consumer_id) where state = 'OPEN';

create table conversation_participant (
    conversation_id uuid not null references conversation,
    participant_id  text not null,
    role            text not null check (role in ('ASSIGNED_AGENT', 'MANAGER', 'READER', 'CONTROLLER')),
    primary key (conversation_id, participant_id)
);
-- One assigned agent: the constraint decides who was first.
create unique index conversation_one_agent on conversation_participant (conversation_id) where role = 'ASSIGNED_AGENT';
create index conversation_of_participant on conversation_participant (participant_id);

-- The transcript: insert only. (dialog_id, sequence) decides the order when two write at once.
create table transcript_event (
    dialog_id       uuid        not null,
    sequence        integer     not null check (sequence >= 1),
    conversation_id uuid        not null references conversation,
    account_id      text        not null references account,
    originator_id   text        not null,
    originator_role text        not null,
    audience        text        not null check (audience in ('ALL', 'AGENTS_AND_MANAGERS')),
    at              timestamptz not null,
    kind            text        not null check (kind in ('CONTENT', 'RICH_CONTENT', 'ACCEPT_STATUS')),
    event           text        not null check (length(event) <= 65536),
    metadata        text check (length(metadata) <= 16384),
    primary key (dialog_id, sequence)
);
create index transcript_conversation on transcript_event (conversation_id, sequence);

-- The event log of calls: one row an event, insert only, for ever. (call_id, seq) decides every race.
create table call_event (
    call_id         uuid        not null,
    seq             integer     not null check (seq >= 1),
    account_id      text        not null references account,
    conversation_id uuid        not null references conversation,
    at              timestamptz not null,
    type            text        not null check (type in ('INVITED', 'ACCEPTED', 'CONSUMER_JOINED', 'AGENT_JOINED', 'ENDED')),
    party           text        not null check (party in ('AGENT', 'CONSUMER', 'SERVER')),
    participant_id  text,
    mode            text check (mode in ('VOICE_CALL', 'VIDEO_CALL')),
    agent_id        text        not null,
    consumer_id     text        not null,
    expires_at      timestamptz,
    end_reason      text check (end_reason in ('AGENT', 'CONSUMER', 'TIMEOUT', 'SERVER')),
    cause           text,
    error_id        text,
    duration_ms     bigint check (duration_ms >= 0),
    participants    integer check (participants between 0 and 2),
    primary key (call_id, seq),
    check ((type = 'ENDED') = (end_reason is not null and cause is not null))
);
create index call_event_conversation on call_event (conversation_id, at);
create index call_event_account on call_event (account_id, at);

-- A projection of call_event: the calls that have not ended. Written with the events, never read to decide; its unique
-- columns refuse a second call of a conversation, and one too many of an agent (slot counts from 1 to the setting).
create table open_call (
    call_id         uuid primary key,
    account_id      text    not null references account,
    conversation_id uuid    not null unique,
    agent_id        text    not null,
    slot            integer not null check (slot >= 1),
    unique (agent_id, slot)
);

-- Rebuilds the projection from the facts; returns how many calls are open.
create function rebuild_open_call() returns integer language plpgsql as $$
declare
    rebuilt integer;
begin
    lock table open_call in exclusive mode;
    delete from open_call;
    insert into open_call (call_id, account_id, conversation_id, agent_id, slot)
    select e.call_id, e.account_id, e.conversation_id, e.agent_id,
           row_number() over (partition by e.agent_id order by e.at, e.call_id)
    from call_event e
    where e.type = 'INVITED'
      and not exists (select 1 from call_event x where x.call_id = e.call_id and x.type = 'ENDED');
    get diagnostics rebuilt = row_count;
    return rebuilt;
end
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is insert only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger call_event_insert_only before update or delete or truncate on call_event
    for each statement execute function refuse_change();
create trigger transcript_event_insert_only before update or delete or truncate on transcript_event
    for each statement execute function refuse_change();

grant usage on schema ${flyway:defaultSchema} to ${app_role};
grant select on account, account_origin, app_user, profile, profile_permission, user_profile, skill, user_skill to ${app_role};
grant select, insert, update, delete on agent_session to ${app_role};
grant select, insert, update on conversation to ${app_role};
grant select, insert, update, delete on conversation_participant to ${app_role};
grant select, insert on transcript_event to ${app_role};
grant select, insert on call_event to ${app_role};
grant select, insert, delete on open_call to ${app_role};
revoke execute on function rebuild_open_call() from public;
