import type { ActId, TenantId } from '@ochno/domain/ids'
import type { ActState } from '@ochno/domain/lifecycle/act'
import type { Decisions, StatedPolicy } from '@ochno/domain/policy/act-policy'
import type pg from 'pg'
import type { ActEdition, Acts, EditionCard, WaitingActs } from '../../ports/acts.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: ActId
  edition: number
  preset: string
  state: ActState
  card: EditionCard
  stated: StatedPolicy
  decisions: Decisions
  changed_at: Date
}

const SELECT = 'select id, edition, preset, state, card, stated, decisions, changed_at from act_edition'

/** Cards kept before they had these fields read on. */
const cardOf = (kept: Partial<EditionCard> & Pick<EditionCard, 'title'>): EditionCard => ({
  code: null,
  approver: { post: '', name: '' },
  order: null,
  approvedOn: null,
  force: 'chosen',
  effectiveFrom: null,
  otherActs: [],
  signature: null,
  publicUrl: null,
  ...kept,
  steps: (kept.steps ?? []).map((step) => ({
    ...step,
    kind: step.kind ?? 'agreed',
    numbered: step.numbered ?? step.number !== null,
  })),
  grounds: (kept.grounds ?? []).map((ground: EditionCard['grounds'][number] | string) =>
    typeof ground === 'string' ? { act: ground, number: null, date: null } : ground,
  ),
})

const editionOf = (row: Row): ActEdition => ({
  id: row.id,
  edition: row.edition,
  state: row.state,
  card: cardOf(row.card),
  policy: { act: row.preset, stated: row.stated, decisions: row.decisions },
  changedAt: time(row.changed_at),
})

const valuesOf = ({ id, edition, policy, state, card, changedAt }: ActEdition, tenant: TenantId) => [
  id,
  tenant,
  edition,
  policy.act,
  state,
  JSON.stringify(card),
  JSON.stringify(policy.stated),
  JSON.stringify(policy.decisions),
  stamp(changedAt),
]

export const postgresActs = (sql: Sql, tenant: TenantId): Acts => {
  const one = async (id: ActId, lock: string) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where id = $1${lock}`, [id])
    return row ? editionOf(row) : null
  }
  return {
    list: async () => (await rowsOf<Row>(sql, `${SELECT} order by edition desc limit 500`)).map(editionOf),
    find: (id) => one(id, ''),
    hold: (id) => one(id, ' for no key update'),
    turning: async () =>
      (
        await rowsOf<Row>(
          sql,
          `${SELECT} where state in ('approved', 'effective')
             and exists (select from act_edition where state = 'approved') order by edition for no key update`,
        )
      ).map(editionOf),
    add: async (edition) => {
      await sql.query(
        `insert into act_edition (id, tenant_id, edition, preset, state, card, stated, decisions, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        valuesOf(edition, tenant),
      )
    },
    save: async (edition) => {
      await sql.query(
        `update act_edition set edition = $3, preset = $4, state = $5, card = $6, stated = $7, decisions = $8, changed_at = $9
         where id = $1 and tenant_id = $2`,
        valuesOf(edition, tenant),
      )
    },
  }
}

export const postgresWaitingActs =
  (auth: pg.Pool): WaitingActs =>
  async () =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        `select distinct tenant_id from act_edition where state = 'approved'`,
      )
    ).map((row) => row.tenant_id)
