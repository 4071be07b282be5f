-- Run after every migration: who may touch what, and the tenant fence (T-30, B-51). Idempotent; a new tenant table is fenced by itself.

do $$
declare
  name text;
begin
  foreach name in array array['ochno_app', 'ochno_ingest', 'ochno_auth', 'ochno_log'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', name);
    end if;
    execute format('grant usage on schema public to %I', name);
    execute format('revoke create on schema public from %I', name);
    execute format('alter role %I set statement_timeout = %L', name, '5s');
    execute format('alter role %I set lock_timeout = %L', name, '2s');
    execute format('alter role %I set idle_in_transaction_session_timeout = %L', name, '10s');
  end loop;
end $$;

-- What only one role writes is listed here; every other tenant table belongs to the requests (ochno_app).
create or replace function pg_temp.written_by_others(name text) returns boolean language sql as $$
  select name = any (array['fragment', 'track', 'segment', 'media_key', 'recording_lease', 'manifest', 'sign_in',
    'factor_totp', 'factor_totp_begun', 'factor_passkey', 'factor_recovery', 'factor_challenge',
    'oidc_server', 'ldap_server', 'directory_account', 'federated_identity', 'federation_request'])
$$;

do $$
declare
  tenant_table text;
begin
  for tenant_table in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('drop policy if exists tenant on %I', tenant_table);
    execute format(
      'create policy tenant on %I to ochno_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')) '
      || 'with check (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))', tenant_table);
    if tenant_table like 'audit%' or tenant_table = 'access_journal' then
      execute format('grant select, insert on %I to ochno_app', tenant_table);
    elsif pg_temp.written_by_others(tenant_table) then
      execute format('grant select on %I to ochno_app', tenant_table);
    else
      execute format('grant select, insert, update, delete on %I to ochno_app', tenant_table);
    end if;
  end loop;

  -- A change of roles ends a person's sign-ins in the same transaction (B-06); requests write nothing else of them.
  grant update (ended_at) on sign_in to ochno_app;

  alter table tenant enable row level security;
  alter table tenant force row level security;
  drop policy if exists tenant on tenant;
  create policy tenant on tenant to ochno_app using (id = nullif(current_setting('app.tenant', true), ''))
    with check (id = nullif(current_setting('app.tenant', true), ''));
  grant select, update on tenant to ochno_app;
end $$;

-- The other roles cross tenants by design, each over its own few tables.
do $$
declare
  rule record;
begin
  for rule in
    select * from (values
      ('ochno_ingest', 'fragment', 'select, insert, delete'),
      ('ochno_ingest', 'track', 'select, insert, update, delete'),
      ('ochno_ingest', 'segment', 'select, insert, delete'),
      ('ochno_ingest', 'destruction', 'select'),
      ('ochno_ingest', 'destroyed_recording', 'select, update'),
      ('ochno_ingest', 'media_key', 'select, insert, delete'),
      ('ochno_ingest', 'recording_lease', 'select, insert, update'),
      ('ochno_ingest', 'manifest', 'select, insert'),
      ('ochno_ingest', 'session', 'select'),
      ('ochno_ingest', 'exam', 'select'),
      ('ochno_auth', 'tenant', 'select, insert'),
      ('ochno_auth', 'account', 'select, insert, update'),
      ('ochno_auth', 'account_role', 'select, insert'),
      ('ochno_auth', 'sign_in', 'select, insert, update, delete'),
      ('ochno_auth', 'factor_totp', 'select, insert, update, delete'),
      ('ochno_auth', 'factor_totp_begun', 'select, insert, update, delete'),
      ('ochno_auth', 'factor_passkey', 'select, insert, update, delete'),
      ('ochno_auth', 'factor_recovery', 'select, insert, update, delete'),
      ('ochno_auth', 'factor_challenge', 'select, insert, update, delete'),
      ('ochno_auth', 'oidc_server', 'select, insert, delete'),
      ('ochno_auth', 'ldap_server', 'select, insert, delete'),
      ('ochno_auth', 'directory_account', 'select, insert, delete'),
      ('ochno_auth', 'federated_identity', 'select, insert, update, delete'),
      ('ochno_auth', 'federation_request', 'select, insert, delete'),
      ('ochno_auth', 'session', 'select'),
      ('ochno_auth', 'exam', 'select'),
      ('ochno_auth', 'notice', 'select'),
      ('ochno_auth', 'letter', 'select'),
      ('ochno_auth', 'mail_server', 'select'),
      ('ochno_auth', 'act_edition', 'select'),
      ('ochno_auth', 'appointment_order', 'select'),
      ('ochno_auth', 'identity_evidence', 'select'),
      ('ochno_auth', 'review', 'select'),
      ('ochno_auth', 'audit_entry', 'insert'),
      ('ochno_auth', 'audit_details', 'insert'),
      ('ochno_auth', 'sign_in_throttle', 'select, insert, update, delete'),
      ('ochno_auth', 'invitation', 'select, update'),
      ('ochno_auth', 'setup_code', 'select, insert, update, delete'),
      ('ochno_app', 'audit_leaf', 'select'),
      ('ochno_app', 'audit_head', 'select'),
      ('ochno_log', 'audit_pending', 'select, delete'),
      ('ochno_log', 'audit_leaf', 'select, insert'),
      ('ochno_log', 'audit_head', 'select, insert'),
      ('ochno_log', 'audit_entry', 'select'),
      ('ochno_log', 'tenant', 'select')
    ) as allowed(role, name, rights)
    where to_regclass('public.' || name) is not null
  loop
    execute format('grant %s on %I to %I', rule.rights, rule.name, rule.role);
    if (select relrowsecurity from pg_class where oid = ('public.' || rule.name)::regclass) then
      execute format('drop policy if exists %I on %I', rule.role, rule.name);
      execute format('create policy %I on %I to %I using (true) with check (true)', rule.role, rule.name, rule.role);
    end if;
  end loop;
end $$;
