-- What the examinee's browser noticed, what a person said of it, and the advisory score made of both.

create table if not exists hint_run (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  run text not null,
  -- Server's clock less the page's: the smallest ever seen, since a message is late and never early.
  lag_ms bigint not null,
  began_at timestamptz not null,
  heard_at timestamptz not null,
  -- Id of the sign-in, not its secret; null for what the server itself found.
  sign_in text,
  machine jsonb,
  primary key (session_id, run)
);
comment on column hint_run.machine is 'pii: device; retention: recording';

create table if not exists hint (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  no integer not null check (no > 0),
  run text not null,
  own_id text not null,
  seq bigint not null,
  rule text not null,
  code text not null,
  from_ms bigint not null,
  to_ms bigint not null check (to_ms >= from_ms),
  ongoing boolean not null,
  strength real not null,
  about text,
  name text,
  made jsonb not null,
  heard_at timestamptz not null,
  primary key (session_id, no),
  unique (session_id, run, own_id)
);
comment on column hint.code is 'pii: behaviour; retention: recording';
comment on column hint.name is 'pii: behaviour; retention: recording';
comment on column hint.made is 'pii: behaviour; retention: recording';

create table if not exists hint_answer (
  tenant_id text not null references tenant(id),
  session_id text not null,
  no integer not null,
  n integer not null check (n > 0),
  at timestamptz not null,
  said_by text not null references account(id),
  role text not null check (role in ('proctor', 'commission')),
  state text not null check (state in ('open', 'answered', 'dismissed', 'marked')),
  note text not null,
  mark integer,
  primary key (session_id, no, n),
  foreign key (session_id, no) references hint(session_id, no)
);
comment on column hint_answer.note is 'pii: content; retention: recording';

create table if not exists hint_blind (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  run text not null,
  sensor text not null,
  from_ms bigint not null,
  to_ms bigint not null,
  why text not null,
  ongoing boolean not null,
  primary key (session_id, run, sensor, from_ms)
);

-- Weights of one exam. A table is never edited: a change is a new row with the next number.
create table if not exists exam_weights (
  tenant_id text not null references tenant(id),
  exam_id text not null references exam(id),
  n integer not null check (n > 0),
  at timestamptz not null,
  set_by text not null references account(id),
  weights jsonb not null,
  primary key (exam_id, n)
);

-- Every score a session ever had, with the version and the table it was made by.
create table if not exists session_score (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  n integer not null check (n > 0),
  at timestamptz not null,
  scored_by text references account(id),
  version text not null,
  hundredths integer not null check (hundredths between 0 and 10000),
  -- What it was made of, and what each part of it cost.
  intervals jsonb not null,
  reasons jsonb not null,
  primary key (session_id, n)
);
comment on column session_score.intervals is 'pii: behaviour; retention: recording';
comment on column session_score.reasons is 'pii: behaviour; retention: recording';
