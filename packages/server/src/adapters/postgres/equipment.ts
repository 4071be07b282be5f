import type { Facts } from '@ochno/domain/equipment/facts'
import type { Judged, Outcome, Place } from '@ochno/domain/equipment/judge'
import { usualTolerance } from '@ochno/domain/equipment/minimums'
import type { AccountId, ActId, CheckId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Decisions, StatedPolicy } from '@ochno/domain/policy/act-policy'
import type pg from 'pg'
import type { ActInForce, EquipmentCheck, EquipmentStore, PublishedRules } from '../../ports/equipment.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: CheckId
  account_id: AccountId
  session_id: SessionId | null
  place: Place
  at: Date
  act_id: ActId | null
  act_title: string | null
  facts: Facts
  rows: Judged[]
  outcome: Outcome
  declared: string[]
  risk_taken: boolean
  acknowledged_at: Date | null
  device: string | null
  taken: EquipmentCheck['taken']
}

const COLUMNS = `c.id, c.account_id, c.session_id, c.place, c.at, c.act_id, c.act_title, c.facts, c.rows, c.outcome,
  c.declared, c.risk_taken, c.acknowledged_at, c.device, c.taken`
/** Of one person, beside those that belong to a session. */
const KEPT = 20

const checkOf = (row: Row): EquipmentCheck => ({
  id: row.id,
  account: row.account_id,
  session: row.session_id,
  place: row.place,
  at: time(row.at),
  act: row.act_id === null ? null : { id: row.act_id, title: row.act_title ?? '' },
  facts: row.facts,
  rows: row.rows,
  outcome: row.outcome,
  declared: row.declared,
  riskTaken: row.risk_taken,
  acknowledgedAt: timeOrNull(row.acknowledged_at),
  device: row.device,
  taken: row.taken,
})

type ActRow = {
  id: ActId
  title: string
  edition: number
  preset: string
  stated: StatedPolicy
  decisions: Decisions
}
const ACT = `select id, card ->> 'title' as title, edition, preset, stated, decisions from act_edition
  where state = 'effective'`
const actOf = (row: ActRow): ActInForce => ({
  id: row.id,
  title: row.title,
  edition: row.edition,
  policy: { act: row.preset, stated: row.stated, decisions: row.decisions },
})

