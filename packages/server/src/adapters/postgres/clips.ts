import { type ClipSetting, clipsUnset } from '@ochno/domain/appeal/clip'
import type { TenantId } from '@ochno/domain/ids'
import type { Clips, ClipTrack } from '../../ports/clips.ts'
import { rowsOf, type Sql, stamp } from './transaction.ts'

export const postgresClips = (sql: Sql, tenant: TenantId): Clips => ({
  setting: async () => {
    const [row] = await rowsOf<{ setting: ClipSetting }>(sql, 'select setting from clip_setting')
    return row?.setting ?? clipsUnset
  },
  saveSetting: async (setting, at) => {
    await sql.query(
      `insert into clip_setting (tenant_id, setting, changed_at) values ($1, $2, $3)
       on conflict (tenant_id) do update set setting = excluded.setting, changed_at = excluded.changed_at`,
      [tenant, JSON.stringify(setting), stamp(at)],
    )
  },
  open: async (view, mark, tracks) => {
    await sql.query('insert into recording_clip (view_id, tenant_id, mark, tracks) values ($1, $2, $3, $4)', [
      view,
      tenant,
      mark,
      JSON.stringify(tracks),
    ])
  },
  find: async (view) => {
    const [row] = await rowsOf<{ mark: string; tracks: ClipTrack[] }>(
      sql,
      'select mark, tracks from recording_clip where view_id = $1',
      [view],
    )
    return row ?? null
  },
})
