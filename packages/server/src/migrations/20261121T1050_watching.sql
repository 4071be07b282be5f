-- Who looked at what, and the recordings opened for a purpose. Rows are only ever added; a viewing that ends adds its end.

create table if not exists recording_view (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  account_id text not null references account(id),
  sign_in_id text not null,
  role text not null,
  purpose text not null,
  ground text not null default '',
  opened_at timestamptz not null,
  ends_at timestamptz not null
);
comment on column recording_view.account_id is 'pii: identity; retention: journal';
comment on column recording_view.ground is 'pii: free text; retention: journal';

-- P-25: date, device and place, action, person, start and end, as the journal of access to exam video asks.
create table if not exists access_journal (
  id bigint generated always as identity primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  account_id text not null references account(id),
  role text not null,
  sign_in_id text not null,
  ip text not null,
  action text not null,
  purpose text not null,
  view_id text,
  tid text,
  seq_from bigint,
  seq_to bigint,
  started_at timestamptz,
  ended_at timestamptz,
  at timestamptz not null
);
comment on column access_journal.account_id is 'pii: identity; retention: journal';
comment on column access_journal.ip is 'pii: technical; retention: journal';
create index if not exists access_journal_session on access_journal (session_id, at);
