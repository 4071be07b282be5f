-- What an institution takes as a file, where it takes less than the program would (R0-5.1c).
create table if not exists upload_rule (
  tenant_id text not null references tenant(id),
  purpose text not null check (purpose in ('paper', 'table')),
  max_bytes integer not null check (max_bytes > 0),
  kinds text[] not null check (cardinality(kinds) > 0),
  saved_by text not null references account(id),
  saved_at timestamptz not null,
  primary key (tenant_id, purpose)
);
