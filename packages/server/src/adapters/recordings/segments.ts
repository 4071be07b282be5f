import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import type pg from 'pg'
import type { Segments } from '../../ports/segments.ts'

type LooseRow = {
  tenant_id: TenantId
  session_id: SessionId
  tid: TrackId
  n: number
  srv_ms: string
  spool_id: string
  spool_at: string
  stored: number
}

export const segments = (pool: pg.Pool): Segments => ({
  loose: async (spoolId) => {
    const { rows } = await pool.query<LooseRow>(
      `select f.tenant_id, f.session_id, f.tid, f.n, f.srv_ms, f.spool_id, f.spool_at, f.stored
       from fragment f
       where f.spool_id = $1 and not exists (select from segment s
         where s.session_id = f.session_id and s.tid = f.tid and f.n between s.n_from and s.n_to)
       order by f.session_id, f.tid, f.n`,
      [spoolId],
    )
    return rows.map((row) => ({
      tenant: row.tenant_id,
      session: row.session_id,
      tid: row.tid,
      n: row.n,
      srvMs: Number(row.srv_ms),
      place: { spoolId: Number(row.spool_id), at: Number(row.spool_at) },
      stored: row.stored,
    }))
  },
  nextNo: async (session, tid) => {
    const { rows } = await pool.query<{ no: number }>({
      name: 'segment_next',
      text: 'select coalesce(max(no) + 1, 0) as no from segment where session_id = $1 and tid = $2',
      values: [session, tid],
    })
    return rows[0]?.no ?? 0
  },
  add: async ({ tenant, session, tid, no, nFrom, nTo, key, bytes, sha256 }) => {
    await pool.query({
      name: 'segment_add',
      text: `insert into segment (session_id, tid, tenant_id, no, n_from, n_to, object_key, bytes, sha256, sealed_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, now()
       where not exists (select from segment s
         where s.session_id = $1 and s.tid = $2 and s.n_from <= $6 and s.n_to >= $5)`,
      values: [session, tid, tenant, no, nFrom, nTo, key, bytes, sha256],
    })
  },
})
