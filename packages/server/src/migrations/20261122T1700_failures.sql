-- SM-17, the teacher's side: what was said and decided about technical failures of a session. A log that is only added to.

create table if not exists failure_step (
  session_id text not null references session(id),
  tenant_id text not null references tenant(id),
  seq integer not null check (seq > 0),
  at timestamptz not null,
  said_by text not null references account(id),
  step jsonb not null check (step->>'kind' in
    ('recorded', 'cause', 'asked', 'postponed', 'offered', 'answered', 'refused', 'moved', 'posted')),
  primary key (session_id, seq)
);
comment on column failure_step.said_by is 'pii: identity; retention: protocol';
comment on column failure_step.step is 'pii: free text; retention: protocol';
