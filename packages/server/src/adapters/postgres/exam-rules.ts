import { type ExamCard, plainCard } from '@ochno/domain/exam/card'
import { permissionsOf } from '@ochno/domain/exam/permissions'
import type { ActId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import { type EffectivePolicy, unruled } from '@ochno/domain/policy/effective'
import type { Value } from '@ochno/domain/policy/parameter'
import type { ExamPolicies, ExamRules } from '../../ports/exam-policy.ts'
import type { FrozenRules } from '../../ports/exams.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: ExamId
  state: ExamRules['state']
  card: ExamCard | null
  preset: string | null
  act_id: ActId
  edition: number
  quote: string
  taken_at: Date
  policy: Partial<EffectivePolicy>
  results_now: Value | null
  sha256: Buffer
}

const SELECT = `select e.id, e.state, e.card, a.preset, r.act_id, r.edition, r.quote, r.taken_at, r.policy, r.sha256,
    (select (n.decisions || n.stated) -> 'decision.values' -> 'value' from act_edition n
      where n.preset = a.preset and n.tenant_id = e.tenant_id and n.state in ('effective', 'superseded')
      order by n.state = 'effective' desc, n.edition desc limit 1) as results_now
  from exam e left join exam_rules r on r.exam_id = e.id left join act_edition a on a.id = r.act_id`

/** What had no name yet when the rules were frozen was said by nobody; the rules stay as they were kept. */
function rulesOf(row: Row): ExamRules {
  const card = row.card ?? plainCard
  const policy = row.preset === null ? unruled : { ...unruled, ...row.policy }
  return {
    exam: row.id,
    state: row.state,
    act: row.preset,
    frozen:
      row.preset === null
        ? null
        : {
            act: row.act_id,
            edition: row.edition,
            quote: row.quote,
            takenAt: time(row.taken_at),
            sha256: row.sha256.toString('hex'),
          },
    policy,
    resultsNow: row.results_now,
    card,
    permissions: permissionsOf(row.preset ?? '', card, policy),
  }
}

export const postgresExamRules = (sql: Sql): ExamPolicies => {
  const one = async (rest: string, id: string) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} ${rest}`, [id])
    return row ? rulesOf(row) : null
  }
  return {
    ofExam: (id) => one('where e.id = $1', id),
    ofSession: (id) => one('where e.id = (select exam_id from session where id = $1)', id),
    ofSessions: async (ids) => {
      const sessions = await rowsOf<{ id: SessionId; exam_id: ExamId }>(
        sql,
        'select id, exam_id from session where id = any ($1)',
        [ids],
      )
      const exams = [...new Set(sessions.map(({ exam_id }) => exam_id))]
      const rows = await rowsOf<Row>(sql, `${SELECT} where e.id = any ($1)`, [exams])
      const rules = new Map(rows.map((row) => [row.id, rulesOf(row)]))
      return new Map(
        sessions.flatMap(({ id, exam_id }) => {
          const own = rules.get(exam_id)
          return own ? [[id, own] as const] : []
        }),
      )
    },
  }
}

export async function addExamRules(
  sql: Sql,
  tenant: TenantId,
  exam: ExamId,
  rules: FrozenRules,
): Promise<void> {
  await sql.query(
    `insert into exam_rules (exam_id, tenant_id, act_id, edition, quote, taken_at, policy, sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      exam,
      tenant,
      rules.act,
      rules.edition,
      rules.quote,
      stamp(rules.takenAt),
      JSON.stringify(rules.policy),
      Buffer.from(rules.sha256),
    ],
  )
}
