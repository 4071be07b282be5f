import { NOBODY_ALONE } from '@ochno/domain/appeal/commission'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { AppealState } from '@ochno/domain/lifecycle/appeal'
import { instant } from '@ochno/domain/time'
import type {
  Appeal,
  AppealRecusal,
  Appeals,
  AppealSetting,
  AppealVerdict,
  AppealVote,
} from '../../ports/appeals.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Written<T> = Omit<T, 'at'> & { at: string }
type Kept = 'id' | 'number' | 'session' | 'state' | 'filedBy' | 'filedByName' | 'filedAt'
type Timed =
  | 'filingUntil'
  | 'considerUntil'
  | 'done'
  | 'verdict'
  | 'proposed'
  | 'history'
  | 'votes'
  | 'recusals'
type Facts = Omit<Appeal, Kept | Timed> & {
  filingUntil: string | null
  considerUntil: string | null
  done: Written<Appeal['done'][number]>[]
  verdict: Written<AppealVerdict> | null
  proposed?: Written<AppealVerdict> | null
  history: Written<Appeal['history'][number]>[]
  votes?: Written<AppealVote>[]
  recusals?: Written<AppealRecusal>[]
}
type Row = {
  id: Appeal['id']
  number: number
  session_id: SessionId
  state: AppealState
  filed_by: AccountId
  full_name: string
  filed_at: Date
  facts: Facts
}

const read = <T extends { at: string }>(row: T) => ({ ...row, at: instant(row.at) })

/** Before nobody could decide alone an order could ask for one vote. */
const atLeast = (least: number): number => Math.max(NOBODY_ALONE, least)

const appealOf = ({ facts, ...row }: Row): Appeal => ({
  ...facts,
  id: row.id,
  number: row.number,
  session: row.session_id,
  state: row.state,
  filedBy: row.filed_by,
  filedByName: row.full_name,
  filedAt: time(row.filed_at),
  least: atLeast(facts.least),
  filingUntil: facts.filingUntil === null ? null : instant(facts.filingUntil),
  considerUntil: facts.considerUntil === null ? null : instant(facts.considerUntil),
  done: facts.done.map(read),
  verdict: facts.verdict && read(facts.verdict),
  proposed: facts.proposed ? read(facts.proposed) : null,
  history: facts.history.map(read),
  votes: (facts.votes ?? []).map(read),
  recusals: (facts.recusals ?? []).map(read),
})

const SELECT = 'select p.*, a.full_name from appeal p join account a on a.id = p.filed_by'

/** Before the institution said anything of its own. */
const unset: AppealSetting = { situations: [], steps: [], least: 3, answerDays: null }

export const postgresAppeals = (sql: Sql, tenant: TenantId): Appeals => ({
  ofSession: async (session) =>
    (await rowsOf<Row>(sql, `${SELECT} where p.session_id = $1 order by p.filed_at, p.id`, [session])).map(
      appealOf,
    ),
  list: async () =>
    (await rowsOf<Row>(sql, `${SELECT} order by p.filed_at desc, p.id limit 300`)).map(appealOf),
  find: async (id) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where p.id = $1`, [id])
    return row ? appealOf(row) : null
  },
  lock: async (id) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where p.id = $1 for no key update of p`, [id])
    return row ? appealOf(row) : null
  },
  nextNumber: async () => {
    await sql.query("select pg_advisory_xact_lock(hashtextextended('appeal ' || $1, 0))", [tenant])
    const [row] = await rowsOf<{ next: number }>(
      sql,
      'select coalesce(max(number), 0) + 1 as next from appeal',
    )
    return row?.next ?? 1
  },
  save: async ({ id, number, session, state, filedBy, filedByName: _name, filedAt, ...facts }, at) => {
    await sql.query(
      `insert into appeal (id, tenant_id, session_id, number, state, filed_by, filed_at, facts, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do update set state = excluded.state, facts = excluded.facts, changed_at = excluded.changed_at`,
      [id, tenant, session, number, state, filedBy, stamp(filedAt), JSON.stringify(facts), stamp(at)],
    )
  },
  statesOf: async (session) =>
    (
      await rowsOf<{ state: AppealState }>(sql, 'select state from appeal where session_id = $1', [session])
    ).map(({ state }) => state),
  shown: async (session, by, since) => {
    const [row] = await rowsOf<{ recorded: boolean }>(
      sql,
      `select exists (select from track where session_id = $1 and tid not in ('events', 'call'))
                and not exists (select from destroyed_recording where session_id = $1 and doomed_at is not null) as recorded`,
      [session],
    )
    if (!row?.recorded) return null
    const rows = await rowsOf<{ tid: string | null; seq_from: string | null; seq_to: string | null }>(
      sql,
      `select distinct tid, seq_from, seq_to from access_journal
       where session_id = $1 and account_id = any ($2) and action = 'records' and at >= $3`,
      [session, by, stamp(since)],
    )
    return rows.map(({ tid, seq_from, seq_to }) => ({
      tid: tid ?? '',
      from: Number(seq_from ?? 0),
      to: Number(seq_to ?? -1),
    }))
  },
  answers: async (session) =>
    (
      await rowsOf<{ mark: string; text: string; said_by: AccountId; at: Date }>(
        sql,
        'select mark, text, said_by, at from mark_answer where session_id = $1 order by at, mark',
        [session],
      )
    ).map(({ mark, text, said_by, at }) => ({ key: mark, text, by: said_by, at: time(at) })),
  saveAnswer: async (session, { key, text, by, at }) => {
    await sql.query(
      `insert into mark_answer (session_id, tenant_id, mark, said_by, text, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (session_id, mark) do update set said_by = excluded.said_by, text = excluded.text, at = excluded.at`,
      [session, tenant, key, by, text, stamp(at)],
    )
  },
  setting: async () => {
    const [row] = await rowsOf<{ setting: AppealSetting }>(sql, 'select setting from appeal_setting')
    return row ? { ...row.setting, least: atLeast(row.setting.least) } : unset
  },
  saveSetting: async (setting, at) => {
    await sql.query(
      `insert into appeal_setting (tenant_id, setting, changed_at) values ($1, $2, $3)
       on conflict (tenant_id) do update set setting = excluded.setting, changed_at = excluded.changed_at`,
      [tenant, JSON.stringify(setting), stamp(at)],
    )
  },
})
