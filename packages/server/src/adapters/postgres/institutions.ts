import type { TenantId } from '@ochno/domain/ids'
import type { Institution, Institutions } from '../../ports/institutions.ts'
import { rowsOf, type Sql } from './transaction.ts'

export const postgresInstitutions = (sql: Sql, tenant: TenantId): Institutions => ({
  own: async () => {
    const [row] = await rowsOf<Institution>(sql, 'select name, zone from tenant where id = $1 for update', [
      tenant,
    ])
    if (!row) throw new Error('the institution of a signed-in person is not there')
    return row
  },
  change: async ({ name, zone }) => {
    await sql.query('update tenant set name = $2, zone = $3 where id = $1', [tenant, name, zone])
  },
})
