-- The sample: two brands and the people who try Eyeline. Every statement may run again. An empty password_hash is filled in by
-- the loader.
insert into account (account_id, name) values
    ('10000001', 'Juniper & Vale'),
    ('10000002', 'Harbour Optics')
on conflict do nothing;

insert into profile (profile_id, account_id, role, name) values
    ('10000001-0000-4000-8000-000000000001', '10000001', 'AGENT', 'Voice and video'),
    ('10000001-0000-4000-8000-000000000002', '10000001', 'AGENT', 'Voice only'),
    ('10000001-0000-4000-8000-000000000003', '10000001', 'AGENT_MANAGER', 'Agent managers'),
    ('10000001-0000-4000-8000-000000000004', '10000001', 'ADMINISTRATOR', 'Administrators'),
    ('10000001-0000-4000-8000-000000000005', '0', 'OPERATOR', 'Operators'),
    ('10000002-0000-4000-8000-000000000001', '10000002', 'AGENT', 'Voice and video'),
    ('10000002-0000-4000-8000-000000000004', '10000002', 'ADMINISTRATOR', 'Administrators')
on conflict do nothing;

insert into profile_permission (account_id, profile_id, permission) values
    ('10000001', '10000001-0000-4000-8000-000000000001', 'INITIATE_VOICE_CONVERSATION'),
    ('10000001', '10000001-0000-4000-8000-000000000001', 'INITIATE_LIVE_VIDEO_CONVERSATION'),
    ('10000001', '10000001-0000-4000-8000-000000000002', 'INITIATE_VOICE_CONVERSATION'),
    ('10000001', '10000001-0000-4000-8000-000000000003', 'SEE_ALL_CONVERSATIONS'),
    ('10000002', '10000002-0000-4000-8000-000000000001', 'INITIATE_VOICE_CONVERSATION'),
    ('10000002', '10000002-0000-4000-8000-000000000001', 'INITIATE_LIVE_VIDEO_CONVERSATION')
on conflict do nothing;

insert into app_user (user_pid, account_id, user_id, login_name, display_name, password_hash) values
    ('10000001-0000-4000-9000-000000000501', '10000001', '501', 'agent1', 'Ana Moreau', ''),
    ('10000001-0000-4000-9000-000000000502', '10000001', '502', 'agent2', 'Ben Okafor', ''),
    ('10000001-0000-4000-9000-000000000601', '10000001', '601', 'manager1', 'Mira Lindqvist', ''),
    ('10000001-0000-4000-9000-000000000701', '10000001', '701', 'admin1', 'Ada Petrov', ''),
    ('10000001-0000-4000-9000-000000000901', '0', '901', 'operator1', 'Oskar Brandt', ''),
    ('10000002-0000-4000-9000-000000000503', '10000002', '503', 'agent3', 'Chloe Tanaka', ''),
    ('10000002-0000-4000-9000-000000000701', '10000002', '701', 'admin2', 'Amir Haddad', '')
on conflict do nothing;

insert into user_profile (account_id, user_pid, profile_id) values
    ('10000001', '10000001-0000-4000-9000-000000000501', '10000001-0000-4000-8000-000000000001'),
    ('10000001', '10000001-0000-4000-9000-000000000502', '10000001-0000-4000-8000-000000000002'),
    ('10000001', '10000001-0000-4000-9000-000000000601', '10000001-0000-4000-8000-000000000003'),
    ('10000001', '10000001-0000-4000-9000-000000000701', '10000001-0000-4000-8000-000000000004'),
    ('0', '10000001-0000-4000-9000-000000000901', '10000001-0000-4000-8000-000000000005'),
    ('10000002', '10000002-0000-4000-9000-000000000503', '10000002-0000-4000-8000-000000000001'),
    ('10000002', '10000002-0000-4000-9000-000000000701', '10000002-0000-4000-8000-000000000004')
on conflict do nothing;

insert into skill (account_id, skill_id, name) values
    ('10000001', 'sales', 'Sales and advice'),
    ('10000001', 'service', 'Customer service'),
    ('10000002', 'sales', 'Sales and advice')
on conflict do nothing;

insert into user_skill (user_pid, account_id, skill_id) values
    ('10000001-0000-4000-9000-000000000501', '10000001', 'sales'),
    ('10000001-0000-4000-9000-000000000501', '10000001', 'service'),
    ('10000001-0000-4000-9000-000000000502', '10000001', 'service'),
    ('10000002-0000-4000-9000-000000000503', '10000002', 'sales')
on conflict do nothing;
