-- Signing in with what the institution already has: its OpenID Connect server and its LDAP directory.

create table if not exists oidc_server (
  tenant_id text primary key references tenant(id),
  name text not null,
  issuer text not null,
  client_id text not null,
  hosts text[] not null default '{}',
  secret_kek text,
  secret_wrapped bytea,
  secret_sealed bytea,
  changed_at timestamptz not null
);
comment on column oidc_server.secret_kek is 'pii: secret; retention: account';
comment on column oidc_server.secret_wrapped is 'pii: secret; retention: account';
comment on column oidc_server.secret_sealed is 'pii: secret; retention: account';

create table if not exists ldap_server (
  tenant_id text primary key references tenant(id),
  host text not null,
  port integer not null,
  security text not null check (security in ('ldaps', 'starttls', 'none')),
  base text not null,
  filter text not null,
  bind_dn text,
  ca text,
  password_kek text,
  password_wrapped bytea,
  password_sealed bytea,
  changed_at timestamptz not null
);
comment on column ldap_server.bind_dn is 'pii: contact; retention: account';
comment on column ldap_server.password_kek is 'pii: secret; retention: account';
comment on column ldap_server.password_wrapped is 'pii: secret; retention: account';
comment on column ldap_server.password_sealed is 'pii: secret; retention: account';

-- Whose password is kept by the directory and not here.
create table if not exists directory_account (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  marked_at timestamptz not null
);

-- B-29: an account elsewhere is its issuer and its number there, never an e-mail address.
create table if not exists federated_identity (
  id text primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  unique (tenant_id, issuer, subject)
);
create index if not exists federated_identity_account on federated_identity (account_id);
comment on column federated_identity.subject is 'pii: technical; retention: account';

-- A way out to the server of the institution that waits for its way back, once.
create table if not exists federation_request (
  state_sha256 bytea primary key,
  tenant_id text not null references tenant(id),
  account_id text references account(id),
  ends_at timestamptz not null
);
create index if not exists federation_request_end on federation_request (ends_at);
