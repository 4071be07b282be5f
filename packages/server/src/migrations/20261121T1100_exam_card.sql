-- The card of an exam, the rules it was published under, and the slots of its schedule.

alter table exam add column if not exists state text not null default 'published';
alter table exam add column if not exists card jsonb;
alter table exam drop constraint if exists exam_state_known;
alter table exam add constraint exam_state_known check (state in ('draft', 'published'));

create table if not exists exam_rules (
  exam_id text primary key references exam(id),
  tenant_id text not null references tenant(id),
  act_id text not null references act_edition(id),
  edition integer not null,
  quote text not null,
  taken_at timestamptz not null,
  policy jsonb not null,
  -- SHA-256 of what the exam was published with.
  sha256 bytea not null
);
-- R0-1.4n, R0-7.5: nothing changes the rules of a published exam, whatever the program says.
create or replace function exam_rules_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'frozen: % of % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;
create or replace trigger exam_rules_frozen before update on exam_rules
  for each row execute function exam_rules_frozen();

create table if not exists exam_slot (
  id text primary key,
  tenant_id text not null references tenant(id),
  exam_id text not null references exam(id),
  -- The start window of the slot; an attempt may last beyond it.
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  created_at timestamptz not null
);
create index if not exists exam_slot_exam on exam_slot (exam_id, opens_at);

alter table session add column if not exists slot_id text references exam_slot(id);
create index if not exists session_slot on session (slot_id) where slot_id is not null;
comment on column exam.card is 'pii: free text; retention: exam';

-- 004 3.8: what the teacher confirmed, for the state it was confirmed in; earlier confirmations are in the journal.
create table if not exists exam_confirmation (
  tenant_id text not null references tenant(id),
  exam_id text not null references exam(id),
  item text not null check (item in ('briefing', 'materials_in_lms', 'examinee_list')),
  confirmed_by text not null references account(id),
  confirmed_at timestamptz not null,
  state_sha256 bytea not null,
  primary key (exam_id, item)
);

-- Conditions of admission of one examinee, as staff stated them.
create table if not exists session_admission (
  tenant_id text not null references tenant(id),
  session_id text primary key references session(id),
  conditions jsonb not null,
  stated_by text not null references account(id),
  stated_at timestamptz not null
);
comment on column session_admission.conditions is 'pii: free text; retention: session';
