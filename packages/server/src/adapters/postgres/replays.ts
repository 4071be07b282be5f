import { type CameraFragment, replayLimits } from '@ochno/domain/hint/replay'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import { KIND, readHeader } from '@ochno/evidence/record'
import type pg from 'pg'
import type { Replays, UnreadTenants } from '../../ports/replays.ts'
import { rowsOf, type Sql } from './transaction.ts'

type Fresh = {
  session_id: SessionId
  tid: string
  n: number
  seq: string
  header: Buffer
  srv_ms: string
}

type Same = {
  session_id: SessionId
  tid: string
  seq: string
  digest: string
  bytes: number
  from_ms: string
  to_ms: string
  srv_ms: string
}

/** Of one track in one reading, so that a long recording does not hold up the others. */
const OF_ONE_TRACK = 500
/** Records of one track, from the newest: two hours of camera. */
const LOOKED_BACK = 4_000

// A recording that is being destroyed is not read any more.
const FRESH = `select f.session_id, f.tid, f.n, f.seq, f.header, f.srv_ms from track t
  left join camera_digest_read r on r.session_id = t.session_id and r.tid = t.tid
  cross join lateral (select * from fragment f where f.session_id = t.session_id and f.tid = t.tid
    and f.n > coalesce(r.n, -1) order by f.n limit $1) f
  where t.tenant_id = $3 and t.tid in ('cam', 'cam2') and not coalesce(r.over, false)
    and not exists (select from destroyed_recording d where d.session_id = t.session_id and d.doomed_at is not null)
  order by f.srv_ms, f.session_id, f.tid, f.n limit $2`

const KEEP = `insert into camera_digest (tenant_id, session_id, tid, seq, digest, bytes, mono_ms, dur_ms, srv_ms)
  select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::bytea[], $6::int[], $7::float8[], $8::float8[], $9::bigint[])
  on conflict do nothing`

const READ = `insert into camera_digest_read (tenant_id, session_id, tid, n)
  select $1, s, t, max(n) from unnest($2::text[], $3::text[], $4::int[]) as x(s, t, n) group by s, t
  on conflict (session_id, tid) do update set n = greatest(camera_digest_read.n, excluded.n)`

const OVER = `update camera_digest_read r set over = true where r.tenant_id = $1 and not r.over
  and exists (select from manifest m where m.session_id = r.session_id)
  and not exists (select from fragment f where f.session_id = r.session_id and f.tid = r.tid and f.n > r.n)`

const COPYING = `select distinct p.session_id from camera_digest p
  where p.tenant_id = $1 and p.digest = any($2::bytea[]) and exists (select from camera_digest o
    where o.tenant_id = p.tenant_id and o.digest = p.digest
      and (o.srv_ms, o.session_id, o.seq) < (p.srv_ms, p.session_id, p.seq))
  order by 1`

// On the server's clock as the timeline has it: the quickest message of a session says where its clock lies.
const placed = (found: string) => `with found as (${found})
  select f.session_id, f.tid, f.seq, encode(f.digest, 'hex') as digest, f.bytes, f.srv_ms,
    round(z.zero + f.mono_ms) as from_ms, round(z.zero + f.mono_ms + f.dur_ms) as to_ms
  from found f join (select session_id, min(srv_ms - mono_ms - dur_ms) as zero from camera_digest
    where session_id in (select session_id from found) group by session_id) z using (session_id)
  order by f.tid, f.seq`

const OWN = `select p.* from camera_digest p where p.session_id = $1 and exists (select from camera_digest o
  where o.tenant_id = p.tenant_id and o.digest = p.digest
    and (o.session_id, o.tid, o.seq) <> (p.session_id, p.tid, p.seq))`

const FIRST = `select o.* from (select distinct tenant_id, digest from (${OWN}) own) p
  cross join lateral (select * from camera_digest o where o.tenant_id = p.tenant_id and o.digest = p.digest
    order by o.srv_ms, o.session_id, o.seq limit 1) o`

const fragmentOf = (row: Same): CameraFragment => ({
  session: row.session_id,
  track: row.tid,
  seq: Number(row.seq),
  digest: row.digest,
  bytes: row.bytes,
  from: Number(row.from_ms),
  to: Number(row.to_ms),
  acceptedAt: Number(row.srv_ms),
})

/** Header and payload of what may be a copy: a filmed picture, large enough to be nobody's by chance. */
function kept(rows: readonly Fresh[]) {
  return rows.flatMap((row) => {
    const header = readHeader(row.header)
    return header?.kind === KIND.media && header.payloadLen >= replayLimits.smallest ? [{ row, header }] : []
  })
}

function longestRun(rows: readonly Fresh[]): number {
  const counts = new Map<string, number>()
  for (const { session_id, tid } of rows) {
    const track = `${session_id} ${tid}`
    counts.set(track, (counts.get(track) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

export const postgresReplays = (sql: Sql, tenant: TenantId): Replays => ({
  read: async (most) => {
    const rows = await rowsOf<Fresh>(sql, FRESH, [OF_ONE_TRACK, most, tenant])
    const more = rows.length === most || longestRun(rows) === OF_ONE_TRACK
    if (!more) await sql.query(OVER, [tenant])
    if (rows.length === 0) return { more, copying: [] }
    const pieces = kept(rows)
    const digests = pieces.map(({ header }) => Buffer.from(header.sha256))
    await sql.query(KEEP, [
      tenant,
      pieces.map(({ row }) => row.session_id),
      pieces.map(({ row }) => row.tid),
      pieces.map(({ row }) => row.seq),
      digests,
      pieces.map(({ header }) => header.payloadLen),
      pieces.map(({ header }) => header.monoMs),
      pieces.map(({ header }) => header.dur * 1_000),
      pieces.map(({ row }) => row.srv_ms),
    ])
    await sql.query(READ, [
      tenant,
      rows.map((row) => row.session_id),
      rows.map((row) => row.tid),
      rows.map((row) => row.n),
    ])
    const copying = await rowsOf<{ session_id: SessionId }>(sql, COPYING, [tenant, digests])
    return { more, copying: copying.map(({ session_id }) => session_id) }
  },
  samesOf: async (session) => ({
    own: (await rowsOf<Same>(sql, placed(OWN), [session])).map(fragmentOf),
    first: (await rowsOf<Same>(sql, placed(FIRST), [session])).map(fragmentOf),
  }),
  acceptedBetween: async (session, from, to) =>
    (
      await rowsOf<{ srv_ms: string }>(
        sql,
        // From the newest backwards: the outage is short and the recording may be long.
        `select distinct f.srv_ms from track t cross join lateral (
           select srv_ms from fragment f where f.session_id = t.session_id and f.tid = t.tid
           order by f.n desc limit $4) f
         where t.session_id = $1 and f.srv_ms between $2 and $3 order by 1`,
        [session, from, to, LOOKED_BACK],
      )
    ).map(({ srv_ms }) => Number(srv_ms)),
})

/** `auth` may see which institutions there are. */
export const postgresUnreadTenants =
  (auth: pg.Pool): UnreadTenants =>
  async () =>
    (await rowsOf<{ id: TenantId }>(auth, 'select id from tenant order by id')).map(({ id }) => id)
