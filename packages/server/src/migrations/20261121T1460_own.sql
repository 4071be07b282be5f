-- Pieces of recordings shown to whom a mark concerns; recordings closed to everybody; how the examinee looked and sounded at first.

create table if not exists clip_setting (
  tenant_id text primary key references tenant(id),
  setting jsonb not null,
  changed_at timestamptz not null
);

-- Which records one opened clip may be given: nothing beside them leaves.
create table if not exists recording_clip (
  view_id text primary key references recording_view(id),
  tenant_id text not null references tenant(id),
  mark text not null,
  tracks jsonb not null
);

-- P-31: kept and closed: a hold nobody watches under.
alter table retention_hold add column if not exists blocks boolean not null default false;
