-- Institutions and people. Every tenant table carries tenant_id and is fenced by FORCE ROW LEVEL SECURITY (T-30).
-- Roles: ochno_owner runs migrations; ochno_app serves requests inside `set local app.tenant`; ochno_ingest writes recordings of every
-- tenant and nothing else; ochno_auth finds accounts before a tenant is known; ochno_log sequences the audit log.

create table if not exists tenant (
  id text primary key,
  name text not null,
  zone text not null default 'Europe/Moscow',
  created_at timestamptz not null
);

create table if not exists account (
  id text primary key,
  tenant_id text not null references tenant(id),
  login text not null unique,
  full_name text not null,
  password_hash text,
  language text not null default 'ru',
  disabled_at timestamptz,
  created_at timestamptz not null
);
comment on column account.login is 'pii: identity; retention: account';
comment on column account.full_name is 'pii: identity; retention: account';
comment on column account.password_hash is 'pii: secret; retention: account';

create table if not exists account_role (
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  role text not null,
  primary key (account_id, role)
);

create table if not exists sign_in (
  id text primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  secret_sha256 bytea not null unique,
  created_at timestamptz not null,
  proved_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  device text not null default ''
);
comment on column sign_in.secret_sha256 is 'pii: secret; retention: 30 days after end';
comment on column sign_in.device is 'pii: technical; retention: 30 days after end';
