-- SM-14: who kept a proctor from watching or let him back, from which day and why; only ever added to.
create table if not exists proctor_standing (
  account_id text not null references account(id),
  no integer not null check (no > 0),
  tenant_id text not null references tenant(id),
  deed text not null check (deed in ('suspend', 'reinstate', 'dismiss')),
  from_day date not null,
  -- The first moment of that day where the institution is.
  from_at timestamptz not null,
  why text not null,
  made_by text not null references account(id),
  made_at timestamptz not null,
  primary key (account_id, no)
);
comment on column proctor_standing.why is 'pii: words of staff; retention: account';
