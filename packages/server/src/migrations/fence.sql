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
      ('ochno_ingest', 'exam_rules', 'select'),
      ('ochno_auth', 'tenant', 'select, insert'),
      ('ochno_auth', 'account', 'select, insert, update'),
      ('ochno_auth', 'account_role', 'select, insert'),
      ('ochno_auth', 'account_place', 'select'),
      ('ochno_auth', 'account_lead', 'select'),
      ('ochno_auth', 'proctor_standing', 'select'),
      ('ochno_auth', 'exam_code', 'select, update, delete'),
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
      ('ochno_auth', 'trial', 'select'),
      ('ochno_auth', 'embed_origin', 'select'),
      ('ochno_auth', 'letter', 'select'),
      ('ochno_auth', 'mail_server', 'select'),
      ('ochno_auth', 'act_edition', 'select'),
      ('ochno_auth', 'service', 'select'),
      ('ochno_auth', 'subject_export', 'select'),
      ('ochno_auth', 'retention_hold', 'select'),
      ('ochno_auth', 'appointment_order', 'select'),
      ('ochno_auth', 'identity_evidence', 'select'),
      ('ochno_auth', 'review', 'select'),
      ('ochno_auth', 'complaint', 'select'),
      ('ochno_auth', 'break_glass', 'select'),
      ('ochno_auth', 'audit_entry', 'insert'),
      ('ochno_auth', 'audit_details', 'insert'),
      ('ochno_auth', 'sign_in_throttle', 'select, insert, update, delete'),
      ('ochno_auth', 'invitation', 'select, update'),
      ('ochno_auth', 'call_signal', 'select, delete'),
      ('ochno_auth', 'identity_request', 'select, delete'),
      ('ochno_auth', 'lms_coming', 'select, delete'),
      ('ochno_auth', 'lms_used', 'select, delete'),
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

-- R3-0b, security.md 5.6: what somebody restricted is shown (`app.sight`, set by adapters/postgres/sight.ts) is narrowed here for every
-- list at once. Only reading: what is decided is decided over all there is.
create or replace function sight_list(name text) returns text[] language sql stable as
$$ select string_to_array(coalesce(current_setting('app.sight_' || name, true), ''), ',') $$;

create or replace function sees_exam(id text) returns boolean language sql stable as
$$ select id = any (sight_list('exams')) or id = any (sight_list('parts_of_exams')) $$;

create or replace function sees_session(asked text) returns boolean language plpgsql stable as
$$ begin return exists (select from session s where s.id = asked); end $$;

create or replace function home_branch(asked text) returns text language plpgsql stable as $$
begin
  return coalesce(
    (select p.branch_id from account_place p where p.account_id = asked),
    (select g.branch_id from people_group_member m join group_place g on g.group_id = m.group_id where m.account_id = asked));
end $$;

create or replace function sees_person(asked text) returns boolean language plpgsql stable as $$
declare
  branch text := nullif(current_setting('app.sight_branch', true), '');
  home text := home_branch(asked);
begin
  if branch is null or home = branch or asked = any (sight_list('own')) then return true; end if;
  -- Staff of the head institution serve all its branches.
  if home is null and exists (select from account_role r where r.account_id = asked and r.role not in ('examinee', 'parent'))
    then return true; end if;
  if exists (select from consent_guardian g where g.representative_id = asked and g.ended_at is null and home_branch(g.child_id) = branch)
    then return true; end if;
  return exists (select from session s where s.examinee_id = asked)
    or exists (select from assignment a where a.proctor_id = asked and a.removed_at is null);
end $$;

create or replace function sees_group(asked text) returns boolean language plpgsql stable as $$
declare
  branch text := nullif(current_setting('app.sight_group_branch', true), '');
begin
  return branch is null or exists (select from group_place g where g.group_id = asked and g.branch_id = branch);
end $$;

-- An act over recordings of several branches belongs to who sees them all.
create or replace function sees_destruction(asked text) returns boolean language plpgsql stable as $$
begin
  return not exists (select from destroyed_recording r where r.destruction_id = asked and not sees_session(r.session_id));
end $$;

