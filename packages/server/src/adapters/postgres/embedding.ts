import type { TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { Embedders, Embedding } from '../../ports/embedding.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

export const postgresEmbedding = (sql: Sql, tenant: TenantId): Embedding => ({
  origins: async () => {
    const rows = await rowsOf<{ origin: string; changed_at: Date }>(
      sql,
      'select origin, changed_at from embed_origin order by origin',
    )
    return {
      origins: rows.map(({ origin }) => origin),
      changedAt: rows[0] ? time(rows[0].changed_at) : null,
    }
  },
  setOrigins: async (origins, at) => {
    await sql.query('delete from embed_origin')
    for (const origin of new Set(origins))
      await sql.query('insert into embed_origin (tenant_id, origin, changed_at) values ($1, $2, $3)', [
        tenant,
        origin,
        stamp(at),
      ])
  },
})

export const postgresEmbedders =
  (auth: pg.Pool): Embedders =>
  async (institution) =>
    (
      await rowsOf<{ origin: string }>(
        auth,
        `select origin from embed_origin where tenant_id =
           (select id from tenant where $1::text is null or id = $1 order by created_at, id limit 1) order by origin`,
        [institution],
      )
    ).map(({ origin }) => origin)
