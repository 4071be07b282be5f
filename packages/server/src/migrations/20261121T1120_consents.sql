-- Consents (SM-7): the texts people were shown, what they answered, the papers they signed, and what the institution decided.

-- What only the institution can say: ages, other ways to take an exam, its name on paper.
create table if not exists consent_settings (
  tenant_id text primary key references tenant(id),
  settings jsonb not null,
  changed_at timestamptz not null
);

-- A text is kept as it was shown, for as long as anybody's consent names it.
create table if not exists consent_text (
  id text primary key,
  tenant_id text not null references tenant(id),
  kind text not null,
  sha256 bytea not null,
  body jsonb not null,
  created_at timestamptz not null,
  unique (tenant_id, kind, sha256)
);

-- One block of a text was put before a person and acknowledged (R0-2.2.1a).
create table if not exists consent_shown (
  tenant_id text not null references tenant(id),
  wording_id text not null references consent_text(id),
  account_id text not null references account(id),
  shown_to text not null references account(id),
  part text not null,
  at timestamptz not null,
  primary key (wording_id, account_id, shown_to, part)
);

-- The paper of 004 App. 5: one sheet, the consents it carries are rows of their own (TR-32).
create table if not exists consent_paper (
  id text primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  programme text not null,
  generated_at timestamptz not null,
  printed_at timestamptz,
  original_received_on date,
  original_received_by text references account(id),
  original_noted_at timestamptz
);
create index if not exists consent_paper_account on consent_paper (account_id, generated_at);

-- Scans lie in the object store, each under a key of its own; a second one replaces the first and does not erase it.
create table if not exists consent_scan (
  id text primary key,
  tenant_id text not null references tenant(id),
  paper_id text not null references consent_paper(id),
  kind text not null check (kind in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null,
  sha256 bytea not null,
  kek_id text not null,
  sealed_key bytea not null,
  uploaded_by text not null references account(id),
  uploaded_at timestamptz not null
);
create index if not exists consent_scan_paper on consent_scan (paper_id, uploaded_at);
comment on column consent_scan.sealed_key is 'pii: identity document; retention: account';

-- One life of SM-7. After a refusal, a withdrawal or an end the next one is a row of its own.
create table if not exists consent (
  id text primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  kind text not null check (kind in
    ('proctoring_informed', 'video_disputes', 'biometric', 'third_party_transfer', 'account_binding')),
  state text not null check (state in
    ('informed', 'form_generated', 'printed', 'scan_uploaded', 'active', 'declined', 'withdrawn', 'expired')),
  wording_id text not null references consent_text(id),
  signatures jsonb not null default '[]',
  signed_on date,
  signed_at timestamptz,
  programme text,
  paper_id text references consent_paper(id),
  declined_by text references account(id),
  -- Asked for by the person; it takes effect when the written request is registered.
  withdrawal_asked_on date,
  withdrawal_no text,
  withdrawn_on date,
  expelled_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index if not exists consent_account on consent (account_id, kind, created_at);
comment on column consent.signatures is 'pii: identity; retention: account';

-- Who a consent is about: the birthday says who signs, a verified link who may sign for a child.
create table if not exists consent_person (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  born date,
  incapable boolean not null default false
);
comment on column consent_person.born is 'pii: identity; retention: account';
create table if not exists consent_guardian (
  tenant_id text not null references tenant(id),
  representative_id text not null references account(id),
  child_id text not null references account(id),
  proof text not null,
  verified_at timestamptz,
  ended_at timestamptz,
  primary key (representative_id, child_id)
);
comment on column consent_guardian.proof is 'pii: identity; retention: account';
