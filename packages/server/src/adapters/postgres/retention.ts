import type { ClaimKind } from '@ochno/domain/retention/claim'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { AppealState } from '@ochno/domain/lifecycle/appeal'
import type { Bare } from '@ochno/domain/retention/deidentify'
import { instant, Temporal } from '@ochno/domain/time'
import type pg from 'pg'
import type {
  Blocked,
  Destroyed,
  Destruction,
  DestructionId,
  HoldId,
  InstitutionsHolding,
  KeptRecording,
  PlacedHold,
  Retention,
  Shredder,
  Tombstone,
} from '../../ports/retention.ts'
import { asTenant, rowsOf, type Sql, stamp, time, timeOrNull, transaction } from './transaction.ts'

type HoldRow = {
  id: HoldId
  reason: string
  review_on: string
  blocks: boolean
  about: ClaimKind | null
  claim: string | null
  placed_by: AccountId
  by_name: string
  at: string
}
type RecordingRow = {
  session_id: SessionId
  exam_id: ExamId
  title: string
  examinee: string
  recorded_at: Date
  published_at: Date | null
  sha256: string
  appeals: AppealState[]
  complaint: boolean
  holds: HoldRow[]
  stopped: boolean
  withdrawn: { phase: 'before' | 'during' | 'after'; voluntary: boolean; day: string } | null
}
type TombstoneRow = {
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

const holdOf =
  (session: SessionId) =>
  (row: HoldRow): PlacedHold => ({
    id: row.id,
    session,
    reason: row.reason,
    reviewOn: Temporal.PlainDate.from(row.review_on),
    blocks: row.blocks,
    about: row.about,
    claim: row.claim ?? '',
    by: row.placed_by,
    byName: row.by_name,
    at: instant(row.at),
  })

const tombstoneOf = (row: TombstoneRow): Tombstone => ({
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

/** P-15: decided that nobody uses it any more; its term runs on, and only a later «as before» opens it. */
const stoppedWhere = (session: string): string =>
  `exists (select from retention_hold h where h.session_id = ${session} and h.outcome = 'stopped'
    and not exists (select from retention_hold l where l.session_id = h.session_id and l.outcome = 'stands'
      and l.released_at > h.released_at))`

const RECORDINGS = `select s.id as session_id, s.exam_id, e.title, a.full_name as examinee,
    coalesce(s.authorized_at, m.closed_at) as recorded_at, d.published_at, encode(sha256(m.body), 'hex') as sha256,
    array(select p.state from appeal p where p.session_id = s.id) as appeals,
    exists (select from complaint o where o.session_id = s.id and o.answered_at is null) as complaint,
    coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'reason', h.reason, 'review_on', h.review_on, 'blocks', h.blocks,
      'about', h.about, 'claim', h.claim,
      'placed_by', h.placed_by, 'by_name', w.full_name, 'at', h.placed_at) order by h.placed_at, h.id)
      from retention_hold h join account w on w.id = h.placed_by
      where h.session_id = s.id and h.released_at is null), '[]') as holds,
    ${stoppedWhere('s.id')} as stopped,
    (select jsonb_build_object('phase', w.phase, 'voluntary', w.voluntary, 'day', w.withdrawn_on)
      from withdrawal_effect w join consent c on c.id = w.consent_id
      where w.session_id = s.id and w.phase <> 'before' and c.kind in ('proctoring_informed', 'biometric')
      order by w.voluntary desc, w.withdrawn_at limit 1) as withdrawn
  from manifest m join session s on s.id = m.session_id join exam e on e.id = s.exam_id
  join account a on a.id = s.examinee_id left join decision d on d.session_id = s.id
  where $1::text[] is null or s.id = any($1) order by recorded_at, s.id`

const TOMBSTONES = `select r.session_id, r.destruction_id, d.number, e.title, a.full_name as examinee,
    r.recorded_on::text as recorded_on, r.sha256, r.doomed_at, r.key_destroyed_at, r.objects_destroyed_at, r.objects
  from destroyed_recording r join destruction d on d.id = r.destruction_id join session s on s.id = r.session_id
  join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id`

const DESTRUCTIONS = `select d.*, (select count(*)::int from destroyed_recording r where r.destruction_id = d.id) as recordings
  from destruction d`

/** What is declared to be kept as long as the recording and is no part of it, in the order of the keys; `$1` are sessions. */
export const FOUND_IN_RECORDING: readonly (readonly [table: string, forget: string])[] = [
  ['text_key', "delete from text_key where session_id = any($1) and kept = 'recording'"],
  ['hint_copy', 'delete from hint_copy where session_id = any($1) or of_session = any($1)'],
  ...[
    'camera_digest',
    'camera_digest_read',
    'hint_answer',
    'hint',
    'hint_blind',
    'hint_run',
    'session_score',
    'recording_minute',
  ].map((table) => [table, `delete from ${table} where session_id = any($1)`] as const),
  [
    'review_finding',
    'delete from review_finding where review_id in (select id from review where session_id = any($1))',
  ],
  ['review', "update review set comment = '' where session_id = any($1)"],
  ['mark_withdrawn', "update mark_withdrawn set reason = '' where session_id = any($1)"],
]

const BARE = `select s.exam_id as exam, e.title, to_char(s.authorized_at at time zone $1, 'YYYY-MM') as month,
    (extract(epoch from s.deauthorized_at - s.authorized_at) / 60)::float8 as minutes,
    (select count(*)::int from hint h where h.session_id = s.id) as hints,
    array(select distinct m->>'code' from jsonb_array_elements(p.facts->'marks') m where m->>'verdict' = 'counted') as marks,
    case when d.published_at is not null then d.value end as result
  from session s join exam e on e.id = s.exam_id left join decision d on d.session_id = s.id
  left join lateral (select facts from protocol_edition where session_id = s.id and handed_over_at is not null
    order by edition desc limit 1) p on true
  where s.authorized_at is not null and s.deauthorized_at is not null`

export const postgresRetention = (sql: Sql, tenant: TenantId): Retention => ({
  bare: (zone) => rowsOf<Bare>(sql, BARE, [zone]),
  recordings: async (sessions) => {
    const rows = await rowsOf<RecordingRow>(sql, RECORDINGS, [sessions])
    const stones = new Map(
      (await rowsOf<TombstoneRow>(sql, TOMBSTONES)).map((row) => [row.session_id, tombstoneOf(row)]),
    )
    return rows.map(
      (row): KeptRecording => ({
        session: row.session_id,
        exam: row.exam_id,
        examTitle: row.title,
        examinee: row.examinee,
        recordedAt: time(row.recorded_at),
        resultAnnouncedAt: timeOrNull(row.published_at),
        sha256: row.sha256,
        appeals: row.appeals,
        complaint: row.complaint,
        holds: row.holds.map(holdOf(row.session_id)),
        stopped: row.stopped,
        withdrawn: row.withdrawn && {
          phase: row.withdrawn.phase,
          voluntary: row.withdrawn.voluntary,
          on: Temporal.PlainDate.from(row.withdrawn.day),
        },
        tombstone: stones.get(row.session_id) ?? null,
      }),
    )
  },
  hold: async ({ id, session, reason, reviewOn, blocks, about, claim, by, at }) => {
    await sql.query(
      `insert into retention_hold (id, tenant_id, session_id, reason, review_on, blocks, placed_by, placed_at, about, claim)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, tenant, session, reason, reviewOn.toString(), blocks, by, stamp(at), about, claim],
    )
  },
  heldAbout: async (id) => {
    const [row] = await rowsOf<{ about: ClaimKind | null }>(
      sql,
      'select about from retention_hold where id = $1 and released_at is null for update',
      [id],
    )
    return row ?? null
  },
  decideClaim: async (id, { outcome, words }) => {
    await sql.query('update retention_hold set outcome = $2, decision = $3 where id = $1', [
      id,
      outcome,
      words,
    ])
  },
  blocked: (session) => blockedIn(sql, session),
  heldTo: async (id) => {
    const [row] = await rowsOf<{ session_id: SessionId }>(
      sql,
      'select session_id from retention_hold where id = $1 and released_at is null for update',
      [id],
    )
    return row?.session_id ?? null
  },
  lookAgain: async (id, reason, reviewOn) => {
    await sql.query(
      'update retention_hold set reason = $2, review_on = $3, review_told_on = null where id = $1',
      [id, reason, reviewOn.toString()],
    )
  },
  overdueHolds: async (today) =>
    (
      await rowsOf<{
        id: HoldId
        session_id: SessionId
        placed_by: AccountId
        title: string
        examinee: string
      }>(
        sql,
        `select h.id, h.session_id, h.placed_by, e.title, a.full_name as examinee from retention_hold h
         join session s on s.id = h.session_id join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id
         where h.released_at is null and h.review_on <= $1 and h.review_told_on is null order by h.review_on, h.id
         for update of h skip locked`,
        [today.toString()],
      )
    ).map(({ id, session_id, placed_by, title, examinee }) => ({
      id,
      session: session_id,
      by: placed_by,
      examTitle: title,
      examinee,
    })),
  toldToLook: async (id, on) => {
    await sql.query('update retention_hold set review_told_on = $2 where id = $1', [id, on.toString()])
  },
  release: async (id, by, at) => {
    const [row] = await rowsOf<{ session_id: SessionId }>(
      sql,
      `update retention_hold set released_by = $2, released_at = $3 where id = $1 and released_at is null
       returning session_id`,
      [id, by, stamp(at)],
    )
    return row?.session_id ?? null
  },
  destructions: async () =>
    (await rowsOf<DestructionRow>(sql, `${DESTRUCTIONS} order by d.number desc limit 300`)).map(
      destructionOf,
    ),
  destruction: async (id) => {
    const [row] = await rowsOf<DestructionRow>(sql, `${DESTRUCTIONS} where d.id = $1`, [id])
    return row ? destructionOf(row) : null
  },
  lockDestruction: async (id) => {
    const [row] = await rowsOf<DestructionRow>(sql, `${DESTRUCTIONS} where d.id = $1 for update of d`, [id])
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
  forgetFound: async (session) => {
    for (const [, forget] of FOUND_IN_RECORDING) await sql.query(forget, [[session]])
  },
})

/**
 * Closed by a hold that says so (P-31), because a dispute ended so (P-15), or because the consent it rested on alone was taken
 * back (P-14): before its result is announced whoever reviews and decides still needs it, afterwards only an appeal opens it,
 * until that is closed.
 */
export const blockedWhere = (session: string): string =>
  `(exists (select from retention_hold h where h.session_id = ${session} and h.blocks and h.released_at is null)
    or ${stoppedWhere(session)}
    or exists (select from withdrawal_effect w join consent c on c.id = w.consent_id where w.session_id = ${session}
      and w.phase = 'after' and w.voluntary and c.kind in ('proctoring_informed', 'biometric')
      and exists (select from decision d where d.session_id = ${session} and d.published_at is not null)
      and not exists (select from appeal p where p.session_id = ${session} and p.state <> 'closed')))`

const blockedIn = async (sql: Sql, session: SessionId): Promise<boolean> => {
  const [row] = await rowsOf<{ blocked: boolean }>(sql, `select ${blockedWhere('$1::text')} as blocked`, [
    session,
  ])
  return row?.blocked ?? false
}

export const postgresBlocked =
  (app: pg.Pool): Blocked =>
  (tenant, session) =>
    asTenant(app, tenant, (sql) => blockedIn(sql, session))

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

export const postgresInstitutionsHolding =
  (auth: pg.Pool): InstitutionsHolding =>
  async () =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        'select distinct tenant_id from retention_hold where released_at is null and review_told_on is null',
      )
    ).map(({ tenant_id }) => tenant_id)
