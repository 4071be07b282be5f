// What was imported from files, by whom.
import type { AccountId, Id, TenantId } from '@ochno/domain/ids'
import type { ImportCounts, People } from '../../ports/people.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

export const peopleImports = (
  sql: Sql,
  tenant: TenantId,
): Pick<People, 'lastImport' | 'imported' | 'touchedBy' | 'noteImport'> => ({
  lastImport: async (by) => {
    const [row] = await rowsOf<{
      id: Id<'imp'>
      file_sha256: Buffer
      applied_at: Date
      counts: ImportCounts
    }>(
      sql,
      `select id, file_sha256, applied_at, counts from people_import where applied_by = $1
       order by applied_at desc, id desc limit 1`,
      [by],
    )
    return row
      ? {
          id: row.id,
          file: new Uint8Array(row.file_sha256),
          by,
          at: time(row.applied_at),
          counts: row.counts,
        }
      : null
  },
  imported: async (file) => {
    const [row] = await rowsOf<{
      id: Id<'imp'>
      applied_by: AccountId
      applied_at: Date
      counts: ImportCounts
      touched: string[]
    }>(
      sql,
      `select id, applied_by, applied_at, counts, touched from people_import where file_sha256 = $1
       order by applied_at desc, id desc limit 1`,
      [file],
    )
    return row
      ? {
          id: row.id,
          file,
          by: row.applied_by,
          at: time(row.applied_at),
          counts: row.counts,
          touched: row.touched,
        }
      : null
  },
  touchedBy: async (id) => {
    const [row] = await rowsOf<{ touched: AccountId[] }>(
      sql,
      'select touched from people_import where id = $1',
      [id],
    )
    return row?.touched ?? null
  },
  noteImport: async (done) => {
    await sql.query(
      `insert into people_import (id, tenant_id, file_sha256, applied_by, applied_at, counts, touched)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        done.id,
        tenant,
        done.file,
        done.by,
        stamp(done.at),
        JSON.stringify(done.counts),
        JSON.stringify(done.touched),
      ],
    )
  },
})
