-- The door: where each examinee stands in it, what they showed, what a proctor said, and the reference of an account's owner.

create table if not exists door_visit (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  state text not null check (state in ('preparing', 'waiting', 'asked_again', 'admitted', 'refused')),
  done text[] not null default '{}',
  asked text[] not null default '{}',
  -- The kind of the document that was shown; its number is kept nowhere (R3-4.2.3.1b).
  document text,
  came_at timestamptz,
  changed_at timestamptz not null
);
create index if not exists door_visit_waiting on door_visit (tenant_id, came_at) where state = 'waiting';

-- What was read and accepted, in the words of which edition.
create table if not exists door_acknowledgement (
  session_id text not null references session(id),
  tenant_id text not null references tenant(id),
  step text not null,
  act_id text references act_edition(id),
  at timestamptz not null,
  primary key (session_id, step)
);

-- Pictures and sounds lie in the object store, each under a key of its own; without `sealed_key` it is noise.
create table if not exists identity_evidence (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  examinee_id text not null references account(id),
  step text not null,
  part smallint not null,
  kind text not null check (kind in ('image/jpeg', 'audio/webm', 'audio/ogg')),
  bytes integer not null,
  sha256 bytea not null,
  kek_id text not null,
  sealed_key bytea,
  taken_at timestamptz not null,
  -- Another one was shown in its place.
  replaced_at timestamptz,
  forget_after timestamptz,
  forgotten_at timestamptz,
  check ((sealed_key is null) = (forgotten_at is not null))
);
comment on column identity_evidence.examinee_id is 'pii: identity; retention: recording';
comment on column identity_evidence.sealed_key is 'pii: photo or voice; retention: recording';
create index if not exists identity_evidence_session on identity_evidence (session_id) where replaced_at is null;
create index if not exists identity_evidence_due on identity_evidence (forget_after) where forgotten_at is null;

create table if not exists door_decision (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  verdict text not null check (verdict in ('admitted', 'again', 'refused')),
  -- What was compared, one by one: identification and verification are two acts (R3-2.6a).
  checks text[] not null default '{}',
  steps text[] not null default '{}',
  why text,
  violation text,
  reason text,
  evidence text[] not null default '{}',
  decided_by text not null references account(id),
  at timestamptz not null,
  check (verdict = 'admitted' or reason is not null)
);
comment on column door_decision.reason is 'pii: free text; retention: journal';
comment on column door_decision.decided_by is 'pii: identity; retention: journal';
create index if not exists door_decision_session on door_decision (session_id, at);

-- 003 6.3.2, 004 8.2.2: whose document and face were taken at the first sign-in owns the account.
create table if not exists owner_reference (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  document_evidence text not null references identity_evidence(id),
  face_evidence text not null references identity_evidence(id),
  taken_at timestamptz not null,
  statement_accepted_at timestamptz not null
);
comment on column owner_reference.account_id is 'pii: identity; retention: account';

-- An identity provider's yes or no. Nothing of a face or a voice.
create table if not exists external_identity (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  provider text not null,
  transaction text,
  result text not null check (result in ('asked', 'positive', 'negative')),
  at timestamptz not null
);
comment on column external_identity.transaction is 'pii: identity; retention: journal';
