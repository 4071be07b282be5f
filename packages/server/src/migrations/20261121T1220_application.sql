-- Applications for proctoring (SM-16) with every step of theirs, and conditions of one examinee (SM-20) with their grounds.

-- Who heads the office applications are addressed to, and by what order (003 1.5).
create table if not exists application_office (
  tenant_id text primary key references tenant(id),
  head_id text not null references account(id),
  ground text not null,
  changed_by text not null references account(id),
  changed_at timestamptz not null
);

comment on column application_office.ground is 'pii: free text; retention: account';

create table if not exists application (
  id text primary key,
  tenant_id text not null references tenant(id),
  exam_id text not null unique references exam(id),
  author_id text not null references account(id),
  state text not null check (state in
    ('draft', 'submitted', 'late_submitted', 'approved', 'returned', 'rejected', 'linked', 'closed')),
  content jsonb not null,
  -- The day it was filed, of the institution's clock.
  filed_on date,
  late_permit jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on column application.content is 'pii: free text; retention: exam';
comment on column application.late_permit is 'pii: free text; retention: exam';

create table if not exists application_step (
  tenant_id text not null references tenant(id),
  application_id text not null references application(id),
  no integer not null,
  command text not null,
  by_account text not null references account(id),
  at timestamptz not null,
  words text not null default '',
  primary key (application_id, no)
);
comment on column application_step.words is 'pii: free text; retention: exam';

create table if not exists accommodation (
  id text primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  -- Null: every exam of the term.
  exam_id text references exam(id),
  kind text not null check (kind in ('pmpk_assistant', 'pmpk_technical_means', 'disability')),
  state text not null check (state in ('requested', 'active', 'used', 'expired', 'refused')),
  content jsonb not null,
  from_day date not null,
  until_day date,
  asked_by text not null references account(id),
  asked_at timestamptz not null,
  decided_by text references account(id),
  decided_at timestamptz,
  decision text not null default ''
);
create index if not exists accommodation_account on accommodation (account_id);
comment on column accommodation.content is 'pii: health; retention: account';
comment on column accommodation.decision is 'pii: free text; retention: account';

-- The ground lies in the object store under a key of its own; a second file takes the place of the first.
create table if not exists accommodation_document (
  accommodation_id text primary key references accommodation(id),
  tenant_id text not null references tenant(id),
  file_id text not null,
  kind text not null check (kind in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null,
  sha256 bytea not null,
  kek_id text not null,
  sealed_key bytea not null,
  uploaded_by text not null references account(id),
  uploaded_at timestamptz not null
);
comment on column accommodation_document.sealed_key is 'pii: health; retention: account';

-- The class of a school group: what 001 6.2 gives to primary pupils goes by it.
alter table people_group add column if not exists grade integer check (grade between 1 and 11);
