-- The system speaks in a session too; the moments of its looks around are drawn beforehand; attention is measured (SM-2, TR-47).

alter table conduct alter column said_by drop not null;
alter table conduct drop constraint if exists conduct_party_check;
alter table conduct add constraint conduct_party_check check (party in ('proctor', 'examinee', 'system'));
create index if not exists conduct_offers on conduct (tenant_id, (facts->>'to')) where kind = 'offer';

create table if not exists scan_plan (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  -- The moments follow from it, so that an appeal can draw them again.
  seed bytea not null check (length(seed) = 16),
  moments timestamptz[] not null,
  drawn_at timestamptz not null
);

create table if not exists attention (
  tenant_id text not null references tenant(id),
  proctor_id text not null references account(id),
  -- Made by the console: the same note sent twice is one.
  id uuid not null,
  session_id text not null references session(id),
  what text not null check (what in ('enlarged', 'listening', 'answered')),
  from_at timestamptz not null,
  to_at timestamptz not null,
  alert text,
  primary key (proctor_id, id),
  check (from_at <= to_at)
);
create index if not exists attention_of_session on attention (session_id, from_at);
