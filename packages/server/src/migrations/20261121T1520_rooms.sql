-- Rooms of lessons, consultations and webinars by video (000 section 3): who is invited, each with a link of their own, who was there.

create table if not exists room (
  id text primary key,
  tenant_id text not null references tenant(id),
  kind text not null check (kind in ('lesson', 'consultation', 'webinar', 'other')),
  title text not null,
  group_id text references people_group(id) on delete set null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  lobby boolean not null,
  leader_id text not null references account(id),
  locked boolean not null default false,
  ended_at timestamptz,
  cancelled_at timestamptz,
  created_at timestamptz not null
);
comment on column room.title is 'pii: words of staff; retention: account';
create index if not exists room_leader on room (tenant_id, leader_id, starts_at);
create index if not exists room_group on room (group_id, starts_at);

create table if not exists room_invited (
  tenant_id text not null references tenant(id),
  room_id text not null references room(id) on delete cascade,
  account_id text not null references account(id),
  primary key (room_id, account_id)
);
create index if not exists room_invited_account on room_invited (account_id);

create table if not exists room_seat (
  tenant_id text not null references tenant(id),
  room_id text not null references room(id) on delete cascade,
  account_id text not null references account(id),
  link text not null unique,
  made_at timestamptz not null,
  admitted_at timestamptz,
  removed_at timestamptz,
  first_in timestamptz,
  last_out timestamptz,
  primary key (room_id, account_id)
);
comment on column room_seat.link is 'pii: secret; retention: account';
comment on column room_seat.removed_at is 'pii: behaviour; retention: account';
comment on column room_seat.first_in is 'pii: behaviour; retention: account';
comment on column room_seat.last_out is 'pii: behaviour; retention: account';
create index if not exists room_seat_account on room_seat (account_id);

-- R0-3.3a: which edition of the rules each person has read.
create table if not exists room_rules_read (
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  edition text not null,
  at timestamptz not null,
  primary key (account_id, edition)
);
