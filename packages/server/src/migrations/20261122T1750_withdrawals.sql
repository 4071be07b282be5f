-- What a withdrawn consent did to each exam (P-14), exports of a person's own data (P-30), holds looked at again (P-23), debts (R4-5.13).

create table if not exists withdrawal_effect (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  account_id text not null references account(id),
  consent_id text not null references consent(id),
  phase text not null check (phase in ('before', 'during', 'after')),
  -- Of the rules the exam was published under: nothing but the consent was its ground.
  voluntary boolean not null,
  withdrawn_at timestamptz not null,
  withdrawn_on date not null,
  do_by date,
  route text check (route in ('in_person', 'oral', 'another_format', 'own_order')),
  route_note text,
  route_by text references account(id),
  route_at timestamptz,
  unique (session_id, consent_id),
  check ((route is null) = (route_at is null))
);
create index if not exists withdrawal_effect_account on withdrawal_effect (account_id);
comment on column withdrawal_effect.route_note is 'pii: words of staff; retention: journal';
comment on column withdrawal_effect.route_by is 'pii: identity; retention: journal';

create table if not exists subject_export (
  id text primary key,
  tenant_id text not null references tenant(id),
  person_id text not null references account(id),
  asked_by text not null references account(id),
  asked_as text not null check (asked_as in ('self', 'parent', 'in_writing')),
  letter text,
  asked_at timestamptz not null,
  due_on date,
  -- Where the sealed archive of what is written lies; named before it is put there.
  object_id text,
  kek_id text,
  sealed_key bytea,
  papers integer not null default 0,
  made_at timestamptz,
  released_by text references account(id),
  released_at timestamptz,
  until timestamptz,
  taken_at timestamptz,
  gone_at timestamptz,
  warned_at timestamptz,
  escalated_at timestamptz,
  check (made_at is null or gone_at is not null or sealed_key is not null)
);
create unique index if not exists subject_export_one on subject_export (person_id) where released_at is null;
create index if not exists subject_export_asker on subject_export (asked_by);
comment on column subject_export.sealed_key is 'pii: content; retention: account';
comment on column subject_export.letter is 'pii: free text; retention: journal';
comment on column subject_export.asked_by is 'pii: identity; retention: journal';
comment on column subject_export.released_by is 'pii: identity; retention: journal';

create table if not exists subject_export_withheld (
  tenant_id text not null references tenant(id),
  export_id text not null references subject_export(id),
  session_id text not null references session(id),
  reason text not null check (length(trim(reason)) > 0),
  primary key (export_id, session_id)
);
comment on column subject_export_withheld.reason is 'pii: words of staff; retention: journal';

-- The day to look again has come and whoever answers for it was told.
alter table retention_hold add column if not exists review_told_on date;

create table if not exists academic_debt_closing (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  closed_on date not null,
  how text not null check (length(trim(how)) > 0),
  document text not null check (length(trim(document)) > 0),
  closed_by text not null references account(id),
  closed_at timestamptz not null
);
comment on column academic_debt_closing.how is 'pii: words of staff; retention: protocol';
comment on column academic_debt_closing.document is 'pii: words of staff; retention: protocol';
comment on column academic_debt_closing.closed_by is 'pii: identity; retention: protocol';
