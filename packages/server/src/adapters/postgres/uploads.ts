import type { TenantId } from '@ochno/domain/ids'
import type { UploadKind } from '@ochno/domain/upload/rules'
import type { UploadRules } from '../../ports/uploads.ts'
import { rowsOf, type Sql, stamp } from './transaction.ts'

export const postgresUploadRules = (sql: Sql, tenant: TenantId): UploadRules => ({
  chosen: async (purpose) => {
    const [row] = await rowsOf<{ max_bytes: number; kinds: UploadKind[] }>(
      sql,
      'select max_bytes, kinds from upload_rule where purpose = $1',
      [purpose],
    )
    return row ? { maxBytes: row.max_bytes, kinds: row.kinds } : null
  },
  choose: async (purpose, { maxBytes, kinds }, by, at) => {
    await sql.query(
      `insert into upload_rule (tenant_id, purpose, max_bytes, kinds, saved_by, saved_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, purpose) do update set max_bytes = $3, kinds = $4, saved_by = $5, saved_at = $6`,
      [tenant, purpose, maxBytes, [...kinds], by, stamp(at)],
    )
  },
})
