import type pg from 'pg'
import type { Sights } from '../../ports/sight.ts'
import { asking, narrow } from './sight.ts'
import { asTenant } from './transaction.ts'

export const postgresSights = (app: pg.Pool): Sights => ({
  within: (sight, work) => asking.run(sight, work),
  sees: (tenant, sight, ids) =>
    ids.length === 0
      ? Promise.resolve(true)
      : asTenant(app, tenant, async (sql) => {
          await narrow(sql, sight)
          const { rows } = await sql.query(
            'select 1 from unnest($1::text[]) as asked(id) where not sees_object(id) limit 1',
            [ids],
          )
          return rows.length === 0
        }),
})
