import type { DocumentKind } from '@ochno/domain/identity/documents'
import type { StepId } from '@ochno/domain/identity/steps'
import type { CheckId, FailureCode } from '@ochno/domain/identity/verdict'
import type { VisitState } from '@ochno/domain/identity/visit'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type {
  DoorDecision,
  Doors,
  DoorVisit,
  EvidenceId,
  EvidenceKind,
  ForgetfulTenants,
  IdentityEvidence,
  QueuedVisit,
} from '../../ports/door.ts'
import { wholly } from './sight.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type VisitRow = {
  session_id: SessionId
  state: VisitState
  done: StepId[]
  asked: StepId[]
  document: DocumentKind | null
  came_at: Date | null
}
type QueueRow = VisitRow & {
  exam_id: ExamId
  title: string
  examinee_id: AccountId
  full_name: string
  opens_at: Date
  closes_at: Date
}
type EvidenceRow = {
  id: EvidenceId
  session_id: SessionId
  examinee_id: AccountId
  step: StepId
  part: number
  kind: EvidenceKind
  bytes: number
  sha256: Buffer
  kek_id: string
  sealed_key: Buffer | null
  taken_at: Date
  forget_after: Date | null
}
type DecisionRow = {
  id: DoorDecision['id']
  session_id: SessionId
  verdict: DoorDecision['is']
  checks: CheckId[]
  steps: StepId[]
  why: FailureCode | null
  violation: string | null
  reason: string | null
  evidence: EvidenceId[]
  decided_by: AccountId
  full_name: string
  at: Date
}

const VISIT = 'v.session_id, v.state, v.done, v.asked, v.document, v.came_at'
const EVIDENCE = `id, session_id, examinee_id, step, part, kind, bytes, sha256, kek_id, sealed_key, taken_at, forget_after`

const visitOf = (row: VisitRow): DoorVisit => ({
  state: row.state,
  done: row.done,
  asked: row.asked,
  document: row.document,
  cameAt: timeOrNull(row.came_at),
})

const queuedOf = (row: QueueRow): QueuedVisit => ({
  ...visitOf(row),
  session: row.session_id,
  exam: row.exam_id,
  examTitle: row.title,
  examinee: row.examinee_id,
  examineeName: row.full_name,
  opensAt: time(row.opens_at),
  closesAt: time(row.closes_at),
})

const evidenceOf = (row: EvidenceRow): IdentityEvidence => ({
  id: row.id,
  session: row.session_id,
  examinee: row.examinee_id,
  step: row.step,
  part: row.part,
  kind: row.kind,
  bytes: row.bytes,
  sha256: row.sha256,
  takenAt: time(row.taken_at),
  key: row.sealed_key && { kek: row.kek_id, wrapped: row.sealed_key },
  forgetAfter: timeOrNull(row.forget_after),
})

const decisionOf = (row: DecisionRow) => ({
  id: row.id,
  session: row.session_id,
  is: row.verdict,
  checks: row.checks,
  steps: row.steps,
  why: row.why,
  violation: row.violation,
  reason: row.reason,
  evidence: row.evidence,
  by: row.decided_by,
  byName: row.full_name,
  at: time(row.at),
})

/** Looked at by a decision, or the reference of an account: neither is forgotten because a newer one came. */
const STILL_NEEDED = `exists (select from door_decision d where d.session_id = e.session_id and e.id = any (d.evidence))
  or exists (select from owner_reference o where e.id in (o.document_evidence, o.face_evidence))`

