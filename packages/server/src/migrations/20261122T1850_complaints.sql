-- What becomes of a complaint about a proctor, and the glass an administrator breaks to see one recording (T-20).

create table if not exists complaint (
  session_id text not null references session(id),
  seq integer not null,
  tenant_id text not null references tenant(id),
  due_at timestamptz,
  taken_by text references account(id),
  taken_at timestamptz,
  answered_by text references account(id),
  answered_at timestamptz,
  outcome text check (outcome in ('confirmed', 'partly', 'not_confirmed')),
  sealed bytea,
  escalated_at timestamptz,
  primary key (session_id, seq),
  foreign key (session_id, seq) references conduct (session_id, seq),
  check ((taken_by is null) = (taken_at is null)),
  check ((answered_by is null) = (answered_at is null)),
  check ((answered_by is null) = (outcome is null)),
  -- Whoever answers was looking at it.
  check (answered_by is null or answered_by = taken_by)
);
create index if not exists complaint_waiting on complaint (due_at) where answered_at is null and escalated_at is null;
comment on column complaint.taken_by is 'pii: identity; retention: protocol';
comment on column complaint.answered_by is 'pii: identity; retention: protocol';
comment on column complaint.sealed is 'pii: words of staff; retention: protocol';

-- Those filed before had no term: they wait in the list without one. An owner who is no superuser sees no row of a fenced table.
alter table conduct no force row level security;
insert into complaint (session_id, seq, tenant_id)
  select session_id, seq, tenant_id from conduct where kind = 'complaint'
  on conflict do nothing;
alter table conduct force row level security;

create or replace function complaint_is_answered_once() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null and (new.answered_by, new.answered_at, new.outcome, new.taken_by, new.taken_at)
    is distinct from (old.answered_by, old.answered_at, old.outcome, old.taken_by, old.taken_at) then
    raise exception 'a complaint is answered once' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger complaint_is_answered_once before update on complaint
  for each row execute function complaint_is_answered_once();

create table if not exists break_glass (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  asked_by text not null references account(id),
  reason text not null check (length(trim(reason)) > 0),
  asked_at timestamptz not null,
  answered_by text references account(id),
  answered_at timestamptz,
  -- Null: refused, or nobody answered.
  ends_at timestamptz,
  -- After the exam whose recording it is was told.
  told_at timestamptz,
  -- Two people: nobody lets themselves in.
  check (answered_by is null or answered_by <> asked_by),
  check ((answered_by is null) = (answered_at is null)),
  check (ends_at is null or (answered_at is not null and ends_at <= answered_at + interval '60 minutes'))
);
create index if not exists break_glass_session on break_glass (session_id);
comment on column break_glass.asked_by is 'pii: identity; retention: journal';
comment on column break_glass.answered_by is 'pii: identity; retention: journal';
comment on column break_glass.reason is 'pii: words of staff; retention: journal';

-- T-13: what was said and marked is neither taken out nor rewritten; only its open words go under the seal.
create or replace function conduct_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.sealed is not null
    or (new.session_id, new.seq, new.at, new.said_by, new.party, new.kind)
      is distinct from (old.session_id, old.seq, old.at, old.said_by, old.party, old.kind) then
    raise exception 'the log of a session is append-only' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger conduct_is_append_only before update or delete on conduct
  for each row execute function conduct_is_append_only();
