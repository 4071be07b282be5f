import type pg from 'pg'
import type { LeaseRows } from '../../ports/leases.ts'

export const leaseRows = (pool: pg.Pool): LeaseRows => ({
  find: async (session) => {
    const { rows } = await pool.query<{ device_sha256: Buffer }>(
      'select device_sha256 from recording_lease where session_id = $1',
      [session],
    )
    return rows[0] ? { device: new Uint8Array(rows[0].device_sha256) } : null
  },
  take: async (tenant, session, device) => {
    await pool.query(
      `insert into recording_lease (session_id, tenant_id, device_sha256, taken_at) values ($1, $2, $3, now())
       on conflict (session_id) do update set device_sha256 = excluded.device_sha256, taken_at = excluded.taken_at`,
      [session, tenant, device],
    )
  },
})
