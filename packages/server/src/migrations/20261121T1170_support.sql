-- SM-19: what people asked technical support, and what was said to them.

create table if not exists support_ticket (
  id text primary key,
  tenant_id text not null references tenant(id),
  -- Counted in each institution: what a person says on the telephone.
  no integer not null check (no > 0),
  asked_by text not null references account(id),
  topic text not null,
  session_id text references session(id),
  exam_now boolean not null,
  -- The unit the act names, in its words; null where no act says who helps.
  unit text,
  state text not null check (state in ('open', 'routed', 'in_work', 'solved', 'closed')),
  taken_by text references account(id),
  device text,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  unique (tenant_id, no)
);
comment on column support_ticket.device is 'pii: technical; retention: account';
create index if not exists support_ticket_of_account on support_ticket (asked_by, opened_at desc);
create index if not exists support_ticket_waiting on support_ticket (tenant_id, exam_now desc, opened_at) where state <> 'closed';

create table if not exists support_word (
  id bigint generated always as identity primary key,
  tenant_id text not null references tenant(id),
  ticket_id text not null references support_ticket(id),
  said_by text not null references account(id),
  said_at timestamptz not null,
  text text not null
);
comment on column support_word.text is 'pii: content; retention: account';
create index if not exists support_word_of_ticket on support_word (ticket_id, id);
