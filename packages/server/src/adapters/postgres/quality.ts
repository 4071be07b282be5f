import type { TenantId } from '@ochno/domain/ids'
import type { PictureTrack } from '@ochno/domain/quality/figures'
import type { Quality } from '../../ports/quality.ts'
import { rowsOf, type Sql } from './transaction.ts'

type Row = {
  track: PictureTrack
  from_ms: string
  to_ms: string
  frames: number | null
  frozen_ms: number | null
  sharpness: number | null
}

export const postgresQuality = (sql: Sql, tenant: TenantId): Quality => ({
  add: async (session, minutes) => {
    let taken = 0
    for (const { run, track, ownFrom, from, to, frames, frozenMs, sharpness } of minutes) {
      const rows = await rowsOf(
        sql,
        `insert into recording_minute
           (tenant_id, session_id, run, track, own_from_ms, from_ms, to_ms, frames, frozen_ms, sharpness)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
        [tenant, session, run, track, ownFrom, from, to, frames, frozenMs, sharpness],
      )
      taken += rows.length
    }
    return taken
  },
  count: async (session) =>
    (
      await rowsOf<{ n: number }>(
        sql,
        'select count(*)::int as n from recording_minute where session_id = $1',
        [session],
      )
    )[0]?.n ?? 0,
  of: async (session) =>
    (
      await rowsOf<Row>(
        sql,
        `select track, from_ms, to_ms, frames, frozen_ms, sharpness from recording_minute
         where session_id = $1 order by track, from_ms`,
        [session],
      )
    ).map(({ track, from_ms, to_ms, frames, frozen_ms, sharpness }) => ({
      track,
      from: Number(from_ms),
      to: Number(to_ms),
      frames,
      frozenMs: frozen_ms,
      sharpness,
    })),
})
