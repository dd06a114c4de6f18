-- The server asks which migrations have been run, at its start and for its readiness, and says in words what is missing.
grant select on flyway_schema_history to ${app_role};
