import type { TenantId } from '@ochno/domain/ids'
import { dataKinds, dataTerms } from '@ochno/domain/privacy/inventory'
import type { KeptProtection, Protections } from '../../ports/protection.ts'
import { rowsOf, type Sql, stamp } from './transaction.ts'

type Said = { table: string; column: string; said: string }

export const postgresProtections = (sql: Sql, tenant: TenantId): Protections => ({
  read: async () =>
    (
      await rowsOf<KeptProtection>(
        sql,
        'select level, threats, many, ground, measures, contact, register from data_protection',
      )
    )[0] ?? null,
  save: async ({ level, threats, many, ground, measures, contact, register }, by, at) => {
    await sql.query(
      `insert into data_protection
         (tenant_id, level, threats, many, ground, measures, contact, register, saved_by, saved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (tenant_id) do update set level = $2, threats = $3, many = $4, ground = $5, measures = $6,
         contact = $7, register = $8, saved_by = $9, saved_at = $10`,
      [tenant, level, threats, many, ground, JSON.stringify(measures), contact, register, by, stamp(at)],
    )
  },
  keepsHealth: async () => (await rowsOf(sql, 'select 1 from accommodation_document limit 1')).length > 0,
  inventory: async () =>
    (
      await rowsOf<Said>(
        sql,
        `select c.relname as "table", a.attname as "column", col_description(c.oid, a.attnum) as said
         from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0
           and col_description(c.oid, a.attnum) like 'pii: %' order by 1, a.attnum`,
      )
    ).map(({ table, column, said }) => {
      const [, what, term] = /^pii: (.+); retention: (.+)$/.exec(said) ?? []
      return {
        table,
        column,
        what: dataKinds.find((one) => one === what) ?? 'unknown',
        term: dataTerms.find((one) => one === term) ?? 'unknown',
      }
    }),
})
