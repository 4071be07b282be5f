-- A protocol rests on the marks of the log, so the log stays when the recording goes.
comment on column conduct.facts is 'pii: content; retention: protocol';

-- What was found in a recording goes with it; of those destroyed before this rule it goes now.
do $$
declare
  found text;
begin
  foreach found in array array['hint_answer', 'hint', 'hint_blind', 'hint_run', 'session_score'] loop
    execute format(
      'delete from %I where session_id in (select session_id from destroyed_recording where objects_destroyed_at is not null)',
      found);
  end loop;
end $$;
delete from review_finding where review_id in (select r.id from review r
  join destroyed_recording d on d.session_id = r.session_id where d.objects_destroyed_at is not null);
update review set comment = '' where comment <> ''
  and session_id in (select session_id from destroyed_recording where objects_destroyed_at is not null);
update mark_withdrawn set reason = '' where reason <> ''
  and session_id in (select session_id from destroyed_recording where objects_destroyed_at is not null);
