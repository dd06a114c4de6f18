-- Once, as a superuser of PostgreSQL, with psql 15 or newer: an empty database, the role that owns it and the role of the server.
-- The passwords are read from the environment, so that no list of processes has them.
\set ON_ERROR_STOP on
\getenv owner_password EYELINE_DB_OWNER_PASSWORD
\getenv application_password EYELINE_DB_PASSWORD
create role eyeline_owner login password :'owner_password';
create role eyeline_app login password :'application_password';
create database eyeline owner eyeline_owner;
revoke all on database eyeline from public;
grant connect on database eyeline to eyeline_app;
