-- The protocol of a session, its signed editions and papers; the decision on the result with everybody who made it.

create table if not exists protocol (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  revision integer not null default 0,
  -- Taken at the first signature and kept by every correction.
  number integer check (number > 0),
  -- Null: nothing was written since the last signature.
  draft jsonb,
  changed_by text not null references account(id),
  changed_at timestamptz not null
);
create unique index if not exists protocol_number on protocol (tenant_id, number);
comment on column protocol.draft is 'pii: content; retention: protocol';

-- A correction is an edition of its own; none is ever changed.
create table if not exists protocol_edition (
  session_id text not null references session(id),
  tenant_id text not null references tenant(id),
  edition integer not null check (edition > 0),
  number text not null,
  facts jsonb not null,
  reason text,
  signed_by text not null references account(id),
  signed_at timestamptz not null,
  handed_over_at timestamptz,
  primary key (session_id, edition),
  check (edition = 1 or length(trim(reason)) > 0)
);
comment on column protocol_edition.facts is 'pii: content; retention: protocol';
comment on column protocol_edition.reason is 'pii: free text; retention: protocol';
comment on column protocol_edition.signed_by is 'pii: identity; retention: protocol';

create table if not exists session_paper (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  edition integer not null,
  form text not null,
  name text not null,
  kind text not null check (kind in ('pdf', 'docx')),
  bytes integer not null,
  sha256 bytea not null,
  kek_id text not null,
  sealed_key bytea,
  made_at timestamptz not null
);
comment on column session_paper.sealed_key is 'pii: content; retention: protocol';
create index if not exists session_paper_session on session_paper (session_id, made_at);

create table if not exists decision (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  state text not null check (state in
    ('pending', 'recommended', 'decided', 'published', 'under_appeal', 'upheld', 'changed', 'final')),
  edition integer not null,
  value text,
  ground text,
  decided_by text references account(id),
  second_by text references account(id),
  published_by text references account(id),
  published_at timestamptz,
  facts jsonb not null,
  changed_at timestamptz not null,
  -- T-17: a result is a named person's and has a ground; to annul one takes two, whatever the program says.
  check (state in ('pending', 'recommended')
    or (value is not null and decided_by is not null and length(trim(ground)) > 0)),
  check (value is null or value not in ('result_annulled', 'attempt_annulled', 'not_attested', 'testing_cancelled')
    or (decided_by is not null and second_by is not null and decided_by <> second_by and length(trim(ground)) > 0)),
  check (state in ('pending', 'recommended', 'decided') or published_by is not null)
);
comment on column decision.ground is 'pii: free text; retention: protocol';
comment on column decision.facts is 'pii: content; retention: protocol';
comment on column decision.decided_by is 'pii: identity; retention: protocol';
comment on column decision.second_by is 'pii: identity; retention: protocol';
comment on column decision.published_by is 'pii: identity; retention: protocol';

-- What people said on the way to it, in order.
create table if not exists decision_step (
  session_id text not null references session(id),
  tenant_id text not null references tenant(id),
  seq integer not null check (seq > 0),
  at timestamptz not null,
  kind text not null,
  said_by text not null references account(id),
  text text not null,
  primary key (session_id, seq)
);
comment on column decision_step.text is 'pii: free text; retention: protocol';
comment on column decision_step.said_by is 'pii: identity; retention: protocol';

create table if not exists decision_setting (
  tenant_id text primary key references tenant(id),
  maker text check (maker in ('teacher', 'programme_manager', 'director', 'deputy_director', 'commission')),
  annexed boolean not null default true,
  changed_at timestamptz not null
);
