-- A hint that was told again before it was sealed kept its name in the clear (adapters/postgres/unsealed.ts).
create index if not exists hint_with_name on hint (tenant_id) where name is not null;
