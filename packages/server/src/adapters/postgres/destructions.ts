// Acts of destruction, what is left of each recording, and the one who destroys.
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { Temporal } from '@ochno/domain/time'
import type pg from 'pg'
import type {
  Destroyed,
  Destruction,
  DestructionId,
  Retention,
  Shredder,
  Tombstone,
} from '../../ports/retention.ts'
import { asTenant, rowsOf, type Sql, stamp, time, timeOrNull, transaction } from './transaction.ts'

export type TombstoneRow = {
  session_id: SessionId
  destruction_id: DestructionId
  number: number
  title: string
  examinee: string
  recorded_on: string
  sha256: string
  doomed_at: Date | null
  key_destroyed_at: Date | null
  objects_destroyed_at: Date | null
  objects: number | null
}
type DestructionRow = {
  id: DestructionId
  number: number
  state: Destruction['state']
  ground: string
  prepared_by: AccountId
  prepared_name: string
  prepared_at: Date
  confirmed_by: AccountId | null
  confirmed_name: string | null
  confirmed_at: Date | null
  destroyed_at: Date | null
  recordings: number
}

export const tombstoneOf = (row: TombstoneRow): Tombstone => ({
  session: row.session_id,
  destruction: row.destruction_id,
  number: row.number,
  examTitle: row.title,
  examinee: row.examinee,
  recordedOn: Temporal.PlainDate.from(row.recorded_on),
  sha256: row.sha256,
  doomedAt: timeOrNull(row.doomed_at),
  keyDestroyedAt: timeOrNull(row.key_destroyed_at),
  objectsDestroyedAt: timeOrNull(row.objects_destroyed_at),
  objects: row.objects,
})

const destructionOf = (row: DestructionRow): Destruction => ({
  id: row.id,
  number: row.number,
  state: row.state,
  ground: row.ground,
  preparedBy: row.prepared_by,
  preparedName: row.prepared_name,
  preparedAt: time(row.prepared_at),
  confirmedBy: row.confirmed_by,
  confirmedName: row.confirmed_name,
  confirmedAt: timeOrNull(row.confirmed_at),
  destroyedAt: timeOrNull(row.destroyed_at),
  recordings: row.recordings,
})

export const TOMBSTONES = `select r.session_id, r.destruction_id, d.number, e.title, a.full_name as examinee,
    r.recorded_on::text as recorded_on, r.sha256, r.doomed_at, r.key_destroyed_at, r.objects_destroyed_at, r.objects
  from destroyed_recording r join destruction d on d.id = r.destruction_id join session s on s.id = r.session_id
  join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id`

const DESTRUCTIONS = `select d.*, (select count(*)::int from destroyed_recording r where r.destruction_id = d.id) as recordings
  from destruction d`

export const destructions = (
  sql: Sql,
  tenant: TenantId,
): Pick<
  Retention,
  | 'destructions'
  | 'destruction'
  | 'lockDestruction'
  | 'nextNumber'
  | 'prepare'
  | 'save'
  | 'doom'
  | 'cancel'
  | 'tombstones'
  | 'tombstoneOf'
> => ({
  destructions: async () =>
    (await rowsOf<DestructionRow>(sql, `${DESTRUCTIONS} order by d.number desc limit 300`)).map(
      destructionOf,
    ),
  destruction: async (id) => {
    const [row] = await rowsOf<DestructionRow>(sql, `${DESTRUCTIONS} where d.id = $1`, [id])
    return row ? destructionOf(row) : null
  },
  lockDestruction: async (id) => {
    const [row] = await rowsOf<DestructionRow>(
      sql,
      `${DESTRUCTIONS} where d.id = $1 for no key update of d`,
      [id],
    )
    return row ? destructionOf(row) : null
  },
  nextNumber: async () => {
    await sql.query("select pg_advisory_xact_lock(hashtextextended('destruction ' || $1, 0))", [tenant])
    const [row] = await rowsOf<{ next: number }>(
      sql,
      'select coalesce(max(number), 0) + 1 as next from destruction',
    )
    return row?.next ?? 1
  },
  prepare: async (made, recordings) => {
    await sql.query(
      `insert into destruction (id, tenant_id, number, state, ground, prepared_by, prepared_name, prepared_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        made.id,
        tenant,
        made.number,
        made.state,
        made.ground,
        made.preparedBy,
        made.preparedName,
        stamp(made.preparedAt),
      ],
    )
    for (const { session, recordedOn, sha256 } of recordings)
      await sql.query(
        `insert into destroyed_recording (session_id, tenant_id, destruction_id, recorded_on, sha256)
         values ($1, $2, $3, $4, $5)`,
        [session, tenant, made.id, recordedOn.toString(), sha256],
      )
  },
  save: async ({ id, state, confirmedBy, confirmedName, confirmedAt, destroyedAt }) => {
    await sql.query(
      `update destruction set state = $2, confirmed_by = $3, confirmed_name = $4, confirmed_at = $5, destroyed_at = $6
       where id = $1`,
      [id, state, confirmedBy, confirmedName, stamp(confirmedAt), stamp(destroyedAt)],
    )
  },
  doom: async (id, at) => {
    await sql.query('update destroyed_recording set doomed_at = $2 where destruction_id = $1', [
      id,
      stamp(at),
    ])
  },
  cancel: async (id) => {
    await sql.query('delete from destroyed_recording where destruction_id = $1', [id])
    await sql.query('delete from destruction where id = $1', [id])
  },
  tombstones: async (id) =>
    (
      await rowsOf<TombstoneRow>(
        sql,
        `${TOMBSTONES} where r.destruction_id = $1 order by r.recorded_on, r.session_id`,
        [id],
      )
    ).map(tombstoneOf),
  tombstoneOf: async (session) => {
    const [row] = await rowsOf<TombstoneRow>(sql, `${TOMBSTONES} where r.session_id = $1`, [session])
    return row ? tombstoneOf(row) : null
  },
})

export const postgresDestroyed =
  (app: pg.Pool): Destroyed =>
  (tenant, session) =>
    asTenant(app, tenant, async (sql) => {
      const rows = await rowsOf(
        sql,
        'select 1 from destroyed_recording where session_id = $1 and doomed_at is not null',
        [session],
      )
      return rows.length > 0
    })

export const postgresShredder = (ingest: pg.Pool): Shredder => ({
  destroyKey: (session, at) =>
    transaction(ingest, async (sql) => {
      await sql.query('delete from media_key where session_id = $1', [session])
      await sql.query(
        'update destroyed_recording set key_destroyed_at = coalesce(key_destroyed_at, $2) where session_id = $1',
        [session, stamp(at)],
      )
    }),
  objectsOf: async (session) =>
    (
      await rowsOf<{ object_key: string }>(
        ingest,
        'select object_key from segment where session_id = $1 order by object_key',
        [session],
      )
    ).map(({ object_key }) => object_key),
  forgetRecords: (session, objects, at) =>
    transaction(ingest, async (sql) => {
      for (const table of ['segment', 'fragment', 'track'])
        await sql.query(`delete from ${table} where session_id = $1`, [session])
      await sql.query(
        `update destroyed_recording set objects_destroyed_at = coalesce(objects_destroyed_at, $2),
           objects = coalesce(objects, $3) where session_id = $1`,
        [session, stamp(at), objects],
      )
    }),
  unfinished: async () =>
    rowsOf<{ tenant: TenantId; id: DestructionId }>(
      ingest,
      "select tenant_id as tenant, id from destruction where state = 'confirmed' order by confirmed_at",
    ),
})
