// Recordings that are kept, with all that their term depends on.
import type { ClaimKind } from '@ochno/domain/retention/claim'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { AppealState } from '@ochno/domain/lifecycle/appeal'
import type { Bare } from '@ochno/domain/retention/deidentify'
import { instant, Temporal } from '@ochno/domain/time'
import type { HoldId, KeptRecording, PlacedHold, Retention } from '../../ports/retention.ts'
import { rowsOf, type Sql, time, timeOrNull } from './transaction.ts'
import { holds, stoppedWhere } from './retention-holds.ts'
import { destructions, tombstoneOf, type TombstoneRow, TOMBSTONES } from './destructions.ts'

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
  ...holds(sql, tenant),
  ...destructions(sql, tenant),
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
  forgetFound: async (session) => {
    for (const [, forget] of FOUND_IN_RECORDING) await sql.query(forget, [[session]])
  },
})
