-- Digests of the cameras' fragments, read from their headers once, so that the same bytes in two places are found by an index.

create table if not exists camera_digest (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  tid text not null,
  seq bigint not null,
  -- SHA-256 of the payload.
  digest bytea not null,
  bytes integer not null,
  mono_ms double precision not null,
  dur_ms double precision not null,
  srv_ms bigint not null,
  primary key (session_id, tid, seq)
);
comment on column camera_digest.digest is 'pii: recording metadata; retention: recording';
create index if not exists camera_digest_same on camera_digest (tenant_id, digest, srv_ms, session_id, seq);

-- How far each track was read; `over` once its recording is closed and read to its end.
create table if not exists camera_digest_read (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  tid text not null,
  n integer not null,
  over boolean not null default false,
  primary key (session_id, tid)
);

-- Where the bytes that a hint is about were accepted first.
create table if not exists hint_copy (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  no integer not null,
  of_session text not null references session(id),
  from_ms bigint not null,
  to_ms bigint not null,
  primary key (session_id, no)
);
comment on column hint_copy.of_session is 'pii: behaviour; retention: recording';
create index if not exists hint_copy_of on hint_copy (of_session);
