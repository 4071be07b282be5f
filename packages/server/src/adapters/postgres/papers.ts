import type { TenantId } from '@ochno/domain/ids'
import type { Papers } from '../../ports/papers.ts'
import { rowsOf, type Sql, stamp } from './transaction.ts'

type Row = {
  full_name: string
  dative: string
  short_name: string
  address: string
  city: string
  fix_typos: boolean
}

export const postgresPapers = (sql: Sql, tenant: TenantId): Papers => ({
  setting: async () => {
    const [row] = await rowsOf<Row>(
      sql,
      'select full_name, dative, short_name, address, city, fix_typos from paper_setting where tenant_id = $1',
      [tenant],
    )
    if (!row) return null
    const { dative, address, city } = row
    return { name: row.full_name, dative, short: row.short_name, address, city, fixTypos: row.fix_typos }
  },
  set: async ({ name, dative, short, address, city, fixTypos }, by, at) => {
    await sql.query(
      `insert into paper_setting (tenant_id, full_name, dative, short_name, address, city, fix_typos, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (tenant_id) do update set full_name = $2, dative = $3, short_name = $4, address = $5, city = $6,
         fix_typos = $7, changed_by = $8, changed_at = $9`,
      [tenant, name, dative, short, address, city, fixTypos, by, stamp(at)],
    )
  },
})
