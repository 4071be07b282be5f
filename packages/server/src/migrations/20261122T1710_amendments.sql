-- What was put right after an exam was published: people and times change, its rules do not.

-- One that nobody may begin any more, with everything that was said of it.
alter table exam add column if not exists cancelled_at timestamptz;
alter table exam add column if not exists cancelled_why text;
comment on column exam.cancelled_why is 'pii: words of staff; retention: exam';
alter table exam_slot add column if not exists cancelled_at timestamptz;

-- Whose session is over, or was called off, may be given another one; nobody has two that are still to be held.
alter table session drop constraint if exists session_exam_id_examinee_id_key;
create unique index if not exists session_live_once on session (exam_id, examinee_id)
  where deauthorized_at is null and state <> 'expired_not_started';
create index if not exists session_of_exam on session (exam_id, examinee_id);

create table if not exists exam_amendment (
  exam_id text not null references exam(id),
  no integer not null check (no > 0),
  tenant_id text not null references tenant(id),
  what text not null check (what in
    ('move', 'take_off', 'add', 'change_proctor', 'move_slot', 'cancel_slot', 'cancel_exam', 'new_date')),
  made_by text not null references account(id),
  made_at timestamptz not null,
  why text not null,
  session_ids text[] not null,
  opened_at timestamptz,
  closed_at timestamptz,
  opens_at timestamptz,
  closes_at timestamptz,
  -- Where somebody was moved to; history outlives it.
  to_exam text references exam(id),
  primary key (exam_id, no)
);
comment on column exam_amendment.why is 'pii: words of staff; retention: exam';
