-- B-28: a one-time code that stands in for the password of one examinee and opens one session; the newest alone counts.
create table if not exists exam_code (
  session_id text primary key references session(id),
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  code_sha256 bytea not null,
  made_by text not null references account(id),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
comment on column exam_code.code_sha256 is 'pii: secret; retention: a quarter of an hour';

-- What a sign-in by such a code may open; null: whatever its account may.
alter table sign_in add column if not exists only_session text references session(id);
