-- TR-43: by which of the product's own tables of weights a session is counted. What was there before the second table keeps the first.
alter table session add column if not exists trust_version text not null default 'v1';
alter table session alter column trust_version set default 'v2';
