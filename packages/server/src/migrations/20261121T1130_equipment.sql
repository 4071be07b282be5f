-- Checks of machines before exams, and the newest versions of browsers that they are judged by.

create table if not exists equipment_check (
  id text primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  session_id text references session(id),
  place text not null check (place in ('examinee', 'staff')),
  at timestamptz not null,
  act_id text references act_edition(id),
  -- The title of that edition, as it was then.
  act_title text,
  facts jsonb not null,
  rows jsonb not null,
  outcome text not null check (outcome in ('blocked', 'unfinished', 'declare', 'accept_risk', 'fit')),
  declared jsonb not null default '[]',
  risk_taken boolean not null default false,
  acknowledged_at timestamptz
);
comment on column equipment_check.facts is 'pii: device; retention: account';
comment on column equipment_check.rows is 'pii: device; retention: account';
create index if not exists equipment_check_last on equipment_check (account_id, place, at desc);
create index if not exists equipment_check_session on equipment_check (session_id) where session_id is not null;

create table if not exists browser_version (
  tenant_id text not null references tenant(id),
  brand text not null,
  major integer not null check (major > 0),
  changed_at timestamptz not null,
  primary key (tenant_id, brand)
);
