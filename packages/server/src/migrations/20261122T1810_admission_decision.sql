-- TR-11: a paper original that came too late shuts nobody out in silence; who decided what, and why, stands with the session.

create table if not exists admission_decision (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  admit boolean not null,
  reason text not null check (reason <> ''),
  decided_by text not null references account(id),
  decided_at timestamptz not null
);
comment on column admission_decision.reason is 'pii: free text; retention: session';
