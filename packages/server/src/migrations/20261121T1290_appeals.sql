-- Appeals with everything that was said to them, the institution's own order, and the examinees' answers to marks.

create table if not exists appeal (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  number integer not null check (number > 0),
  state text not null check (state in ('filed', 'registered', 'inadmissible', 'accepted', 'in_consideration',
    'decided_satisfied', 'decided_dismissed', 'withdrawn', 'closed')),
  filed_by text not null references account(id),
  filed_at timestamptz not null,
  facts jsonb not null,
  changed_at timestamptz not null,
  -- T-17: nothing is satisfied or dismissed without a named person's reasons.
  check (state not in ('decided_satisfied', 'decided_dismissed') or length(trim(facts #>> '{verdict,reasoning}')) > 0)
);
create unique index if not exists appeal_number on appeal (tenant_id, number);
create unique index if not exists appeal_open on appeal (session_id) where state <> 'closed';
create index if not exists appeal_session on appeal (session_id, filed_at);
comment on column appeal.facts is 'pii: content; retention: protocol';
comment on column appeal.filed_by is 'pii: identity; retention: protocol';

create table if not exists appeal_setting (
  tenant_id text primary key references tenant(id),
  setting jsonb not null,
  changed_at timestamptz not null
);

create table if not exists mark_answer (
  session_id text not null references session(id),
  tenant_id text not null references tenant(id),
  mark text not null,
  said_by text not null references account(id),
  text text not null,
  at timestamptz not null,
  primary key (session_id, mark)
);
comment on column mark_answer.text is 'pii: free text; retention: protocol';
comment on column mark_answer.said_by is 'pii: identity; retention: protocol';
