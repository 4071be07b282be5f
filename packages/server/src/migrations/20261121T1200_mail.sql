-- Letters: the second medium of notices, and one-time links that reach a person without paper.

alter table account add column if not exists email text;
comment on column account.email is 'pii: contact; retention: account';
create index if not exists account_email on account (lower(email)) where email is not null;

-- What a one-time link is for: a first password, or another one in the place of a forgotten one.
alter table invitation add column if not exists purpose text not null default 'invitation';

-- One mail server for each institution; its password lies sealed under a key that is not in the database.
create table if not exists mail_server (
  tenant_id text primary key references tenant(id),
  host text not null,
  port integer not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text,
  password_kek text,
  password_wrapped bytea,
  password_sealed bytea,
  sender text not null,
  sender_name text not null,
  quiet_from text,
  quiet_until text,
  changed_at timestamptz not null,
  -- While it fails nobody waits for it again and again: not before `paused_until`.
  failing_since timestamptz,
  failing_why text,
  failing_said text,
  failing_tries integer not null default 0,
  paused_until timestamptz
);
comment on column mail_server.username is 'pii: contact; retention: account';
comment on column mail_server.password_kek is 'pii: secret; retention: account';
comment on column mail_server.password_wrapped is 'pii: secret; retention: account';
comment on column mail_server.password_sealed is 'pii: secret; retention: account';
comment on column mail_server.sender is 'pii: contact; retention: account';
comment on column mail_server.sender_name is 'pii: contact; retention: account';
comment on column mail_server.failing_said is 'pii: technical; retention: account';

create table if not exists letter (
  id text primary key,
  tenant_id text not null references tenant(id),
  to_account text not null references account(id),
  kind text not null,
  notice_id text references notice(id),
  facts jsonb not null,
  -- Null: the address the person has when the letter goes out.
  email text,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  -- After that it is of no use and is not sent.
  ends_at timestamptz,
  handling text not null default 'queued'
    check (handling in ('queued', 'handed', 'refused', 'expired', 'withdrawn')),
  handled_at timestamptz,
  why text,
  said text,
  tries integer not null default 0,
  claimed_until timestamptz
);
comment on column letter.facts is 'pii: content; retention: account';
comment on column letter.email is 'pii: contact; retention: account';
comment on column letter.said is 'pii: technical; retention: account';
create index if not exists letter_due on letter (due_at) where handling = 'queued';
create index if not exists letter_of_notice on letter (notice_id) where notice_id is not null;
create index if not exists letter_of_account on letter (to_account, kind, queued_at);
