-- P-15, P-16: a hold because somebody disputes the recording ends with a written decision, and only so.
alter table retention_hold add column if not exists about text check (about in ('parents_disagree', 'third_person'));
-- Who asked, when and how, in the words of whoever entered it.
alter table retention_hold add column if not exists claim text;
alter table retention_hold add column if not exists outcome text
  check (outcome in ('stands', 'stopped', 'copy_blurred', 'copy_trimmed', 'refused'));
alter table retention_hold add column if not exists decision text;
comment on column retention_hold.claim is 'pii: free text; retention: journal';
comment on column retention_hold.decision is 'pii: words of staff; retention: journal';
