-- Groups and streams, learner ids, and the files people came from. Birthdays and links to parents lie with the consents.

create table if not exists people_group (
  id text primary key,
  tenant_id text not null references tenant(id),
  name text not null,
  stream text,
  created_at timestamptz not null,
  unique (tenant_id, name)
);

create table if not exists people_group_member (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  group_id text not null references people_group(id),
  since timestamptz not null
);
create index if not exists people_group_member_group on people_group_member (group_id);

-- R1-4.2a: given once, printed in the record of a session, never another.
create table if not exists learner (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  learner_id text not null,
  given_at timestamptz not null
);
comment on column learner.learner_id is 'pii: identity; retention: account';
create unique index if not exists learner_once on learner (tenant_id, lower(learner_id));
create or replace function learner_kept() returns trigger language plpgsql as $$
begin
  raise exception 'kept: % of % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;
create or replace trigger learner_kept before update on learner for each row execute function learner_kept();

create table if not exists people_import (
  id text primary key,
  tenant_id text not null references tenant(id),
  file_sha256 bytea not null,
  applied_by text not null references account(id),
  applied_at timestamptz not null,
  counts jsonb not null,
  -- Ids of the accounts it made and changed.
  touched jsonb not null
);
create index if not exists people_import_file on people_import (tenant_id, file_sha256, applied_at);

create index if not exists account_by_name on account (tenant_id, full_name collate "ru-x-icu", id);
