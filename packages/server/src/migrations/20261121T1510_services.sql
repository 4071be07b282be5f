-- The register of services (SM-8): cards, the rules people acknowledged, the orders that brought services into use.

create table if not exists service_order (
  id text primary key,
  tenant_id text not null references tenant(id),
  -- Null until it is signed.
  number text,
  signed_on date check ((number is null) = (signed_on is null)),
  technical_id text not null references account(id),
  organisational_id text not null references account(id),
  signer jsonb not null,
  authorised boolean not null,
  entered_by text not null references account(id),
  entered_at timestamptz not null
);
comment on column service_order.signer is 'pii: names of officials and bodies on the title page; retention: account';

create table if not exists service (
  id text primary key,
  tenant_id text not null references tenant(id),
  -- Of a known service.
  code text,
  name text not null,
  state text not null check (state in
    ('proposed', 'legal_check', 'contract', 'ordered', 'active', 'suspended', 'retired')),
  card jsonb not null,
  reason text,
  order_id text references service_order(id),
  changed_at timestamptz not null,
  unique (tenant_id, name)
);
comment on column service.card is 'pii: words of staff; retention: account';
comment on column service.reason is 'pii: words of staff; retention: account';
comment on column service.reason is 'pii: words of staff; retention: account';
create index if not exists service_active on service (tenant_id) where state = 'active';

create table if not exists service_order_line (
  tenant_id text not null references tenant(id),
  order_id text not null references service_order(id) on delete cascade,
  service_id text not null references service(id),
  primary key (order_id, service_id)
);

-- An edition stays as long as somebody acknowledged it.
create table if not exists service_rules (
  tenant_id text not null references tenant(id),
  service_id text not null references service(id) on delete cascade,
  version integer not null check (version > 0),
  body text not null,
  requirements text not null,
  protection text not null,
  published_by text not null references account(id),
  published_at timestamptz not null,
  primary key (service_id, version)
);

create table if not exists service_acknowledgement (
  tenant_id text not null references tenant(id),
  service_id text not null references service(id) on delete cascade,
  version integer not null,
  account_id text not null references account(id),
  at timestamptz not null,
  primary key (service_id, version, account_id)
);
create index if not exists service_acknowledgement_account on service_acknowledgement (account_id);

-- Contracts, agreements, evidence of checks and powers of attorney lie in the object store, each under a key of its own.
create table if not exists service_file (
  id text primary key,
  tenant_id text not null references tenant(id),
  owner_id text not null,
  purpose text not null check (purpose in ('contract', 'agreement', 'evidence', 'power')),
  kind text not null check (kind in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null,
  sha256 bytea not null,
  kek_id text not null,
  sealed_key bytea not null,
  uploaded_by text not null references account(id),
  uploaded_at timestamptz not null,
  unique (owner_id, purpose)
);
comment on column service_file.sealed_key is 'pii: words of staff; retention: account';

create table if not exists service_setting (
  tenant_id text primary key references tenant(id),
  families_off jsonb not null default '[]',
  prohibited jsonb not null default '[]',
  accounts jsonb,
  saved_by text not null references account(id),
  saved_at timestamptz not null
);
