-- What an institution adds to the calendar of the state (TR-14), and when its programmes are assessed (TR-12).

create table if not exists calendar_year (
  tenant_id text not null references tenant(id),
  year integer not null,
  added_by text not null references account(id),
  added_at timestamptz not null,
  primary key (tenant_id, year)
);

create table if not exists calendar_day (
  tenant_id text not null references tenant(id),
  day date not null,
  kind text not null check (kind in ('working', 'short', 'off')),
  reason text not null,
  changed_by text not null references account(id),
  changed_at timestamptz not null,
  primary key (tenant_id, day)
);
comment on column calendar_day.reason is 'pii: words of staff; retention: account';

create table if not exists assessment_period (
  id text primary key,
  tenant_id text not null references tenant(id),
  programme text not null,
  branch text,
  kind text not null check (kind in ('current', 'intermediate', 'final', 'state_final', 'other')),
  from_day date not null,
  to_day date not null check (to_day >= from_day)
);
create index if not exists assessment_period_programme on assessment_period (tenant_id, programme, branch);
