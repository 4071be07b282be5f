-- Controls of reviewers: a piece of a recording instead of all of it, and how many of them the institution wants (SM-4).

-- Null: the whole recording. Of a control, the stretch whose truth people have settled.
alter table review add column if not exists piece_from timestamptz;
alter table review add column if not exists piece_to timestamptz;

-- Of what was shown on the reviewer's screen, at its own speed or slower; null: from before speeds were kept.
alter table review add column if not exists unhurried jsonb;

create table if not exists review_setting (
  tenant_id text primary key references tenant(id),
  -- Of a reviewer's finished reviews, how many in a hundred get a control after them; 0: only by hand.
  control_percent smallint not null check (control_percent between 0 and 100),
  saved_by text not null references account(id),
  saved_at timestamptz not null
);
