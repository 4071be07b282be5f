// What somebody restricted is shown: counted once at the start of a transaction, kept by the policies of fence.sql.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Sight } from '@ochno/domain/access/sight'
import type pg from 'pg'

export const asking = new AsyncLocalStorage<Sight>()

type Sql = Pick<pg.ClientBase, 'query'>

const COUNT = `with own as (
    select $1::text as id
    union select g.child_id from consent_guardian g where g.representative_id = $1 and g.verified_at is not null and g.ended_at is null
  ), whole as (
    select e.id from exam e left join exam_place p on p.exam_id = e.id
    where ($2::text is null or p.branch_id = $2 or (not $4::boolean and e.created_by = $1))
      and (not $3::boolean or e.created_by = $1 or p.responsible_id = $1
        or exists (select from exam_teacher t where t.exam_id = e.id and t.account_id = $1))
  ), single as (
    select s.id, s.exam_id from session s
    where not $4::boolean and (s.examinee_id in (select id from own)
      or exists (select from assignment a where a.session_id = s.id and a.proctor_id = $1 and a.removed_at is null)
      or s.id in (select r.session_id from review r where r.reviewer_id = $1)
      or (s.deauthorized_at is null and s.id in (select c.session_id from conduct c
        where c.kind = 'offer' and c.facts->>'to' = $1
          and exists (select from assignment g where g.session_id = c.session_id and g.proctor_id = c.said_by and g.removed_at is null)
          and not exists (select from conduct n where n.session_id = c.session_id and n.kind = 'offer_end'
            and (n.facts->>'of')::integer = c.seq))))
  )
  select set_config('app.sight_own', (select string_agg(id, ',') from own), true),
    set_config('app.sight_exams', coalesce((select string_agg(id, ',') from whole), ''), true),
    set_config('app.sight_sessions', coalesce((select string_agg(id, ',') from single), ''), true),
    set_config('app.sight_parts_of_exams', coalesce((select string_agg(distinct exam_id, ',') from single), ''), true),
    set_config('app.sight_branch', case when $4 then '' else coalesce($2, '') end, true),
    set_config('app.sight_group_branch', coalesce($2, ''), true)`

export async function narrow(sql: Sql, { account, branch, ownExams, strict }: Sight): Promise<void> {
  await sql.query(COUNT, [account, branch, ownExams, strict])
  await sql.query("select set_config('app.sight', 'on', true)")
}

/** What a rule of the whole institution is counted over, whoever asks. */
export async function wholly<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  if (!asking.getStore()) return work()
  await sql.query("select set_config('app.sight', '', true)")
  const whole = await work()
  await sql.query("select set_config('app.sight', 'on', true)")
  return whole
}

/** Called by every transaction of an institution. */
export async function narrowIfAsked(sql: Sql): Promise<void> {
  const sight = asking.getStore()
  if (sight) await narrow(sql, sight)
}
