-- Before the exam: requirements a proctor read (001 5.1, 003 5.1.2, 004 7.2.2), and the briefing of the examinees (004 3.8).

create table if not exists requirement_reading (
  tenant_id text not null references tenant(id),
  exam_id text not null references exam(id),
  account_id text not null references account(id),
  -- Of the act the exam was published under.
  edition integer not null,
  read_at timestamptz not null,
  primary key (exam_id, account_id, edition)
);

create table if not exists briefing (
  tenant_id text not null references tenant(id),
  exam_id text not null references exam(id),
  edition integer not null,
  words text not null check (words <> ''),
  held_by text not null references account(id),
  held_at timestamptz not null,
  primary key (exam_id, edition)
);
comment on column briefing.words is 'pii: words of staff; retention: exam';

create table if not exists briefed (
  tenant_id text not null references tenant(id),
  exam_id text not null,
  edition integer not null,
  examinee_id text not null references account(id),
  -- There when it was held, or read it and said so.
  how text not null check (how in ('attended', 'acknowledged')),
  noted_by text not null references account(id),
  at timestamptz not null,
  primary key (exam_id, edition, examinee_id),
  foreign key (exam_id, edition) references briefing (exam_id, edition)
);
