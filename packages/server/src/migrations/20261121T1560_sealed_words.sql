-- What was written and noticed in a session lies sealed, as its recording does (R0-2.2.2a): under keys of the session that lie
-- here wrapped by one that does not. Of the log what a list asks for stays open: who, when, of what kind, about which entry.

create table if not exists text_key (
  tenant_id text not null references tenant(id),
  session_id text not null references session(id),
  -- What was found in a recording goes with it; the log stays as long as the protocol that rests on it.
  kept text not null check (kept in ('recording', 'protocol')),
  kek_id text not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (session_id, kept)
);
comment on column text_key.wrapped is 'pii: secret; retention: recording';

alter table conduct add column if not exists sealed bytea;
comment on column conduct.sealed is 'pii: content; retention: protocol';
alter table hint add column if not exists name_sealed bytea;
comment on column hint.name_sealed is 'pii: behaviour; retention: recording';
alter table hint add column if not exists made_sealed bytea;
comment on column hint.made_sealed is 'pii: behaviour; retention: recording';
alter table hint_answer add column if not exists note_sealed bytea;
comment on column hint_answer.note_sealed is 'pii: content; retention: recording';

-- What was written before is sealed by the server at its next start (adapters/postgres/unsealed.ts): these find it.
create index if not exists conduct_unsealed on conduct (tenant_id) where sealed is null
  and facts ?| array['text', 'reason', 'note', 'justification', 'consequence'];
create index if not exists hint_unsealed on hint (tenant_id) where made_sealed is null;
create index if not exists hint_answer_unsealed on hint_answer (tenant_id) where note_sealed is null and note <> '';

create or replace function text_key_not_again() returns trigger language plpgsql as $$
begin
  if new.kept = 'recording' and exists (
    select from destroyed_recording where session_id = new.session_id and doomed_at is not null) then
    raise exception 'destroyed: what was found in the recording of % has no key any more', new.session_id using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger text_key_not_again before insert on text_key
  for each row execute function text_key_not_again();
