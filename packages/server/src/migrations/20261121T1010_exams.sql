create table if not exists exam (
  id text primary key,
  tenant_id text not null references tenant(id),
  title text not null,
  instructions text not null default '',
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  length_minutes integer not null check (length_minutes > 0),
  created_by text not null references account(id),
  created_at timestamptz not null
);

create table if not exists session (
  id text primary key,
  tenant_id text not null references tenant(id),
  exam_id text not null references exam(id),
  examinee_id text not null references account(id),
  state text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  length_minutes integer not null,
  authorized_at timestamptz,
  deadline timestamptz,
  deauthorized_at timestamptz,
  end_cause text,
  created_at timestamptz not null,
  unique (exam_id, examinee_id)
);

create table if not exists assignment (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  proctor_id text not null references account(id),
  assigned_at timestamptz not null,
  removed_at timestamptz,
  primary key (session_id, proctor_id)
);
