// The index of the recordings: one statement for a whole batch, prepared once per connection.
import { type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import { KIND } from '@ochno/evidence/record'
import type pg from 'pg'
import type { KnownRow, RecordRows } from '../../ports/ingest.ts'

const COMMIT = `insert into fragment
    (session_id, tid, tenant_id, n, seq, header, chain, srv_ms, sig, key_id, spool_id, spool_at, stored)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::bytea[], $7::bytea[], $8::bigint[],
    $9::bytea[], $10::text[], $11::bigint[], $12::bigint[], $13::int[])`

type Found = {
  n: number
  seq: string
  header: Buffer
  chain: Buffer
  srv_ms: string
  sig: Buffer
  key_id: string
}

export function recordRows(pool: pg.Pool): RecordRows {
  return {
    commit: async (rows) => {
      const column = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick)
      await pool.query({
        name: 'fragment_commit',
        text: COMMIT,
        values: [
          column((r) => r.session),
          column((r) => r.tid),
          column((r) => r.tenant),
          column((r) => r.n),
          column((r) => r.seq),
          column((r) => r.header),
          column((r) => r.chain),
          column((r) => r.srvMs),
          column((r) => r.sig),
          column((r) => r.keyId),
          column((r) => r.place.spoolId),
          column((r) => r.place.at),
          column((r) => r.stored),
        ],
      })
    },
    openTrack: async (tenant, session, tid, nonce) => {
      await pool.query({
        name: 'track_make',
        text: `insert into track (session_id, tid, tenant_id, no, nonce, opened_at) values ($1, $2, $3, $4, $5, now())
               on conflict (session_id, tid) do nothing`,
        values: [session, tid, tenant, trackNumbers[tid], nonce],
      })
      return tail(pool, session, tid)
    },
    find: async (session, tid, seq) => {
      const { rows } = await pool.query<Found>({
        name: 'fragment_find',
        text: 'select n, seq, header, chain, srv_ms, sig, key_id from fragment where session_id = $1 and tid = $2 and seq = $3',
        values: [session, tid, seq],
      })
      const [row] = rows
      return row ? known(row) : null
    },
  }
}

const known = (row: Found): KnownRow => ({
  n: row.n,
  seq: Number(row.seq),
  header: row.header,
  chain: row.chain,
  srvMs: Number(row.srv_ms),
  sig: row.sig,
  keyId: row.key_id,
})

async function tail(pool: pg.Pool, session: string, tid: TrackId) {
  const { rows } = await pool.query<{
    nonce: Buffer
    n: number | null
    srv_ms: string | null
    chain: Buffer | null
    next: string
  }>({
    name: 'track_tail',
    // The first missing seq: the first row whose successor is not there.
    text: `select t.nonce, last.n, last.srv_ms, last.chain,
        coalesce((select f.seq + 1 from fragment f where f.session_id = t.session_id and f.tid = t.tid
          and not exists (select from fragment g where g.session_id = f.session_id and g.tid = f.tid and g.seq = f.seq + 1)
          and exists (select from fragment z where z.session_id = f.session_id and z.tid = f.tid and z.seq = 0)
          order by f.seq limit 1), 0) as next
      from track t left join lateral (select n, srv_ms, chain from fragment f
        where f.session_id = t.session_id and f.tid = t.tid order by n desc limit 1) last on true
      where t.session_id = $1 and t.tid = $2`,
    values: [session, tid],
  })
  const [row] = rows
  if (!row) throw new Error(`track ${session} ${tid} is gone`)
  const next = Number(row.next)
  const { rows: near } = await pool.query<{ seq: string; header: Buffer }>({
    name: 'track_ahead',
    text: 'select seq, header from fragment where session_id = $1 and tid = $2 and seq >= $3 order by seq',
    values: [session, tid, next - 1],
  })
  const headers = near.map(({ seq, header }) => ({ seq: Number(seq), header: new Uint8Array(header) }))
  return {
    nonce: new Uint8Array(row.nonce),
    n: row.n === null ? 0 : row.n + 1,
    srvMs: Number(row.srv_ms ?? 0),
    chain: row.chain ? new Uint8Array(row.chain) : null,
    next,
    lastHeader: headers.find(({ seq }) => seq === next - 1)?.header ?? null,
    ahead: headers.filter(({ seq }) => seq > next),
    ended: headers.some(({ header }) => header[5] === KIND.end),
  }
}
