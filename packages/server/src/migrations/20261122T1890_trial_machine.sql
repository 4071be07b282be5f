-- What the full check of a trial found below what is asked; null: left by a version whose check was the short one.
alter table trial add column if not exists machine jsonb;
comment on column trial.machine is 'pii: device; retention: trial';