export const postgresEquipment = (sql: Sql, tenant: TenantId): EquipmentStore => {
  const one = async (rest: string, values: unknown[]) => {
    const [row] = await rowsOf<Row>(sql, `select ${COLUMNS} from equipment_check c ${rest}`, values)
    return row ? checkOf(row) : null
  }
  return {
    actInForce: async () => {
      const [row] = await rowsOf<ActRow>(sql, ACT)
      return row ? actOf(row) : null
    },
    last: (account, place) =>
      one('where account_id = $1 and place = $2 order by at desc, id desc limit 1', [account, place]),
    atDoor: (session, account) =>
      one(
        `where account_id = $2 and place = 'examinee' and session_id = $1 order by at desc, id desc limit 1`,
        [session, account],
      ),
    full: (account, device) =>
      one(
        `where account_id = $1 and place = 'examinee' and device = $2 and outcome = 'fit' and taken is null
           and acknowledged_at is not null order by at desc, id desc limit 1`,
        [account, device],
      ),
    ofSession: (session, account, until) =>
      one(
        `where account_id = $2 and place = 'examinee' and ($3::timestamptz is null or at <= $3)
           and (session_id = $1 or (session_id is null and outcome <> 'blocked'))
         order by at desc, id desc limit 1`,
        [session, account, until ? stamp(until) : null],
      ),
    hold: (id) => one('where id = $1 for no key update', [id]),
    put: async (check) => {
      await sql.query(
        `insert into equipment_check (id, tenant_id, account_id, session_id, place, at, act_id, act_title, facts, rows,
           outcome, declared, risk_taken, acknowledged_at, device, taken)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         on conflict (id) do update set at = excluded.at, act_id = excluded.act_id, act_title = excluded.act_title,
           facts = excluded.facts, rows = excluded.rows, outcome = excluded.outcome, declared = excluded.declared,
           risk_taken = excluded.risk_taken, acknowledged_at = excluded.acknowledged_at,
           device = excluded.device, taken = excluded.taken`,
        [
          check.id,
          tenant,
          check.account,
          check.session,
          check.place,
          stamp(check.at),
          check.act?.id ?? null,
          check.act?.title ?? null,
          JSON.stringify(check.facts),
          JSON.stringify(check.rows),
          check.outcome,
          JSON.stringify(check.declared),
          check.riskTaken,
          stamp(check.acknowledgedAt),
          check.device,
          check.taken && JSON.stringify(check.taken),
        ],
      )
      await sql.query(
        `delete from equipment_check where session_id is null and account_id = $1 and id in (
           select id from equipment_check where account_id = $1 and session_id is null
           order by at desc, id desc offset ${KEPT})`,
        [check.account],
      )
    },
    list: async ({ exam, find, proctor, doubtful }, page) => {
      const found = await readPage<Row & { full_name: string }>(
        sql,
        tenant,
        {
          name: 'checks',
          select: 'last.*',
          from: `from (
             select distinct on (c.account_id) ${COLUMNS}, a.full_name
             from equipment_check c join account a on a.id = c.account_id
             where position(lower($1) in lower(a.full_name)) > 0
               and ($2::text is null or exists (
                 select from session s where s.examinee_id = c.account_id and s.exam_id = $2))
               and ($3::text is null or c.account_id = $3 or exists (
                 select from session s join assignment g on g.session_id = s.id and g.removed_at is null
                 where s.examinee_id = c.account_id and g.proctor_id = $3))
             order by c.account_id, c.at desc, c.id desc) last where (not $4 or last.outcome <> 'fit' or last.risk_taken)`,
          values: [find, exam, proctor, doubtful],
          by: [
            {
              sql: 'last.full_name collate "ru-x-icu"',
              as: 'text',
              kept: 'select full_name from account where id = $1',
            },
            { sql: 'last.account_id', as: 'text' },
          ],
        },
        page,
      )
      return (
        found && { ...found, rows: found.rows.map((row) => ({ name: row.full_name, check: checkOf(row) })) }
      )
    },
    browsers: async () => {
      const rows = await rowsOf<{ brand: string; major: number; changed_at: Date }>(
        sql,
        'select brand, major, changed_at from browser_version order by changed_at desc',
      )
      const [own] = await rowsOf<{ behind: number | null }>(
        sql,
        'select browsers_behind as behind from tenant where id = $1',
        [tenant],
      )
      return {
        behind: own?.behind ?? usualTolerance,
        newest: Object.fromEntries(rows.map(({ brand, major }) => [brand, major])),
        changedAt: rows[0] ? time(rows[0].changed_at) : null,
      }
    },
    setBrowsers: async (newest, behind, at) => {
      await sql.query('update tenant set browsers_behind = $2 where id = $1', [tenant, behind])
      for (const [brand, major] of Object.entries(newest))
        if (major === null) await sql.query('delete from browser_version where brand = $1', [brand])
        else
          await sql.query(
            `insert into browser_version (tenant_id, brand, major, changed_at) values ($1, $2, $3, $4)
             on conflict (tenant_id, brand) do update set major = excluded.major, changed_at = excluded.changed_at`,
            [tenant, brand, major, stamp(at)],
          )
    },
  }
}

export const postgresPublishedRules =
  (auth: pg.Pool): PublishedRules =>
  async (institution) => {
    const [found] = await rowsOf<{ id: TenantId; name: string; behind: number | null }>(
      auth,
      'select id, name, browsers_behind as behind from tenant where $1::text is null or id = $1 order by created_at, id limit 1',
      [institution],
    )
    if (!found) return null
    const [act] = await rowsOf<ActRow>(auth, `${ACT} and tenant_id = $1`, [found.id])
    return {
      id: found.id,
      institution: found.name,
      act: act ? actOf(act) : null,
      behind: found.behind ?? usualTolerance,
    }
  }
