-- 004 3.10: the deputy director under whose guidance teachers and methodists work.

create table if not exists account_lead (
  account_id text primary key references account(id),
  tenant_id text not null references tenant(id),
  since timestamptz not null
);
