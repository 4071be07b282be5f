import type { Maker } from '@ochno/domain/decision/makers'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import { instant } from '@ochno/domain/time'
import type {
  Decisions,
  DecisionStep,
  KeptDecision,
  Named,
  Proposed,
  SessionDecision,
} from '../../ports/decisions.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Texts<T> = { [K in keyof T]: K extends 'at' | 'since' ? string : T[K] }
type ProposedRow = Omit<Proposed, 'by'> & { by: Texts<Named> }
type DecidedRow = Omit<KeptDecision, 'by' | 'second'> & { by: Texts<Named>; second: Texts<Named> | null }
type Facts = {
  answers: Record<string, boolean>
  impersonation: SessionDecision['impersonation']
  director: Texts<NonNullable<SessionDecision['director']>> | null
  proposed: ProposedRow | null
  decided: DecidedRow | null
  explanation: string | null
  debt: Texts<NonNullable<SessionDecision['debt']>> | null
}
type Row = {
  session_id: SessionId
  state: SessionDecision['state']
  edition: number
  facts: Facts
  published_by: AccountId | null
  publisher: string | null
  published_at: Date | null
}
type HandedRow = {
  session_id: SessionId
  exam_id: ExamId
  title: string
  examinee: string
  grp: string | null
  number: string
  handed_over_at: Date
  decision: boolean
}

const named = (row: Texts<Named>): Named => ({ ...row, at: instant(row.at) })

const decisionOf = ({ session_id, state, edition, facts, ...row }: Row): SessionDecision => ({
  session: session_id,
  state,
  edition,
  ...facts,
  director: facts.director && { ...facts.director, at: instant(facts.director.at) },
  proposed: facts.proposed && { ...facts.proposed, by: named(facts.proposed.by) },
  decided: facts.decided && {
    ...facts.decided,
    by: named(facts.decided.by),
    second: facts.decided.second && named(facts.decided.second),
  },
  debt: facts.debt && { ...facts.debt, since: instant(facts.debt.since) },
  publishedBy: row.published_by && { id: row.published_by, name: row.publisher ?? '' },
  publishedAt: row.published_at && time(row.published_at),
})

const SELECT = `select d.*, p.full_name as publisher from decision d left join account p on p.id = d.published_by`

export const postgresDecisions = (sql: Sql, tenant: TenantId): Decisions => ({
  ofSession: async (session) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where d.session_id = $1`, [session])
    return row ? decisionOf(row) : null
  },
  save: async (decision, at) => {
    const { session, state, edition, publishedBy, publishedAt, ...facts } = decision
    const { decided } = facts
    await sql.query(
      `insert into decision (session_id, tenant_id, state, edition, value, ground, decided_by, second_by, published_by,
         published_at, facts, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (session_id) do update set state = excluded.state, edition = excluded.edition, value = excluded.value,
         ground = excluded.ground, decided_by = excluded.decided_by, second_by = excluded.second_by,
         published_by = excluded.published_by, published_at = excluded.published_at, facts = excluded.facts,
         changed_at = excluded.changed_at`,
      [
        session,
        tenant,
        state,
        edition,
        decided?.value ?? null,
        decided?.ground ?? null,
        decided?.by.id ?? null,
        decided?.second?.id ?? null,
        publishedBy?.id ?? null,
        stamp(publishedAt),
        JSON.stringify(facts),
        stamp(at),
      ],
    )
  },
  steps: async (session) =>
    (
      await rowsOf<{
        at: Date
        kind: DecisionStep['kind']
        said_by: AccountId
        full_name: string
        text: string
      }>(
        sql,
        `select s.*, a.full_name from decision_step s join account a on a.id = s.said_by
         where s.session_id = $1 order by s.seq`,
        [session],
      )
    ).map((row) => ({
      at: time(row.at),
      kind: row.kind,
      by: row.said_by,
      name: row.full_name,
      text: row.text,
    })),
  addStep: async (session, { at, kind, by, text }) => {
    await sql.query(
      `insert into decision_step (session_id, tenant_id, seq, at, kind, said_by, text)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6 from decision_step where session_id = $1`,
      [session, tenant, stamp(at), kind, by, text],
    )
  },
  handedOver: async () => {
    const rows = await rowsOf<HandedRow>(
      sql,
      `select d.session_id, s.exam_id, e.title, a.full_name as examinee, g.name as grp, d.number, d.handed_over_at
       from protocol_edition d join session s on s.id = d.session_id join exam e on e.id = s.exam_id
       join account a on a.id = s.examinee_id left join people_group_member gm on gm.account_id = a.id left join people_group g on g.id = gm.group_id
       where d.handed_over_at is not null and not exists (select from protocol_edition n
         where n.session_id = d.session_id and n.edition > d.edition and n.handed_over_at is not null)
       order by d.handed_over_at desc, d.session_id limit 300`,
    )
    const known = new Map(
      (
        await rowsOf<Row>(sql, `${SELECT} where d.session_id = any($1)`, [
          rows.map(({ session_id }) => session_id),
        ])
      ).map((row) => [row.session_id, decisionOf(row)]),
    )
    return rows.map((row) => ({
      session: row.session_id,
      exam: row.exam_id,
      examTitle: row.title,
      examinee: row.examinee,
      group: row.grp,
      number: row.number,
      handedOverAt: time(row.handed_over_at),
      decision: known.get(row.session_id) ?? null,
    }))
  },
  setting: async () => {
    const [row] = await rowsOf<{ maker: Maker | null; annexed: boolean }>(
      sql,
      'select maker, annexed from decision_setting',
    )
    return row ?? { maker: null, annexed: true }
  },
  saveSetting: async ({ maker, annexed }, at) => {
    await sql.query(
      `insert into decision_setting (tenant_id, maker, annexed, changed_at) values ($1, $2, $3, $4)
       on conflict (tenant_id) do update set maker = excluded.maker, annexed = excluded.annexed, changed_at = excluded.changed_at`,
      [tenant, maker, annexed, stamp(at)],
    )
  },
})
