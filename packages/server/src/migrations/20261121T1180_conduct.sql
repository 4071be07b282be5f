-- What a proctor and an examinee said and did to each other in a session, in order; nothing is taken out (TR-47).

create table if not exists conduct (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  seq integer not null check (seq > 0),
  at timestamptz not null,
  said_by text not null references account(id),
  party text not null check (party in ('proctor', 'examinee')),
  kind text not null,
  facts jsonb not null,
  primary key (session_id, seq)
);
comment on column conduct.facts is 'pii: content; retention: recording';
