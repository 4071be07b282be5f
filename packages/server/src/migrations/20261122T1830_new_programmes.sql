-- TR-54: a consent is given once; where its paper names another programme, what the office answered.
create table if not exists consent_programme (
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  programme text not null,
  answer text not null check (answer in ('kept', 'asked', 'signed')),
  signed_on date,
  answered_by text not null references account(id),
  answered_at timestamptz not null,
  primary key (account_id, programme),
  check ((answer = 'signed') = (signed_on is not null))
);
comment on column consent_programme.answer is 'pii: words of staff; retention: account';
comment on column consent_programme.answered_by is 'pii: identity; retention: journal';
