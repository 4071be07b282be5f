-- Recordings somebody has to look at: by when, who, what was really played, and what was found (SM-4).

create table if not exists review (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  kind text not null check (kind in ('first', 'second', 'third', 'control')),
  state text not null,
  created_at timestamptz not null,
  -- Null: the act sets no term, or the calendar ends before it.
  due_at timestamptz,
  recorded_minutes integer not null,
  reviewer_id text references account(id),
  assigned_at timestamptz,
  opened_at timestamptz,
  reviewed_at timestamptz,
  escalated_at timestamptz,
  -- What was shown on the reviewer's screen: [[from, to], …] in Unix ms, without overlap.
  played jsonb not null default '[]',
  -- One of 004 App. 4; null where the act has none.
  status smallint check (status between 1 and 6),
  comment text not null default '',
  -- Of a control recording: what is known to be in it. Of a third look: what is disputed.
  known jsonb not null default '[]'
);
comment on column review.comment is 'pii: content; retention: recording';
create unique index if not exists review_once on review (session_id, kind) where kind <> 'control';
create index if not exists review_open on review (reviewer_id) where reviewed_at is null;
create index if not exists review_of_session on review (session_id);

-- What a blind or third look found; the first one writes into the log of the session. Nothing is taken out.
create table if not exists review_finding (
  tenant_id text not null references tenant(id),
  review_id text not null references review(id),
  seq integer not null check (seq > 0),
  at timestamptz not null,
  by_account text not null references account(id),
  facts jsonb not null,
  primary key (review_id, seq)
);
comment on column review_finding.facts is 'pii: content; retention: recording';

-- A mark that does not stand: taken back by who made it, or by the third of two who disagreed. The mark itself stays in the log.
create table if not exists mark_withdrawn (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  seq integer not null,
  at timestamptz not null,
  by_account text not null references account(id),
  review_id text not null references review(id),
  reason text not null,
  primary key (session_id, seq)
);
comment on column mark_withdrawn.reason is 'pii: content; retention: recording';

-- Which marks of the session's log were made at a review, and of which hint.
create table if not exists review_mark (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  seq integer not null,
  review_id text not null references review(id),
  hint integer,
  primary key (session_id, seq)
);
