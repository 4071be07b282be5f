-- Written work (002 п. 17): what a teacher gives to a group, until when, and every version that was handed in.

create table if not exists home_task (
  id text primary key,
  tenant_id text not null references tenant(id),
  teacher_id text not null references account(id),
  group_id text not null references people_group(id) on delete restrict,
  title text not null,
  body text not null,
  given_at timestamptz not null,
  deadline_at timestamptz not null,
  deadline_by text not null check (deadline_by in ('teacher', 'act')),
  -- The local act as it stood then.
  deadline_document text check ((deadline_by = 'act') = (deadline_document is not null)),
  deadline_number text check ((deadline_by = 'act') = (deadline_number is not null)),
  closed_at timestamptz
);
comment on column home_task.title is 'pii: words of staff; retention: account';
comment on column home_task.body is 'pii: words of staff; retention: account';
create index if not exists home_task_teacher on home_task (tenant_id, teacher_id);
create index if not exists home_task_group on home_task (group_id);

-- A later version never takes the place of an earlier one.
create table if not exists home_task_work (
  tenant_id text not null references tenant(id),
  task_id text not null references home_task(id) on delete restrict,
  account_id text not null references account(id),
  version integer not null check (version > 0),
  channel text not null check (channel in ('platform', 'mail', 'social', 'resource', 'vk_teams')),
  received_at timestamptz not null,
  body text not null,
  -- Whoever wrote it down; the person themselves over the platform.
  entered_by text not null references account(id),
  entered_at timestamptz not null,
  primary key (task_id, account_id, version)
);
comment on column home_task_work.body is 'pii: free text; retention: account';
comment on column home_task_work.received_at is 'pii: behaviour; retention: account';
create index if not exists home_task_work_account on home_task_work (account_id);

-- They lie in the object store, each under a key of its own; without a version they wait to be handed in.
create table if not exists home_task_file (
  id text primary key,
  tenant_id text not null references tenant(id),
  task_id text not null references home_task(id) on delete restrict,
  account_id text not null references account(id),
  version integer,
  name text not null,
  kind text not null check (kind in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null,
  sha256 bytea not null,
  kek_id text not null,
  sealed_key bytea not null,
  uploaded_at timestamptz not null,
  foreign key (task_id, account_id, version) references home_task_work on delete restrict
);
comment on column home_task_file.name is 'pii: free text; retention: account';
comment on column home_task_file.sealed_key is 'pii: content; retention: account';
create index if not exists home_task_file_task on home_task_file (task_id, account_id);

create table if not exists home_task_setting (
  tenant_id text primary key references tenant(id),
  days integer not null check (days between 1 and 365),
  document text not null,
  number text not null,
  saved_by text not null references account(id),
  saved_at timestamptz not null
);
