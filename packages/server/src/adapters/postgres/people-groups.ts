// Groups, and who is in which.
import type { TenantId } from '@ochno/domain/ids'
import type { People } from '../../ports/people.ts'
import { isTaken, rowsOf, type Sql, stamp } from './transaction.ts'
import { inBatches } from './batches.ts'

export const peopleGroups = (
  sql: Sql,
  tenant: TenantId,
): Pick<People, 'move' | 'groups' | 'putGroup' | 'removeGroup'> => ({
  move: (given, at) =>
    inBatches(given, async (some) => {
      const out = some.filter(({ group }) => group === null).map(({ id }) => id)
      const to = some.filter(({ group }) => group !== null)
      if (out.length > 0)
        await sql.query('delete from people_group_member where account_id = any ($1)', [out])
      await sql.query(
        `insert into people_group_member (account_id, tenant_id, group_id, since)
         select id, $1, grp, $4 from unnest($2::text[], $3::text[]) as given(id, grp)
         on conflict (account_id) do update set group_id = excluded.group_id, since = excluded.since
         where people_group_member.group_id <> excluded.group_id`,
        [tenant, to.map(({ id }) => id), to.map(({ group }) => group), stamp(at)],
      )
    }),
  groups: () =>
    rowsOf(
      sql,
      `select g.id, g.name, g.stream, count(m.account_id)::int as members,
         (select b.name from group_place p join institution_part b on b.id = p.branch_id where p.group_id = g.id) as branch
       from people_group g
       left join people_group_member m on m.group_id = g.id
       group by g.id order by g.stream collate "ru-x-icu" nulls last, g.name collate "ru-x-icu"`,
    ),
  putGroup: async (group, at) => {
    await sql.query('savepoint put_group')
    try {
      await sql.query(
        `insert into people_group (id, tenant_id, name, stream, created_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set name = excluded.name, stream = excluded.stream`,
        [group.id, tenant, group.name, group.stream, stamp(at)],
      )
      return true
    } catch (cause) {
      if (!isTaken(cause)) throw cause
      await sql.query('rollback to savepoint put_group')
      return false
    }
  },
  removeGroup: async (id) => {
    await sql.query('delete from people_group where id = $1', [id])
  },
})
