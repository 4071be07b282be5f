-- Sign-in limits, invitations, the journal of acts with its tree, the outbox.

alter table sign_in add column if not exists idle_s integer not null default 900;

alter table session add column if not exists started_at timestamptz;
alter table session add column if not exists end_reason text;
alter table session add constraint session_state_known check (state in
  ('admitted', 'authorized', 'in_progress', 'submitted', 'deauthorized', 'expired_not_started'));
-- T-16: what a state means is checked once more by the database.
alter table session add constraint session_state_facts check (
  (state in ('admitted', 'expired_not_started')) = (authorized_at is null)
  and (state = 'deauthorized') = (deauthorized_at is not null)
  and (authorized_at is null) = (deadline is null));
comment on column session.end_reason is 'pii: free text; retention: session';
create index if not exists session_deadline on session (deadline) where deauthorized_at is null;
create index if not exists session_examinee on session (examinee_id);
create index if not exists assignment_proctor on assignment (proctor_id) where removed_at is null;
create index if not exists sign_in_account on sign_in (account_id) where ended_at is null;

-- B-21: no person and no institution is named here; keys are hashes.
create table if not exists sign_in_throttle (
  key text primary key,
  failures integer not null,
  window_at timestamptz not null,
  until timestamptz not null
);

create table if not exists invitation (
  token_sha256 bytea primary key,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
comment on column invitation.token_sha256 is 'pii: secret; retention: 30 days after end';

create table if not exists setup_code (
  code_sha256 bytea primary key,
  created_at timestamptz not null,
  used_at timestamptz
);

-- E-05. Details lie apart, so that they can be erased while the leaf keeps its commitment to them.
create table if not exists audit_entry (
  id text primary key,
  tenant_id text not null references tenant(id),
  at timestamptz not null,
  actor text not null,
  role text not null,
  action text not null,
  object text not null,
  purpose text not null,
  result text not null check (result in ('ok', 'refused')),
  commitment bytea not null
);
create index if not exists audit_entry_time on audit_entry (tenant_id, at desc);
create index if not exists audit_entry_object on audit_entry (object, at desc);

create table if not exists audit_details (
  entry_id text primary key references audit_entry(id),
  tenant_id text not null references tenant(id),
  salt bytea not null,
  details jsonb not null
);
comment on column audit_details.details is 'pii: facts of the act; retention: journal';

create table if not exists audit_pending (
  n bigint generated always as identity primary key,
  entry_id text not null
);

create table if not exists audit_leaf (
  seq bigint primary key,
  entry_id text not null unique references audit_entry(id),
  leaf_sha256 bytea not null
);

create table if not exists audit_head (
  size bigint primary key,
  root bytea not null,
  checkpoint text not null,
  signed_at timestamptz not null
);

create or replace function audit_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % of % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;
create or replace trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_append_only();
create or replace trigger audit_leaf_append_only before update or delete on audit_leaf
  for each row execute function audit_append_only();
create or replace trigger audit_head_append_only before update or delete on audit_head
  for each row execute function audit_append_only();
create or replace trigger audit_entry_kept before truncate on audit_entry
  for each statement execute function audit_append_only();
create or replace trigger audit_leaf_kept before truncate on audit_leaf
  for each statement execute function audit_append_only();

create or replace function audit_enqueue() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into audit_pending (entry_id) values (new.id);
  return null;
end $$;
create or replace trigger audit_entry_pending after insert on audit_entry
  for each row execute function audit_enqueue();

-- Effects that must follow a committed change; moved to the job queue in one statement, once per key.
create table if not exists outbox (
  id bigint generated always as identity primary key,
  tenant_id text not null references tenant(id),
  task text not null,
  key text not null,
  run_at timestamptz not null,
  payload jsonb not null
);
create policy relay on outbox to current_user using (true) with check (true);
