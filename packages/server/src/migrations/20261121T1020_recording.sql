-- The index of what was recorded. The bytes lie in the spool and in the object store, never here.

create table if not exists media_key (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  kek_id text not null,
  wrapped bytea not null,
  created_at timestamptz not null
);
comment on column media_key.wrapped is 'pii: secret; retention: recording';

create table if not exists track (
  session_id text not null references session(id),
  tid text not null,
  tenant_id text not null references tenant(id),
  no smallint not null,
  nonce bytea not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (session_id, tid)
);

-- One row per accepted record (docs/spec/ingest.md): header as it came, order and time of acceptance, where it lies in the spool.
create table if not exists fragment (
  session_id text not null,
  tid text not null,
  tenant_id text not null,
  n integer not null,
  seq bigint not null,
  header bytea not null,
  chain bytea not null,
  srv_ms bigint not null,
  sig bytea not null,
  key_id text not null,
  spool_id bigint not null,
  spool_at bigint not null,
  stored integer not null,
  primary key (session_id, tid, seq),
  unique (session_id, tid, n)
);
comment on column fragment.header is 'pii: recording metadata; retention: recording';

create table if not exists segment (
  session_id text not null,
  tid text not null,
  tenant_id text not null,
  no integer not null,
  n_from integer not null,
  n_to integer not null,
  object_key text not null,
  bytes bigint not null,
  sha256 bytea not null,
  sealed_at timestamptz not null,
  primary key (session_id, tid, no)
);

create table if not exists manifest (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  body bytea not null,
  sig bytea not null,
  key_id text not null,
  closed_at timestamptz not null
);
