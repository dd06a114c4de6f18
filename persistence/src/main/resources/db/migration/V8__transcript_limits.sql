-- How much may be written: messages a minute of one sender in a conversation, and in all. What the system itself says does not count.
alter table account
    add column messages_per_minute    integer not null default 60 check (messages_per_minute between 10 and 600),
    add column conversation_messages  integer not null default 10000 check (conversation_messages between 100 and 100000),
    add column conversation_megabytes integer not null default 20 check (conversation_megabytes between 1 and 1000);
