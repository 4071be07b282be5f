import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { instant, Temporal } from '@ochno/domain/time'
import type { Debts, KnownDebt } from '../../ports/debts.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  session_id: SessionId
  examinee: string
  grp: string | null
  title: string
  since: string
  clause: string
  ground: string
  number: string
  edition: number
  signed_at: Date
  decided_by: string
  published: boolean
  closed_on: string | null
  how: string | null
  document: string | null
  closed_by: AccountId | null
  closer: string | null
  closed_at: Date | null
}

const SELECT = `select d.session_id, a.full_name as examinee, g.name as grp, e.title, d.facts->'debt'->>'since' as since,
    d.facts->'debt'->>'clause' as clause, coalesce(d.ground, '') as ground, p.number, p.edition, p.signed_at,
    coalesce(d.facts->'decided'->'by'->>'name', '') as decided_by, d.published_at is not null as published,
    c.closed_on::text as closed_on, c.how, c.document, c.closed_by, w.full_name as closer, c.closed_at
  from decision d join session s on s.id = d.session_id join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id
  join protocol_edition p on p.session_id = d.session_id and p.edition = d.edition
  left join people_group_member m on m.account_id = a.id left join people_group g on g.id = m.group_id
  left join academic_debt_closing c on c.session_id = d.session_id left join account w on w.id = c.closed_by
  where jsonb_typeof(d.facts->'debt') = 'object' and ($1::text is null or d.session_id = $1)
  order by c.closed_on is not null, d.facts->'debt'->>'since' desc, d.session_id limit 2000`

const debtOf = (row: Row): KnownDebt => ({
  session: row.session_id,
  examinee: row.examinee,
  group: row.grp,
  exam: row.title,
  since: instant(row.since),
  clause: row.clause,
  ground: row.ground,
  protocol: row.number,
  protocolSignedAt: time(row.signed_at),
  protocolEdition: row.edition,
  decidedBy: row.decided_by,
  published: row.published,
  closing:
    row.closed_on === null || row.closed_by === null || row.closed_at === null
      ? null
      : {
          on: Temporal.PlainDate.from(row.closed_on),
          how: row.how ?? '',
          document: row.document ?? '',
          by: row.closed_by,
          byName: row.closer ?? '',
          at: time(row.closed_at),
        },
})

export const postgresDebts = (sql: Sql, tenant: TenantId): Debts => ({
  list: async (session) => (await rowsOf<Row>(sql, SELECT, [session])).map(debtOf),
  close: async (session, { on, how, document, by, at }) =>
    (
      await rowsOf(
        sql,
        `insert into academic_debt_closing (session_id, tenant_id, closed_on, how, document, closed_by, closed_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (session_id) do nothing returning 1`,
        [session, tenant, on.toString(), how, document, by, stamp(at)],
      )
    ).length > 0,
})
