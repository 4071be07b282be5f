-- What the pages of a call write to each other while they look for a way; gone with the call, the call itself stands in the log.

create table if not exists call_signal (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  call_seq integer not null,
  no integer not null check (no > 0),
  party text not null check (party in ('proctor', 'examinee')),
  at timestamptz not null,
  said jsonb not null,
  primary key (session_id, call_seq, no)
);
create index if not exists call_signal_old on call_signal (at);
comment on column call_signal.said is 'pii: technical; retention: session';
