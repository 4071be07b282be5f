-- How the personal data of an institution are protected (decree 1119), and whom people may ask about theirs.
create table if not exists data_protection (
  tenant_id text primary key references tenant(id),
  level text not null check (level in ('uz1', 'uz2', 'uz3', 'uz4')),
  threats text not null check (threats in ('system', 'programs', 'other')),
  many boolean not null,
  ground text not null,
  measures jsonb not null,
  contact text not null,
  register text not null,
  saved_by text not null references account(id),
  saved_at timestamptz not null
);
comment on column data_protection.ground is 'pii: words of staff; retention: account';
comment on column data_protection.measures is 'pii: words of staff; retention: account';
comment on column data_protection.contact is 'pii: contact; retention: account';
