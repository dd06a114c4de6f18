-- A log-in by the organisation's account, on its way back to the page that asked: the code is in the address, the browser's secret in a
-- cookie, both as digests (SHA-256). Good once, for a minute.
create table sso_code (
    code_digest    bytea primary key check (length(code_digest) = 32),
    browser_digest bytea       not null check (length(browser_digest) = 32),
    user_pid       uuid        not null,
    account_id     text        not null,
    expires_at     timestamptz not null,
    foreign key (account_id, user_pid) references app_user (account_id, user_pid)
);
create index sso_code_expiry on sso_code (expires_at);
alter table sso_code enable row level security;
create policy fence on sso_code using (inside(account_id)) with check (inside(account_id));
grant select, insert, delete on sso_code to ${app_role};
