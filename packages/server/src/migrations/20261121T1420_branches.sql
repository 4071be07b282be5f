-- R3-0b: where a person belongs, and whether somebody of the staff is shown that branch alone. Who teaches an exam.

create table if not exists account_place (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  branch_id text not null references institution_part(id),
  only_this boolean not null default false
);
create index if not exists account_place_branch on account_place (branch_id);

create table if not exists exam_teacher (
  exam_id text not null references exam(id) on delete cascade,
  tenant_id text not null references tenant(id),
  account_id text not null references account(id),
  primary key (exam_id, account_id)
);
create index if not exists exam_teacher_account on exam_teacher (account_id);
