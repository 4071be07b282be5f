-- How long recordings are kept, who keeps one longer and why, and what proves that one is gone (SM-18, P-22…P-24b).

create table if not exists retention_hold (
  id text primary key,
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  reason text not null check (length(trim(reason)) > 0),
  -- A passed day releases nothing: it asks a person to look again (P-23).
  review_on date not null,
  placed_by text not null references account(id),
  placed_at timestamptz not null,
  released_by text references account(id),
  released_at timestamptz,
  check ((released_by is null) = (released_at is null))
);
create index if not exists retention_hold_session on retention_hold (session_id) where released_at is null;
comment on column retention_hold.reason is 'pii: free text; retention: journal';
comment on column retention_hold.placed_by is 'pii: identity; retention: journal';
comment on column retention_hold.released_by is 'pii: identity; retention: journal';

-- Names are written down: an act is read long after the accounts are gone, and a restored copy may not have them.
create table if not exists destruction (
  id text primary key,
  tenant_id text not null references tenant(id),
  number integer not null check (number > 0),
  state text not null check (state in ('prepared', 'confirmed', 'destroyed')),
  ground text not null check (length(trim(ground)) > 0),
  prepared_by text not null,
  prepared_name text not null,
  prepared_at timestamptz not null,
  confirmed_by text,
  confirmed_name text,
  confirmed_at timestamptz,
  destroyed_at timestamptz,
  unique (tenant_id, number),
  -- Two people, whatever the program says.
  check (confirmed_by <> prepared_by),
  check (state = 'prepared' or confirmed_by is not null),
  check ((state = 'destroyed') = (destroyed_at is not null))
);
comment on column destruction.ground is 'pii: free text; retention: protocol';
comment on column destruction.prepared_by is 'pii: identity; retention: protocol';
comment on column destruction.prepared_name is 'pii: identity; retention: protocol';
comment on column destruction.confirmed_by is 'pii: identity; retention: protocol';
comment on column destruction.confirmed_name is 'pii: identity; retention: protocol';

-- One row per recording of an act; from `doomed_at` on it is the tombstone.
create table if not exists destroyed_recording (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  destruction_id text not null references destruction(id),
  recorded_on date not null,
  -- Of the signed manifest.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  doomed_at timestamptz,
  key_destroyed_at timestamptz,
  objects_destroyed_at timestamptz,
  objects integer
);
create index if not exists destroyed_recording_act on destroyed_recording (destruction_id);

-- A key made anew for what was destroyed would only hide that it is gone.
create or replace function media_key_not_again() returns trigger language plpgsql as $$
begin
  if exists (select from destroyed_recording where session_id = new.session_id and doomed_at is not null) then
    raise exception 'destroyed: the recording of % has no key any more', new.session_id using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger media_key_not_again before insert on media_key
  for each row execute function media_key_not_again();
