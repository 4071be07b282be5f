import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { BreakGlass, GlassId, OpenGlass, StoredGlass, UntoldGlass } from '../../ports/break-glass.ts'
import { asTenant, rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: GlassId
  session_id: SessionId
  examinee_id: AccountId
  examinee: string
  exam: string
  asked_by: AccountId
  asked_name: string
  reason: string
  asked_at: Date
  answered_name: string | null
  answered_at: Date | null
  ends_at: Date | null
  told_at: Date | null
}

const SELECT = `select b.id, b.session_id, s.examinee_id, x.full_name as examinee, e.title as exam, b.asked_by,
    a.full_name as asked_name, b.reason, b.asked_at, w.full_name as answered_name, b.answered_at, b.ends_at, b.told_at
  from break_glass b join session s on s.id = b.session_id join exam e on e.id = s.exam_id
  join account x on x.id = s.examinee_id join account a on a.id = b.asked_by left join account w on w.id = b.answered_by`

const UNTOLD = 'b.ends_at is not null and b.told_at is null and s.deauthorized_at is not null'

const glassOf = (row: Row): StoredGlass => ({
  id: row.id,
  session: row.session_id,
  examinee: row.examinee_id,
  examineeName: row.examinee,
  examTitle: row.exam,
  askedBy: row.asked_by,
  askedName: row.asked_name,
  reason: row.reason,
  askedAt: time(row.asked_at),
  answeredName: row.answered_name,
  answeredAt: timeOrNull(row.answered_at),
  endsAt: timeOrNull(row.ends_at),
  toldAt: timeOrNull(row.told_at),
})

export function postgresBreakGlass(sql: Sql, tenant: TenantId): BreakGlass {
  const read = async (where: string, values: readonly unknown[] = []) =>
    (await rowsOf<Row>(sql, `${SELECT} ${where} order by b.asked_at desc, b.id limit 200`, [...values])).map(
      glassOf,
    )
  return {
    add: async ({ id, session, askedBy, askedAt, reason }) => {
      await sql.query(
        'insert into break_glass (id, tenant_id, session_id, asked_by, asked_at, reason) values ($1, $2, $3, $4, $5, $6)',
        [id, tenant, session, askedBy, stamp(askedAt), reason],
      )
    },
    list: () => read(''),
    lock: async (id) => {
      await sql.query('select from break_glass where id = $1 for no key update', [id])
      return (await read('where b.id = $1', [id]))[0] ?? null
    },
    answer: async (id, by, at, endsAt) => {
      await sql.query(
        'update break_glass set answered_by = $2, answered_at = $3, ends_at = $4 where id = $1',
        [id, by, stamp(at), endsAt && stamp(endsAt)],
      )
    },
    untold: () => read(`where ${UNTOLD}`),
    told: async (id, at) => {
      const { rowCount } = await sql.query(
        'update break_glass set told_at = $2 where id = $1 and told_at is null',
        [id, stamp(at)],
      )
      return rowCount === 1
    },
  }
}

export const postgresUntoldGlass =
  (auth: pg.Pool): UntoldGlass =>
  async () =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        `select distinct b.tenant_id from break_glass b join session s on s.id = b.session_id where ${UNTOLD}`,
      )
    ).map((row) => row.tenant_id)

export const postgresOpenGlass =
  (app: pg.Pool): OpenGlass =>
  (tenant, session, account, now) =>
    asTenant(app, tenant, async (sql) => {
      const { rows } = await sql.query(
        'select 1 from break_glass where session_id = $1 and asked_by = $2 and ends_at > $3',
        [session, account, stamp(now)],
      )
      return rows.length > 0
    })
