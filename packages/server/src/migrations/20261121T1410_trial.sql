-- Trial exams, workplaces of the institution, announced works, and who may embed the public instruction.

-- One row a person: what the last trial left to mend. No exam and no session: it can be in no report.
create table if not exists trial (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  at timestamptz not null,
  destroyed_at timestamptz not null check (destroyed_at > at),
  mend jsonb not null
);
comment on column trial.mend is 'pii: device; retention: trial';
create index if not exists trial_due on trial (destroyed_at);

create table if not exists workplace (
  id text primary key,
  tenant_id text not null references tenant(id),
  name text not null,
  address text not null,
  seats integer not null check (seats > 0),
  opens text not null,
  closes text not null check (closes > opens),
  active boolean not null,
  created_at timestamptz not null
);
comment on column workplace.address is 'pii: address of the institution; retention: account';

create table if not exists workplace_request (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  state text not null check (state in ('asked', 'booked', 'refused')),
  wish text not null,
  asked_at timestamptz not null,
  workplace_id text references workplace(id),
  from_at timestamptz,
  until_at timestamptz,
  answer text,
  decided_by text references account(id),
  check ((state = 'booked') = (workplace_id is not null and from_at is not null and until_at is not null))
);
comment on column workplace_request.wish is 'pii: free text; retention: session';
comment on column workplace_request.answer is 'pii: free text; retention: session';
comment on column workplace_request.decided_by is 'pii: identity; retention: session';
create index if not exists workplace_request_place on workplace_request (workplace_id) where state = 'booked';

create table if not exists maintenance (
  id text primary key,
  tenant_id text not null references tenant(id),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  what text not null,
  announced_by text not null references account(id),
  announced_at timestamptz not null,
  cancelled_at timestamptz
);
comment on column maintenance.announced_by is 'pii: identity; retention: journal';

create table if not exists embed_origin (
  tenant_id text not null references tenant(id),
  origin text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, origin)
);
