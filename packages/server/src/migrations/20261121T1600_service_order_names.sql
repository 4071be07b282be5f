-- A signed order keeps the names it was signed with (R2-12a); a line without one reads the register.
alter table service_order_line add column if not exists name text;
