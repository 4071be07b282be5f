-- The key of an archive goes before the archive itself; the row says that it is gone when both are.
alter table subject_export drop constraint if exists subject_export_check;
alter table subject_export drop constraint if exists subject_export_opens;
alter table subject_export add constraint subject_export_opens
  check (made_at is null or until is not null or sealed_key is not null);
