-- The last entry of the session's log that its proctor had before him when the protocol was last written.
alter table protocol add column if not exists seen integer not null default 0 check (seen >= 0);
