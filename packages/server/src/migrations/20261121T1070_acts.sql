-- Editions of an institution's local acts (SM-15): what an act says, what people decided where it is silent, and its card.

create table if not exists act_edition (
  id text primary key,
  tenant_id text not null references tenant(id),
  edition integer not null check (edition > 0),
  -- Number of the act it began with, or `own`.
  preset text not null,
  state text not null check (state in ('draft', 'considered', 'agreed', 'approved', 'effective', 'superseded')),
  card jsonb not null,
  stated jsonb not null,
  decisions jsonb not null,
  changed_at timestamptz not null,
  unique (tenant_id, edition)
);
comment on column act_edition.card is 'pii: names of officials and bodies on the title page; retention: account';
-- An institution works under one edition at a time, whatever the program says (R0-7.5).
create unique index if not exists act_edition_effective on act_edition (tenant_id) where state = 'effective';
create index if not exists act_edition_approved on act_edition (tenant_id) where state = 'approved';
