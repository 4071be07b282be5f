-- What an institution's papers say about it beside its name, and whether they keep the slips of the acts (forms.fix_typos).

create table if not exists paper_setting (
  tenant_id text primary key references tenant(id),
  full_name text not null,
  dative text not null,
  short_name text not null,
  address text not null,
  city text not null,
  fix_typos boolean not null,
  changed_by text not null references account(id),
  changed_at timestamptz not null
);
comment on column paper_setting.full_name is 'pii: name of the institution; retention: account';
comment on column paper_setting.address is 'pii: address of the institution; retention: account';
