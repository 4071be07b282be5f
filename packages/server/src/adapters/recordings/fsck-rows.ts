import type { SessionId, TenantId } from '@ochno/domain/ids'
import { readHeader } from '@ochno/evidence/record'
import type pg from 'pg'
import type { MediaKeys } from '../../ports/ingest.ts'

const PAGE = 1000

/** What fsck walks through, page by page, so that a year of recordings does not have to fit into memory. */
export function fsckRows(pool: pg.Pool, keys: Pick<MediaKeys, 'open'>) {
  const loosePlaces = new Map<string, { tenant: TenantId; session: SessionId; aad: string }>()
  return {
    async *segments() {
      let after = ''
      for (;;) {
        const { rows } = await pool.query<{ object_key: string; bytes: string; sha256: Buffer }>(
          'select object_key, bytes, sha256 from segment where object_key > $1 order by object_key limit $2',
          [after, PAGE],
        )
        for (const row of rows)
          yield { key: row.object_key, bytes: Number(row.bytes), sha256: new Uint8Array(row.sha256) }
        const last = rows.at(-1)
        if (!last || rows.length < PAGE) return
        after = last.object_key
      }
    },
    async *loose() {
      type Row = {
        tenant_id: TenantId
        session_id: SessionId
        tid: string
        n: number
        header: Buffer
        spool_id: string
        spool_at: string
        stored: number
      }
      const { rows } = await pool.query<Row>(
        `select f.tenant_id, f.session_id, f.tid, f.n, f.header, f.spool_id, f.spool_at, f.stored from track t
         cross join lateral (select coalesce(max(s.n_to), -1) as sealed from segment s
           where s.session_id = t.session_id and s.tid = t.tid) done
         join fragment f on f.session_id = t.session_id and f.tid = t.tid and f.n > done.sealed`,
      )
      for (const row of rows) {
        const header = readHeader(new Uint8Array(row.header))
        const id = `${row.session_id}/${row.tid}/${row.n}`
        loosePlaces.set(id, {
          tenant: row.tenant_id,
          session: row.session_id,
          aad: `${row.session_id}|${row.tid}|${header?.epoch}|${header?.seq}`,
        })
        yield { id, place: { spoolId: Number(row.spool_id), at: Number(row.spool_at) }, stored: row.stored }
      }
    },
    opens: async ({ id }: { readonly id: string }, stored: Uint8Array): Promise<boolean> => {
      const at = loosePlaces.get(id)
      if (!at) return false
      return keys.open(at.tenant, at.session, at.aad, stored).then(
        () => true,
        () => false,
      )
    },
  }
}
