-- Export of a recording: one person asks, another grants (security.md 5.6 "G 2").

create table if not exists export (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  purpose text not null check (purpose in ('dishonesty_check', 'appeal')),
  ground text not null,
  asked_by text not null references account(id),
  asked_at timestamptz not null,
  granted_by text references account(id),
  granted_at timestamptz,
  check ((granted_by is null) = (granted_at is null)),
  -- T-11: nobody grants to himself, whatever the program says.
  check (granted_by <> asked_by)
);
comment on column export.asked_by is 'pii: identity; retention: journal';
comment on column export.granted_by is 'pii: identity; retention: journal';
comment on column export.ground is 'pii: free text; retention: journal';
create index if not exists export_session on export (session_id);
