-- What was put right after an exam was published: people and times change, its rules do not.

-- One that nobody may begin any more, with everything that was said of it.
alter table exam add column if not exists cancelled_at timestamptz;
alter table exam add column if not exists cancelled_why text;
comment on column exam.cancelled_why is 'pii: words of staff; retention: exam';
alter table exam_slot add column if not exists cancelled_at timestamptz;

-- `cancelled`: taken off, or the exam was called off before anybody began; what a state means is checked here too (T-16).
alter table session drop constraint if exists session_state_known;
alter table session add constraint session_state_known check (state in
  ('admitted', 'authorized', 'in_progress', 'submitted', 'deauthorized', 'expired_not_started', 'cancelled'));
alter table session drop constraint if exists session_state_facts;
alter table session add constraint session_state_facts check (
  (state in ('admitted', 'expired_not_started', 'cancelled')) = (authorized_at is null)
  and (state in ('deauthorized', 'cancelled')) = (deauthorized_at is not null)
  and (authorized_at is null) = (deadline is null));

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
