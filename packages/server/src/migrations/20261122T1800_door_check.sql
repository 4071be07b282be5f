-- A check at the door may take over what a full one of the same device found, and says so; how far behind a browser may be.
alter table equipment_check add column if not exists device text;
alter table equipment_check add column if not exists taken jsonb;
comment on column equipment_check.device is 'pii: device; retention: account';
comment on column equipment_check.taken is 'pii: device; retention: account';
-- Null: as the table of parameters proposes, one version (TR-24).
alter table tenant add column if not exists browsers_behind integer check (browsers_behind between 0 and 99);
