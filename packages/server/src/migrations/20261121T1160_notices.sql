-- What the system told people in their personal account, and whether it reached them (R4-3.6b).

create table if not exists notice (
  id text primary key,
  tenant_id text not null references tenant(id),
  to_account text not null references account(id),
  kind text not null,
  -- The exam it is about.
  about text not null,
  -- Told again when what it tells has changed.
  edition integer not null check (edition > 0),
  facts jsonb not null,
  queued_at timestamptz not null,
  delivered_at timestamptz,
  read_at timestamptz,
  unique (to_account, kind, about, edition)
);
comment on column notice.facts is 'pii: content; retention: account';
create index if not exists notice_of_account on notice (to_account, queued_at desc, id);
create index if not exists notice_unread on notice (to_account) where read_at is null;
create index if not exists notice_about on notice (about);
