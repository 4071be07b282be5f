// Reading what was recorded: from its segment when it is sealed, from the spool until then.
import type { SessionId, TenantId } from '@ochno/domain/ids'
import { isTrackId, type TrackId } from '@ochno/domain/recording/track'
import { readHeader } from '@ochno/evidence/record'
import type pg from 'pg'
import type { MediaKeys, Spool } from '../../ports/ingest.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Recordings } from '../../ports/recordings.ts'

type Located = {
  n: number
  seq: string
  header: Buffer
  spool_id: string
  spool_at: string
  stored: number
  object_key: string | null
  at: string | null
}
type IndexRow = {
  n: number
  seq: string
  srv_ms: string
  header: Buffer
  chain: Buffer
  sig: Buffer
  key_id: string
}

export type ReaderDeps = {
  readonly pool: pg.Pool
  readonly spool: Pick<Spool, 'read'>
  readonly objects: Pick<ObjectStore, 'get'>
  readonly keys: Pick<MediaKeys, 'open'>
}

export function recordings({ pool, spool, objects, keys }: ReaderDeps): Recordings {
  async function locate(
    tenant: TenantId,
    session: SessionId,
    tid: TrackId,
    from: number,
    to: number,
  ): Promise<Located[]> {
    const { rows } = await pool.query<Located>({
      name: 'fragment_locate',
      // The place inside an object follows from the lengths of the records before it (ING-31).
      text: `select f.n, f.seq, f.header, f.spool_id, f.spool_at, f.stored, s.object_key,
          (select coalesce(sum(b.stored), 0) from fragment b
           where b.session_id = f.session_id and b.tid = f.tid and b.n >= s.n_from and b.n < f.n) as at
        from fragment f
        left join segment s on s.session_id = f.session_id and s.tid = f.tid and f.n between s.n_from and s.n_to
        where f.tenant_id = $1 and f.session_id = $2 and f.tid = $3 and f.seq between $4 and $5 order by f.seq`,
      values: [tenant, session, tid, from, to],
    })
    return rows
  }

  async function bytesOf(row: Located): Promise<Uint8Array | null> {
    if (row.object_key === null)
      return spool.read({ spoolId: Number(row.spool_id), at: Number(row.spool_at) }, row.stored)
    const at = Number(row.at)
    return objects.get(row.object_key, at, at + row.stored)
  }

  return {
    tracks: async (tenant, session) => {
      const { rows } = await pool.query<{
        tid: string
        nonce: Buffer
        opened_at: Date
        ended_at: Date | null
      }>(
        'select tid, nonce, opened_at, ended_at from track where tenant_id = $1 and session_id = $2 order by no',
        [tenant, session],
      )
      return rows.flatMap(({ tid, nonce, opened_at, ended_at }) =>
        isTrackId(tid)
          ? [
              {
                tid,
                nonce: new Uint8Array(nonce),
                openedAtMs: opened_at.getTime(),
                endedAtMs: ended_at?.getTime() ?? null,
              },
            ]
          : [],
      )
    },
    index: async (tenant, session, tid) => {
      const { rows } = await pool.query<IndexRow>({
        name: 'fragment_index',
        text: `select n, seq, srv_ms, header, chain, sig, key_id from fragment
               where tenant_id = $1 and session_id = $2 and tid = $3 order by seq`,
        values: [tenant, session, tid],
      })
      return rows.map((row) => ({
        tid,
        n: row.n,
        seq: Number(row.seq),
        srvMs: Number(row.srv_ms),
        header: new Uint8Array(row.header),
        chain: new Uint8Array(row.chain),
        sig: new Uint8Array(row.sig),
        keyId: row.key_id,
      }))
    },
    async *read(tenant, session, tid, seqFrom, seqTo) {
      for (const row of await locate(tenant, session, tid, seqFrom, seqTo)) {
        const header = new Uint8Array(row.header)
        const parsed = readHeader(header)
        if (!parsed) throw new Error(`row ${session} ${tid} ${row.seq} holds no header`)
        const stored = await bytesOf(row).catch(async (cause: unknown) => {
          // Between the look and the read it may have been sealed and its spool file let go: look once more.
          const [again] = await locate(tenant, session, tid, Number(row.seq), Number(row.seq))
          if (!again || again.object_key === row.object_key) throw cause
          return bytesOf(again)
        })
        if (!stored || stored.length !== row.stored)
          throw new Error(`bytes of ${session} ${tid} ${row.seq} are missing`)
        const payload = await keys.open(
          tenant,
          session,
          `${session}|${tid}|${parsed.epoch}|${parsed.seq}`,
          stored,
        )
        yield { seq: Number(row.seq), header, payload }
      }
    },
  }
}
