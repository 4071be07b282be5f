import type { SessionId, TenantId } from '@ochno/domain/ids'
import { readHeader } from '@ochno/evidence/record'
import type pg from 'pg'
import type { FsckRecord } from '../../ports/fsck.ts'
import type { MediaKeys } from '../../ports/ingest.ts'

const PAGE = 1000

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

const record = (row: Row): FsckRecord => {
  const header = readHeader(new Uint8Array(row.header))
  return {
    id: `${row.session_id}/${row.tid}/${row.n}`,
    tenant: row.tenant_id,
    session: row.session_id,
    aad: `${row.session_id}|${row.tid}|${header?.epoch}|${header?.seq}`,
    stored: row.stored,
  }
}

/** What fsck walks through, page by page, so that a year of recordings does not have to fit into memory. */
export function fsckRows(pool: pg.Pool, keys: Pick<MediaKeys, 'open'>) {
  const fragments = 'select f.tenant_id, f.session_id, f.tid, f.n, f.header, f.spool_id, f.spool_at, f.stored'
  return {
    async *segments() {
      let after = ''
      for (;;) {
        const { rows } = await pool.query<{
          object_key: string
          bytes: string
          sha256: Buffer
          session_id: SessionId
          tid: string
          n_from: number
          n_to: number
        }>(
          `select object_key, bytes, sha256, session_id, tid, n_from, n_to from segment
           where object_key > $1 order by object_key limit $2`,
          [after, PAGE],
        )
        for (const row of rows) {
          const inside = await pool.query<Row>(
            `${fragments} from fragment f
             where f.session_id = $1 and f.tid = $2 and f.n between $3 and $4 order by f.n`,
            [row.session_id, row.tid, row.n_from, row.n_to],
          )
          yield {
            key: row.object_key,
            bytes: Number(row.bytes),
            sha256: new Uint8Array(row.sha256),
            records: inside.rows.map(record),
          }
        }
        const last = rows.at(-1)
        if (!last || rows.length < PAGE) return
        after = last.object_key
      }
    },
    async *loose() {
      const { rows } = await pool.query<Row>(
        `${fragments} from track t
         cross join lateral (select coalesce(max(s.n_to), -1) as sealed from segment s
           where s.session_id = t.session_id and s.tid = t.tid) done
         join fragment f on f.session_id = t.session_id and f.tid = t.tid and f.n > done.sealed`,
      )
      for (const row of rows)
        yield { ...record(row), place: { spoolId: Number(row.spool_id), at: Number(row.spool_at) } }
    },
    opens: ({ tenant, session, aad }: FsckRecord, stored: Uint8Array): Promise<boolean> =>
      keys.open(tenant, session, aad, stored).then(
        () => true,
        () => false,
      ),
  }
}
