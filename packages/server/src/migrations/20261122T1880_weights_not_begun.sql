-- TR-43: whoever had not begun when the second table of weights came is counted by it.
-- An owner who is no superuser sees no row of a fenced table.
alter table session no force row level security;
update session set trust_version = 'v2' where authorized_at is null and trust_version = 'v1';
alter table session force row level security;
