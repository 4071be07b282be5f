-- The bridge to an identity provider outside, and the ways to it that were begun. Nothing of a face, a voice or a document.

create table if not exists identity_bridge (
  tenant_id text primary key references tenant(id),
  name text not null,
  address text not null,
  is_on boolean not null,
  key_kek text not null,
  key_wrapped bytea not null,
  key_sealed bytea not null,
  changed_at timestamptz not null
);

create table if not exists identity_request (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  account_id text not null references account(id),
  issuer text not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  answered_at timestamptz
);
create index if not exists identity_request_session on identity_request (session_id);

comment on column identity_bridge.address is 'pii: technical; retention: account';
comment on column identity_bridge.key_kek is 'pii: secret; retention: account';
comment on column identity_bridge.key_wrapped is 'pii: secret; retention: account';
comment on column identity_bridge.key_sealed is 'pii: secret; retention: account';
