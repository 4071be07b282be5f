import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { Temporal } from '@ochno/domain/time'
import type pg from 'pg'
import type {
  InstitutionsWithExports,
  SubjectExport,
  SubjectExportId,
  SubjectExports,
} from '../../ports/subject-exports.ts'
import { blockedWhere } from './retention-holds.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: SubjectExportId
  person_id: AccountId
  person_name: string
  asked_by: AccountId
  asked_as: SubjectExport['askedAs']
  letter: string | null
  asked_at: Date
  due_day: string | null
  object_id: string | null
  kek_id: string | null
  sealed_key: Uint8Array | null
  papers: number
  made_at: Date | null
  released_at: Date | null
  until: Date | null
  taken_at: Date | null
  gone_at: Date | null
  warned_at: Date | null
  escalated_at: Date | null
  withheld: { session: SessionId; reason: string }[]
}

const SELECT = `select x.*, x.due_on::text as due_day, a.full_name as person_name,
    coalesce((select jsonb_agg(jsonb_build_object('session', h.session_id, 'reason', h.reason) order by h.session_id)
      from subject_export_withheld h where h.export_id = x.id), '[]') as withheld
  from subject_export x join account a on a.id = x.person_id`

const exportOf = (row: Row): SubjectExport => ({
  id: row.id,
  person: row.person_id,
  personName: row.person_name,
  askedBy: row.asked_by,
  askedAs: row.asked_as,
  letter: row.letter,
  askedAt: time(row.asked_at),
  dueOn: row.due_day === null ? null : Temporal.PlainDate.from(row.due_day),
  object: row.object_id,
  key: row.kek_id && row.sealed_key ? { kek: row.kek_id, wrapped: row.sealed_key } : null,
  papers: row.papers,
  madeAt: timeOrNull(row.made_at),
  releasedAt: timeOrNull(row.released_at),
  until: timeOrNull(row.until),
  takenAt: timeOrNull(row.taken_at),
  goneAt: timeOrNull(row.gone_at),
  warnedAt: timeOrNull(row.warned_at),
  escalatedAt: timeOrNull(row.escalated_at),
  withheld: row.withheld,
})

export const postgresSubjectExports = (sql: Sql, tenant: TenantId): SubjectExports => {
  const one = async (where: string, id: SubjectExportId) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} ${where}`, [id])
    return row ? exportOf(row) : null
  }
  return {
    add: async (asked) =>
      (
        await rowsOf(
          sql,
          `insert into subject_export (id, tenant_id, person_id, asked_by, asked_as, letter, asked_at, due_on)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (person_id) where released_at is null do nothing returning 1`,
          [
            asked.id,
            tenant,
            asked.person,
            asked.askedBy,
            asked.askedAs,
            asked.letter,
            stamp(asked.askedAt),
            asked.dueOn?.toString() ?? null,
          ],
        )
      ).length > 0,
    lock: (id) => one('where x.id = $1 for no key update of x', id),
    find: (id) => one('where x.id = $1', id),
    save: async (row) => {
      await sql.query(
        `update subject_export set object_id = $2, kek_id = $3, sealed_key = $4, papers = $5, made_at = $6, taken_at = $7,
           gone_at = $8, warned_at = $9, escalated_at = $10 where id = $1`,
        [
          row.id,
          row.object,
          row.key?.kek ?? null,
          row.key?.wrapped ?? null,
          row.papers,
          stamp(row.madeAt),
          stamp(row.takenAt),
          stamp(row.goneAt),
          stamp(row.warnedAt),
          stamp(row.escalatedAt),
        ],
      )
    },
    release: async (id, by, at, until, withheld) => {
      await sql.query(
        'update subject_export set released_by = $2, released_at = $3, until = $4 where id = $1',
        [id, by, stamp(at), stamp(until)],
      )
      for (const { session, reason } of withheld)
        await sql.query(
          'insert into subject_export_withheld (tenant_id, export_id, session_id, reason) values ($1, $2, $3, $4)',
          [tenant, id, session, reason],
        )
    },
    lapse: async (id, at) => {
      await sql.query(
        'update subject_export set released_at = coalesce(released_at, $2), until = least(until, $2) where id = $1',
        [id, stamp(at)],
      )
    },
    own: async (account) =>
      (
        await rowsOf<Row>(
          sql,
          `${SELECT} where (x.asked_as = 'in_writing' and x.person_id = $1) or (x.asked_as <> 'in_writing' and x.asked_by = $1)
           order by x.asked_at desc, x.id limit 50`,
          [account],
        )
      ).map(exportOf),
    all: async () =>
      (
        await rowsOf<Row>(
          sql,
          `${SELECT} order by x.released_at is not null, case when x.released_at is null then x.due_on end nulls first,
             x.asked_at desc, x.id limit 300`,
        )
      ).map(exportOf),
    unfinished: async () =>
      (await rowsOf<Row>(sql, `${SELECT} where x.gone_at is null order by x.due_on nulls first, x.id`)).map(
        exportOf,
      ),
    recordings: async (person) =>
      (
        await rowsOf<{ session_id: SessionId; title: string; at: Date; blocked: boolean }>(
          sql,
          `select s.id as session_id, e.title, coalesce(s.authorized_at, m.closed_at) as at, ${blockedWhere('s.id')} as blocked
           from manifest m join session s on s.id = m.session_id join exam e on e.id = s.exam_id
           where s.examinee_id = $1 and not exists (select from destroyed_recording d
             where d.session_id = s.id and d.doomed_at is not null) order by at, s.id`,
          [person],
        )
      ).map((row) => ({
        session: row.session_id,
        examTitle: row.title,
        recordedAt: time(row.at),
        blocked: row.blocked,
      })),
    whoAnswers: async (role) =>
      (
        await rowsOf<{ id: AccountId }>(
          sql,
          `select a.id from account a join account_role r on r.account_id = a.id
           where r.role = $1 and a.disabled_at is null order by a.id`,
          [role],
        )
      ).map(({ id }) => id),
  }
}

export const postgresInstitutionsWithExports =
  (auth: pg.Pool): InstitutionsWithExports =>
  async () =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        'select distinct tenant_id from subject_export where gone_at is null',
      )
    ).map(({ tenant_id }) => tenant_id)
