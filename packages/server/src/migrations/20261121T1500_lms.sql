-- Learning platforms that open exams here (LTI 1.3), what their places mean, and who came from them.

create table if not exists lms_platform (
  id text primary key,
  tenant_id text not null references tenant(id),
  name text not null,
  issuer text not null,
  client_id text not null,
  deployment text not null,
  login_url text not null,
  keys_url text not null,
  home text not null,
  by_learner boolean not null,
  changed_at timestamptz not null
);
-- T-50: one institution for a platform, its client and its deployment.
create unique index if not exists lms_platform_once on lms_platform (issuer, client_id, deployment);

-- By which the platform knows our answers.
create table if not exists lms_key (
  tenant_id text primary key references tenant(id),
  kid text not null,
  public jsonb not null,
  kek text not null,
  wrapped bytea not null,
  sealed bytea not null,
  made_at timestamptz not null
);
comment on column lms_key.kek is 'pii: secret; retention: account';
comment on column lms_key.wrapped is 'pii: secret; retention: account';
comment on column lms_key.sealed is 'pii: secret; retention: account';

create table if not exists lms_place (
  tenant_id text not null references tenant(id),
  platform_id text not null references lms_platform(id) on delete cascade,
  place text not null,
  exam_id text not null references exam(id) on delete cascade,
  bound_by text not null references account(id),
  bound_at timestamptz not null,
  primary key (platform_id, place)
);
create index if not exists lms_place_exam on lms_place (exam_id);
create index if not exists lms_place_by on lms_place (bound_by);

-- R4-5.4: this sign-in was opened by the platform for this session.
create table if not exists lms_launch (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  sign_in_id text not null,
  platform text not null,
  launched_at timestamptz not null,
  primary key (session_id, sign_in_id)
);
comment on column lms_launch.sign_in_id is 'pii: technical; retention: session';
comment on column lms_launch.launched_at is 'pii: behaviour; retention: session';

-- A way back that was used, until its words are too old anyway.
create table if not exists lms_used (
  state_sha256 bytea primary key,
  tenant_id text not null references tenant(id),
  ends_at timestamptz not null
);
create index if not exists lms_used_end on lms_used (ends_at);

-- A launch that waits for its person to say who they are here, or which exam is meant.
create table if not exists lms_coming (
  secret_sha256 bytea primary key,
  tenant_id text not null references tenant(id),
  platform_id text not null references lms_platform(id) on delete cascade,
  issuer text not null,
  subject text not null,
  called text,
  place text,
  title text,
  exam text,
  answer jsonb,
  ends_at timestamptz not null
);
create index if not exists lms_coming_end on lms_coming (ends_at);
comment on column lms_coming.called is 'pii: identity; retention: a quarter of an hour';
comment on column lms_coming.subject is 'pii: technical; retention: a quarter of an hour';
comment on column lms_coming.secret_sha256 is 'pii: secret; retention: a quarter of an hour';
comment on column lms_coming.answer is 'pii: technical; retention: a quarter of an hour';
comment on column lms_platform.login_url is 'pii: technical; retention: account';