-- By the tag of an id; what no branch and no exam owns is there for everybody, and a tag nobody thought of for nobody.
create or replace function sees_object(asked text) returns boolean language plpgsql stable as $$
begin
  case split_part(asked, '_', 1)
    when 'exm' then return sees_exam(asked);
    when 'ses' then return sees_session(asked);
    when 'acc' then return sees_person(asked);
    when 'grp' then return sees_group(asked);
    when 'rvw' then return exists (select from review o where o.id = asked);
    when 'apl' then return exists (select from application o where o.id = asked) or exists (select from appeal o where o.id = asked);
    when 'slt' then return exists (select from exam_slot o where o.id = asked);
    when 'rom' then return exists (select from room o where o.id = asked);
    when 'tsk' then return exists (select from home_task o where o.id = asked);
    when 'tkt' then return exists (select from support_ticket o where o.id = asked);
    when 'dst' then return exists (select from destruction o where o.id = asked);
    when 'hld' then return exists (select from retention_hold o where o.id = asked);
    when 'wdr' then return exists (select from withdrawal_effect o where o.id = asked);
    when 'exp' then return exists (select from export o where o.id = asked);
    when 'bgl' then return exists (select from break_glass o where o.id = asked);
    when 'acm' then return exists (select from accommodation o where o.id = asked);
    when 'cns' then return exists (select from consent o where o.id = asked);
    when 'cpp' then return exists (select from consent_paper o where o.id = asked);
    when 'chk' then return exists (select from equipment_check o where o.id = asked);
    when 'prt' then return nullif(current_setting('app.sight_branch', true), '') is null
      or asked = current_setting('app.sight_branch', true)
      or not exists (select from institution_part p where p.id = asked and p.kind = 'branch');
    else return asked !~ '^[a-z]{3}_[a-z2-7]{26}$' or split_part(asked, '_', 1) = any (array[
      -- Of the institution.
      'act', 'ord', 'apt', 'lmp', 'srv', 'sod', 'wpl', 'mnt', 'prd', 'ctx', 'ten', 'imp', 'prb', 'req',
      -- Of whoever asks, or looked up below a session or a person that is asked for by its own id.
      'ntc', 'sgn', 'lnk', 'fid', 'sxp', 'sxo', 'idr', 'ltr', 'evi', 'ppr', 'viw', 'dec', 'csc', 'aud',
      -- Of one visit of a room.
      'per']);
  end case;
end $$;

do $$
declare
  rule record;
  -- A sub-select is counted once for a statement, not for every row of it.
  exams text := '= any ((select sight_list(''exams'') || sight_list(''parts_of_exams''))::text[])';
begin
  for rule in
    select c.relname as name,
      case
        when c.relname = 'exam' then 'id ' || exams
        when c.relname = 'session' then 'exam_id = any ((select sight_list(''exams''))::text[]) '
          || 'or id = any ((select sight_list(''sessions''))::text[])'
        when c.relname = 'account' then 'sees_person(id)'
        when c.relname = 'people_group' then 'sees_group(id)'
        when c.relname = 'room' then 'sees_person(leader_id)'
        when c.relname = 'home_task' then 'sees_person(teacher_id)'
        when c.relname = 'support_ticket' then 'sees_person(asked_by)'
        when c.relname = 'audit_entry' then 'sees_object(object)'
        when c.relname = 'destruction' then 'sees_destruction(id)'
        when c.relname in ('consent', 'consent_paper', 'equipment_check', 'accommodation') then 'sees_person(account_id)'
        when a.attname = 'session_id' then 'session_id is null or sees_session(session_id)'
        else 'exam_id is null or exam_id ' || exams
      end as shown
    from pg_class c
    left join lateral (
      select a.attname from pg_attribute a
      where a.attrelid = c.oid and not a.attisdropped and a.attname in ('session_id', 'exam_id') order by a.attname desc limit 1
    ) a on true
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
      -- Written and read by the thousand, always of one session that was looked at before.
      and c.relname <> all (array['fragment', 'track', 'segment', 'media_key', 'recording_lease', 'manifest', 'exam_teacher',
        -- An act is there whole or not at all: sees_destruction counts every recording of it.
        'destroyed_recording'])
      and (a.attname is not null
        or c.relname in ('exam', 'account', 'people_group', 'room', 'home_task', 'support_ticket', 'audit_entry', 'consent', 'consent_paper',
          'equipment_check', 'accommodation', 'destruction'))
  loop
    execute format('drop policy if exists sight on %I', rule.name);
    execute format(
      'create policy sight on %I as restrictive for select to ochno_app using (coalesce(current_setting(''app.sight'', true), '''') = '''' or %s)',
      rule.name, rule.shown);
  end loop;
  drop policy if exists sight on destroyed_recording;
end $$;
