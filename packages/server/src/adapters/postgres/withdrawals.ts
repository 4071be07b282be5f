import type { ConsentKind } from '@ochno/domain/consent/rules'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import { Temporal } from '@ochno/domain/time'
import type { ConsentId } from '../../ports/consents.ts'
import type {
  ExitRoute,
  KnownEffect,
  WithdrawalId,
  WithdrawalPhase,
  Withdrawals,
} from '../../ports/withdrawals.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: WithdrawalId
  session_id: SessionId
  account_id: AccountId
  consent_id: ConsentId
  phase: WithdrawalPhase
  voluntary: boolean
  withdrawn_at: Date
  on_day: string
  do_by: string | null
  name: string
  kind: ConsentKind
  exam_id: ExamId
  title: string
  opens_at: Date
  had: number
  left_now: number
  gone_at: Date | null
  given_again: boolean
  route: ExitRoute | null
  route_note: string | null
  route_name: string | null
  route_at: Date | null
}

const GIVEN_AGAIN = `exists (select from consent n where n.account_id = w.account_id and n.kind = c.kind
  and n.created_at > c.created_at and n.state = 'active')`

const SELECT = `select w.id, w.session_id, w.account_id, w.consent_id, w.phase, w.voluntary, w.withdrawn_at,
    w.withdrawn_on::text as on_day, w.do_by::text as do_by, a.full_name as name, c.kind, s.exam_id, e.title, s.opens_at,
    v.had, v.left_now, v.gone_at, ${GIVEN_AGAIN} as given_again, w.route, w.route_note, b.full_name as route_name, w.route_at
  from withdrawal_effect w join consent c on c.id = w.consent_id join session s on s.id = w.session_id
  join exam e on e.id = s.exam_id join account a on a.id = w.account_id left join account b on b.id = w.route_by
  left join lateral (select count(*)::int as had, count(*) filter (where i.forgotten_at is null)::int as left_now,
    max(i.forgotten_at) as gone_at from identity_evidence i where i.session_id = w.session_id) v on true`

const effectOf = (row: Row): KnownEffect => ({
  id: row.id,
  session: row.session_id,
  account: row.account_id,
  consent: row.consent_id,
  phase: row.phase,
  voluntary: row.voluntary,
  withdrawnAt: time(row.withdrawn_at),
  withdrawnOn: Temporal.PlainDate.from(row.on_day),
  doBy: row.do_by === null ? null : Temporal.PlainDate.from(row.do_by),
  name: row.name,
  kind: row.kind,
  exam: row.exam_id,
  examTitle: row.title,
  opensAt: time(row.opens_at),
  collected: {
    had: row.had,
    left: row.left_now,
    goneAt: row.left_now === 0 ? timeOrNull(row.gone_at) : null,
  },
  givenAgain: row.given_again,
  route:
    row.route === null || row.route_at === null
      ? null
      : {
          way: row.route,
          note: row.route_note ?? '',
          by: row.route_name ?? '',
          at: time(row.route_at),
        },
})

export const postgresWithdrawals = (sql: Sql, tenant: TenantId): Withdrawals => ({
  add: async (one) => {
    const rows = await rowsOf(
      sql,
      `insert into withdrawal_effect (id, tenant_id, session_id, account_id, consent_id, phase, voluntary, withdrawn_at,
         withdrawn_on, do_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (session_id, consent_id) do nothing returning 1`,
      [
        one.id,
        tenant,
        one.session,
        one.account,
        one.consent,
        one.phase,
        one.voluntary,
        stamp(one.withdrawnAt),
        one.withdrawnOn.toString(),
        one.doBy?.toString() ?? null,
      ],
    )
    return rows.length > 0
  },
  list: async (accounts) =>
    (
      await rowsOf<Row>(
        sql,
        `${SELECT} where $1::text[] is null or w.account_id = any($1) order by w.withdrawn_at desc, w.id limit 500`,
        [accounts],
      )
    ).map(effectOf),
  find: async (id) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where w.id = $1`, [id])
    return row ? effectOf(row) : null
  },
  choose: async (id, { way, note, by, at }) => {
    await sql.query(
      'update withdrawal_effect set route = $2, route_note = $3, route_by = $4, route_at = $5 where id = $1',
      [id, way, note, by, stamp(at)],
    )
  },
  leftBefore: async (session) =>
    (
      await rowsOf(
        sql,
        `select 1 from withdrawal_effect w join consent c on c.id = w.consent_id
         where w.session_id = $1 and w.phase = 'before' and c.kind in ('proctoring_informed', 'biometric')
           and not ${GIVEN_AGAIN}`,
        [session],
      )
    ).length > 0,
})
