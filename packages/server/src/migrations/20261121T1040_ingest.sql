-- Which device records for a session (ING-15). The secret stays with the device; its hash is kept.
create table if not exists recording_lease (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  device_sha256 bytea not null,
  taken_at timestamptz not null
);
comment on column recording_lease.device_sha256 is 'pii: technical; retention: recording';

-- What still lies in the spool is found by its file (ING-32).
create index if not exists fragment_spool on fragment (spool_id);
