// E-05: journal entries; in the transaction of a change, or alone before something is shown.
import { commitment } from '@ochno/evidence/journal'
import { hashingSync } from '@ochno/evidence/node/hash'
import type pg from 'pg'
import type { Audit, AuditEntry } from '../../ports/audit.ts'
import type { Ids } from '../../ports/ids.ts'
import { asTenant, type Sql, stamp } from './transaction.ts'

export async function writeAudit(sql: Sql, ids: Ids, entry: AuditEntry): Promise<void> {
  const id = ids.make('aud')
  const salt = ids.random(16)
  const details = entry.details ?? {}
  await sql.query(
    `insert into audit_entry (id, tenant_id, at, actor, role, action, object, purpose, result, commitment)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      entry.tenant,
      stamp(entry.at),
      entry.actor,
      entry.role,
      entry.action,
      entry.object,
      entry.purpose,
      entry.result,
      hashingSync(commitment(salt, details)),
    ],
  )
  if (entry.details)
    await sql.query(
      'insert into audit_details (entry_id, tenant_id, salt, details) values ($1, $2, $3, $4)',
      [id, entry.tenant, salt, JSON.stringify(details)],
    )
}

export const postgresAudit = (app: pg.Pool, ids: Ids): Audit => ({
  record: (entry) => asTenant(app, entry.tenant, (sql) => writeAudit(sql, ids, entry)),
})