export const postgresDoors = (sql: Sql, tenant: TenantId): Doors => ({
  find: async (session) => {
    const [row] = await rowsOf<VisitRow>(sql, `select ${VISIT} from door_visit v where v.session_id = $1`, [
      session,
    ])
    return row ? visitOf(row) : null
  },
  save: async (session, visit, at) => {
    await sql.query(
      `insert into door_visit (session_id, tenant_id, state, done, asked, document, came_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (session_id) do update set state = $3, done = $4, asked = $5, document = $6, came_at = $7, changed_at = $8`,
      [
        session,
        tenant,
        visit.state,
        [...visit.done],
        [...visit.asked],
        visit.document,
        stamp(visit.cameAt),
        stamp(at),
      ],
    )
  },
  queue: async (proctor) =>
    (
      await rowsOf<QueueRow>(
        sql,
        `select ${VISIT}, s.exam_id, e.title, s.examinee_id, a.full_name, s.opens_at, s.closes_at
         from door_visit v join session s on s.id = v.session_id join exam e on e.id = s.exam_id
         join account a on a.id = s.examinee_id
         join assignment g on g.session_id = s.id and g.proctor_id = $1 and g.removed_at is null
         where (s.state = 'admitted' or (s.authorized_at is not null and v.state = 'preparing'))
           -- Who comes into a classroom stands before the proctor, not in the queue of pictures.
           and coalesce(e.card ->> 'mode', '') <> 'offline'
         order by (v.state <> 'waiting'), v.came_at nulls last, v.changed_at, v.session_id limit 200`,
        [proctor],
      )
    ).map(queuedOf),
  admitted: async (from, until) =>
    (
      await rowsOf<{ id: SessionId }>(
        sql,
        `select s.id from session s join account a on a.id = s.examinee_id
         where s.state = 'admitted' and s.closes_at > $1 and s.opens_at < $2 order by s.opens_at, a.full_name, s.id limit 200`,
        [stamp(from), stamp(until)],
      )
    ).map((row) => row.id),
  place: async (session) => {
    const [row] = await rowsOf<{ place: string | null }>(
      sql,
      `select case when mine.state = 'waiting' then (
           select count(distinct v.session_id) from door_visit v join session s on s.id = v.session_id and s.state = 'admitted'
           join assignment g on g.session_id = v.session_id and g.removed_at is null
           where v.state = 'waiting' and (v.came_at, v.session_id) <= (mine.came_at, mine.session_id)
             and g.proctor_id in (select proctor_id from assignment where session_id = $1 and removed_at is null)
         ) end as place from door_visit mine where mine.session_id = $1`,
      [session],
    )
    return row?.place === null || row?.place === undefined ? null : Math.max(1, Number(row.place))
  },
  acknowledge: async (session, step, act, at) => {
    await sql.query(
      `insert into door_acknowledgement (session_id, tenant_id, step, act_id, at) values ($1, $2, $3, $4, $5)
       on conflict (session_id, step) do update set act_id = excluded.act_id, at = excluded.at`,
      [session, tenant, step, act, stamp(at)],
    )
  },
  evidence: async (session) =>
    (
      await rowsOf<EvidenceRow>(
        sql,
        `select ${EVIDENCE} from identity_evidence
         where session_id = $1 and replaced_at is null and forgotten_at is null order by taken_at, id`,
        [session],
      )
    ).map(evidenceOf),
  shownEver: async (session) => {
    const [row] = await rowsOf<{ count: string }>(
      sql,
      'select count(*) from identity_evidence where session_id = $1',
      [session],
    )
    return Number(row?.count ?? 0)
  },
  evidenceById: async (id) => {
    // The reference of an examinee is of an earlier session, which the one at the door need not see.
    const [row] = await wholly(sql, () =>
      rowsOf<EvidenceRow>(
        sql,
        `select ${EVIDENCE} from identity_evidence where id = $1 and forgotten_at is null`,
        [id],
      ),
    )
    return row ? evidenceOf(row) : null
  },
  addEvidence: async (one) => {
    await sql.query(
      `update identity_evidence e set replaced_at = $4, forget_after = case when ${STILL_NEEDED} then forget_after else $4 end
       where e.session_id = $1 and e.step = $2 and e.part = $3 and e.replaced_at is null`,
      [one.session, one.step, one.part, stamp(one.takenAt)],
    )
    await sql.query(
      `insert into identity_evidence (id, tenant_id, session_id, examinee_id, step, part, kind, bytes, sha256, kek_id, sealed_key,
         taken_at, forget_after) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        one.id,
        tenant,
        one.session,
        one.examinee,
        one.step,
        one.part,
        one.kind,
        one.bytes,
        one.sha256,
        one.key?.kek,
        one.key?.wrapped,
        stamp(one.takenAt),
        stamp(one.forgetAfter),
      ],
    )
  },
  decisions: async (session) =>
    (
      await rowsOf<DecisionRow>(
        sql,
        `select d.*, a.full_name from door_decision d join account a on a.id = d.decided_by
         where d.session_id = $1 order by d.at, d.id`,
        [session],
      )
    ).map(decisionOf),
  addDecision: async (one) => {
    await sql.query(
      `insert into door_decision (id, tenant_id, session_id, verdict, checks, steps, why, violation, reason, evidence, decided_by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        one.id,
        tenant,
        one.session,
        one.is,
        [...one.checks],
        [...one.steps],
        one.why,
        one.violation,
        one.reason,
        [...one.evidence],
        one.by,
        stamp(one.at),
      ],
    )
  },
  reference: async (account) => {
    const [row] = await rowsOf<{
      document_evidence: string
      face_evidence: string
      taken_at: Date
      statement_accepted_at: Date
    }>(sql, 'select * from owner_reference where account_id = $1', [account])
    return row
      ? {
          document: row.document_evidence,
          image: row.face_evidence,
          takenAt: time(row.taken_at),
          statementAcceptedAt: time(row.statement_accepted_at),
        }
      : null
  },
  owners: async (find) =>
    (
      await rowsOf<{ account_id: AccountId; full_name: string; taken_at: Date }>(
        sql,
        `select o.account_id, a.full_name, o.taken_at from owner_reference o join account a on a.id = o.account_id
         where position(lower($1) in lower(a.full_name)) > 0 order by a.full_name, a.id limit 200`,
        [find],
      )
    ).map((row) => ({ account: row.account_id, name: row.full_name, takenAt: time(row.taken_at) })),
  bind: async (account, { document, image, takenAt, statementAcceptedAt }) => {
    await sql.query(
      `insert into owner_reference (account_id, tenant_id, document_evidence, face_evidence, taken_at, statement_accepted_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [account, tenant, document, image, stamp(takenAt), stamp(statementAcceptedAt)],
    )
  },
  unbind: async (account, at) => {
    const [gone] = await rowsOf<{ document_evidence: string; face_evidence: string }>(
      sql,
      'delete from owner_reference where account_id = $1 returning document_evidence, face_evidence',
      [account],
    )
    if (!gone) return false
    await sql.query(
      'update identity_evidence set forget_after = $2 where id = any ($1) and replaced_at is not null',
      [[gone.document_evidence, gone.face_evidence], stamp(at)],
    )
    return true
  },
  external: async (session) => {
    const [row] = await rowsOf<{
      provider: string
      transaction: string | null
      result: 'asked' | 'positive' | 'negative'
      at: Date
    }>(sql, 'select provider, transaction, result, at from external_identity where session_id = $1', [
      session,
    ])
    return row ? { ...row, at: time(row.at) } : null
  },
  saveExternal: async (session, { provider, transaction, result, at }) => {
    await sql.query(
      `insert into external_identity (session_id, tenant_id, provider, transaction, result, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (session_id) do update set provider = $3, transaction = $4, result = $5, at = $6`,
      [session, tenant, provider, transaction, result, stamp(at)],
    )
  },
  dropExternal: async (session) => {
    await sql.query('delete from external_identity where session_id = $1', [session])
  },
  letGo: async (session, at) => {
    await sql.query(
      `update identity_evidence e set forget_after = $2 where session_id = $1 and forgotten_at is null
         and not exists (select from owner_reference o where e.id in (o.document_evidence, o.face_evidence))`,
      [session, stamp(at)],
    )
  },
  letGoPictures: async (ids, at) => {
    await sql.query(
      'update identity_evidence set forget_after = $2 where id = any($1) and forgotten_at is null',
      [ids, stamp(at)],
    )
  },
  due: async (now) =>
    (
      await rowsOf<EvidenceRow>(
        sql,
        `select ${EVIDENCE} from identity_evidence e
         where forgotten_at is null and forget_after <= $1
           and not exists (select from owner_reference o where e.id in (o.document_evidence, o.face_evidence))
         order by forget_after limit 500`,
        [stamp(now)],
      )
    ).map(evidenceOf),
  forgotten: async (id, at) => {
    await sql.query('update identity_evidence set sealed_key = null, forgotten_at = $2 where id = $1', [
      id,
      stamp(at),
    ])
  },
})

export const postgresForgetfulTenants =
  (auth: pg.Pool): ForgetfulTenants =>
  async (now) =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        'select distinct tenant_id from identity_evidence where forgotten_at is null and forget_after <= $1',
        [stamp(now)],
      )
    ).map((row) => row.tenant_id)
