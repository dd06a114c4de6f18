-- What administrators and operators change: people, profiles, skills, the call settings of an account; and the record of it.

-- Operators live in an account of their own: nobody else does, and they nowhere else.
insert into account (account_id, name, anonymous_sign_up) values ('0', 'Operators of this installation', false);
update app_user u set account_id = '0'
where exists (select from user_profile x join profile p using (profile_id) where x.user_pid = u.user_pid and p.role = 'OPERATOR');
delete from user_skill s using app_user u where u.user_pid = s.user_pid and u.account_id = '0';
delete from agent_session s using app_user u where u.user_pid = s.user_pid and u.account_id = '0';
update profile set account_id = '0' where role = 'OPERATOR';
delete from user_profile x using app_user u, profile p
where u.user_pid = x.user_pid and p.profile_id = x.profile_id and u.account_id <> p.account_id;
alter table profile add constraint operators_at_home check ((role = 'OPERATOR') = (account_id = '0'));

-- voice and video are the account's own switches; the operator's stand above them. Effective is what both allow.
alter table account
    add column voice_allowed      boolean not null default true,
    add column video_allowed      boolean not null default true,
    add column relay_only         boolean not null default false,
    add column credential_seconds integer not null default 180 check (credential_seconds between 120 and 300),
    add column bitrate_kbps       integer not null default 2600 check (bitrate_kbps between 200 and 10000),
    add column voice_bitrate_kbps integer not null default 64 check (voice_bitrate_kbps between 16 and 256),
    add column consumer_may_ask   boolean not null default false,
    add column language           text    not null default 'en' check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
    add column tracker            text    not null default 'NONE'
        check (tracker in ('NONE', 'GOOGLE_ANALYTICS', 'MATOMO', 'MAPP', 'TEALIUM')),
    add column tracker_id         text check (length(tracker_id) between 1 and 100);

-- STUN and TURN servers in their order. A secret is never told again once it is written.
create table ice_server (
    account_id text    not null references account,
    position   integer not null check (position between 0 and 9),
    url        text    not null check (length(url) between 6 and 300),
    credential text    not null check (credential in ('NONE', 'FIXED', 'SHARED_SECRET')),
    username   text check (length(username) between 1 and 200),
    secret     text check (length(secret) between 1 and 500),
    primary key (account_id, position)
);

-- Texts of invitation and system messages that differ from the defaults.
create table account_text (
    account_id text not null references account,
    language   text not null check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
    text_key   text not null check (text_key ~ '^[A-Z_]{1,64}$'),
    text       text not null check (length(text) between 1 and 500),
    primary key (account_id, language, text_key)
);

-- A user who was deleted stays as a name in the record; the log-in name is free again.
alter table app_user add column deleted_at timestamptz;
drop index app_user_login;
create unique index app_user_login on app_user (account_id, lower(login_name)) where deleted_at is null;
create sequence user_number start 1001;
create sequence account_number start 10001001;

alter table skill add column version bigint not null default 0;

-- The account is part of each reference, so that nothing can refer to another account's.
alter table app_user add unique (account_id, user_pid);
alter table profile add unique (account_id, profile_id);
alter table user_profile add column account_id text;
update user_profile x set account_id = u.account_id from app_user u where u.user_pid = x.user_pid;
alter table user_profile
    alter column account_id set not null,
    add foreign key (account_id, user_pid) references app_user (account_id, user_pid),
    add foreign key (account_id, profile_id) references profile (account_id, profile_id);
alter table user_skill add foreign key (account_id, user_pid) references app_user (account_id, user_pid);
alter table profile_permission add column account_id text;
update profile_permission x set account_id = p.account_id from profile p where p.profile_id = x.profile_id;
alter table profile_permission
    alter column account_id set not null,
    add foreign key (account_id, profile_id) references profile (account_id, profile_id);

-- Every administrative change, for ever: who, when, what, before, after. Never a password, never a secret.
create table admin_change (
    change_id    bigint generated always as identity primary key,
    account_id   text        not null references account,
    at           timestamptz not null,
    actor_pid    uuid,
    actor_login  text        not null,
    actor_name   text        not null,
    action       text        not null check (action in ('CREATED', 'CHANGED', 'DELETED')),
    subject      text        not null check (subject in ('ACCOUNT', 'SETTINGS', 'USER', 'PROFILE', 'SKILL')),
    subject_id   text        not null,
    subject_name text        not null,
    before       text check (length(before) <= 65536),
    after        text check (length(after) <= 65536)
);
create index admin_change_account on admin_change (account_id, change_id desc);
create trigger admin_change_insert_only before update or delete or truncate on admin_change
    for each statement execute function refuse_change();

-- A brand's page that breaks a rule: told once, until an administrator puts it away.
create table page_problem (
    account_id text        not null references account,
    origin     text        not null check (length(origin) between 1 and 300),
    rule       text        not null
        check (rule in ('NOT_HTTPS', 'IN_A_FRAME', 'OVERWRITTEN', 'PERMISSIONS_POLICY', 'CONTENT_SECURITY_POLICY')),
    first_at   timestamptz not null,
    seen_at    timestamptz,
    primary key (account_id, origin, rule)
);

grant insert, update on account to ${app_role};
grant insert, delete on account_origin to ${app_role};
grant insert, update on app_user to ${app_role};
grant insert, update, delete on profile to ${app_role};
grant insert, delete on profile_permission, user_profile, user_skill to ${app_role};
grant insert, update, delete on skill to ${app_role};
grant select, insert, update, delete on ice_server, account_text to ${app_role};
grant usage on sequence user_number, account_number to ${app_role};
grant select, insert on admin_change to ${app_role};
grant select, insert, update on page_problem to ${app_role};
