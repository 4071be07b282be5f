-- B-23: what a person shows besides a password.

alter table sign_in add column if not exists second_at timestamptz;

create table if not exists factor_totp (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  kek text not null,
  wrapped bytea not null,
  sealed bytea not null,
  confirmed_at timestamptz not null,
  -- The half minute of the last code that was taken: each counts once.
  last_step bigint not null default 0
);
comment on column factor_totp.sealed is 'pii: secret; retention: account';
comment on column factor_totp.wrapped is 'pii: secret; retention: account';

-- A key that waits for its first code; the one before it counts until then.
create table if not exists factor_totp_begun (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  kek text not null,
  wrapped bytea not null,
  sealed bytea not null,
  begun_at timestamptz not null
);
comment on column factor_totp_begun.sealed is 'pii: secret; retention: a quarter of an hour';
comment on column factor_totp_begun.wrapped is 'pii: secret; retention: a quarter of an hour';

create table if not exists factor_passkey (
  id text primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index if not exists factor_passkey_account on factor_passkey (account_id);
comment on column factor_passkey.name is 'pii: technical; retention: account';

create table if not exists factor_recovery (
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  place text not null,
  hash text not null,
  used_at timestamptz,
  primary key (account_id, place)
);
comment on column factor_recovery.hash is 'pii: secret; retention: account';

create table if not exists factor_challenge (
  sign_in_id text primary key references sign_in(id) on delete cascade,
  tenant_id text not null references tenant(id),
  purpose text not null check (purpose in ('enrol', 'pass')),
  challenge text not null,
  at timestamptz not null
);
comment on column factor_challenge.challenge is 'pii: secret; retention: five minutes';
