-- The institution itself: its kind, branches, units, programmes and technologies; who is responsible; papers of proctors.

create table if not exists institution_profile (
  tenant_id text primary key references tenant(id),
  kind text check (kind in ('school', 'college', 'university', 'training_centre', 'other')),
  -- Steps of the setup answered without an entry.
  answered jsonb not null default '[]'
);

create table if not exists institution_part (
  id text primary key,
  tenant_id text not null references tenant(id),
  kind text not null check (kind in ('branch', 'unit', 'programme', 'technology')),
  name text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  unique (tenant_id, kind, name)
);

create table if not exists group_place (
  group_id text primary key references people_group(id) on delete cascade,
  tenant_id text not null references tenant(id),
  branch_id text references institution_part(id),
  programme_id text references institution_part(id)
);

create table if not exists exam_place (
  exam_id text primary key references exam(id) on delete cascade,
  tenant_id text not null references tenant(id),
  branch_id text references institution_part(id),
  programme_id text references institution_part(id),
  -- R0-6.2: who applies the technology answers for its use.
  responsible_id text references account(id)
);
create index if not exists exam_place_programme on exam_place (programme_id);

create table if not exists appointment_order (
  id text primary key,
  tenant_id text not null references tenant(id),
  number text not null,
  signed_on date not null,
  -- Null: until revoked.
  from_day date,
  to_day date check ((from_day is null) = (to_day is null) and to_day >= from_day),
  entered_by text not null references account(id),
  entered_at timestamptz not null
);
create table if not exists appointment (
  id text primary key,
  tenant_id text not null references tenant(id),
  order_id text not null references appointment_order(id),
  account_id text not null references account(id),
  post text not null,
  duty text not null check (duty in ('technology', 'programme', 'service_technical', 'service_organisational')),
  part_id text not null references institution_part(id),
  phone text not null,
  email text not null,
  hours text not null,
  revoked_on date,
  unique (order_id, account_id, duty, part_id)
);
comment on column appointment.post is 'pii: staff published by the institution; retention: account';
comment on column appointment.phone is 'pii: contact of staff published by the institution; retention: account';
comment on column appointment.email is 'pii: contact of staff published by the institution; retention: account';
create index if not exists appointment_of_order on appointment (order_id);

-- R0-6.4: when which list was published.
create table if not exists contact_publication (
  tenant_id text not null references tenant(id),
  no integer not null check (no > 0),
  published_at timestamptz not null,
  -- Kept letter by letter: it is compared with what holds now.
  lines json not null,
  primary key (tenant_id, no)
);
comment on column contact_publication.lines is 'pii: contacts of staff published by the institution; retention: account';

create table if not exists proctor_card (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  facts jsonb not null,
  changed_by text not null references account(id),
  changed_at timestamptz not null
);
comment on column proctor_card.facts is 'pii: papers of staff; retention: account';

alter table support_ticket add column if not exists part_id text references institution_part(id);
