// What was imported from files, by whom.
import type { AccountId, Id, TenantId } from '@ochno/domain/ids'
import type { AppliedImport, ImportCounts, People } from '../../ports/people.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: Id<'imp'>
  file_sha256: Buffer
  applied_by: AccountId
  applied_at: Date
  counts: ImportCounts
}
const COLUMNS = 'id, file_sha256, applied_by, applied_at, counts'
const LATEST = 'order by applied_at desc, id desc limit 1'

const applied = (row: Row): Omit<AppliedImport, 'touched'> => ({
  id: row.id,
  file: new Uint8Array(row.file_sha256),
  by: row.applied_by,
  at: time(row.applied_at),
  counts: row.counts,
})

export const peopleImports = (
  sql: Sql,
  tenant: TenantId,
): Pick<People, 'lastImport' | 'imported' | 'touchedBy' | 'noteImport'> => ({
  lastImport: async (by) => {
    const [row] = await rowsOf<Row>(
      sql,
      `select ${COLUMNS} from people_import where applied_by = $1 ${LATEST}`,
      [by],
    )
    return row ? applied(row) : null
  },
  imported: async (file) => {
    const [row] = await rowsOf<Row & { touched: string[] }>(
      sql,
      `select ${COLUMNS}, touched from people_import where file_sha256 = $1 ${LATEST}`,
      [file],
    )
    return row ? { ...applied(row), touched: row.touched } : null
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
