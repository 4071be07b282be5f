import type { DestructionView } from '@ochno/contract/retention'
import { onlyAssigned } from '@ochno/domain/access/may'
import { roleMay } from '@ochno/domain/access/table'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Destruction } from '../../ports/retention.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { dayIn, type Keeper, no, type RetentionDeps, zoneOf } from './deps.ts'
import { keptFor } from '../../ports/kept-for.ts'
import { judged, lineOf } from './terms.ts'

export const viewOf = (one: Destruction): DestructionView => ({
  id: one.id,
  number: one.number,
  state: one.state,
  ground: one.ground,
  prepared: { id: one.preparedBy, name: one.preparedName, at: one.preparedAt.toString() },
  confirmed: one.confirmedAt && {
    name: one.confirmedName ?? '',
    at: one.confirmedAt.toString(),
  },
  destroyedAt: one.destroyedAt?.toString() ?? null,
  recordings: one.recordings,
})

export const readRetention = (deps: Pick<RetentionDeps, 'store'>, keeper: Keeper, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const zone = await zoneOf(tx)
    const today = dayIn(now, zone)
    const rows = []
    for (const one of await judged(tx, null, { today, zone }))
      rows.push({ ...one, kept: one.kept && (await keptFor(tx, keeper.account, one.session, one.kept)) })
    const may = (what: 'retention.destroy' | 'retention.hold') =>
      keeper.roles.some((role) => roleMay(role, what))
    return {
      today: today.toString(),
      me: keeper.account,
      rows: rows.map((one) => lineOf(one, today)),
      acts: (await tx.retention.destructions()).map(viewOf),
      mayDestroy: may('retention.destroy'),
      mayHold: may('retention.hold'),
    }
  })

export const readKept = (deps: Pick<RetentionDeps, 'store'>, keeper: Keeper, session: SessionId) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const found = await tx.sessions.find(session)
    if (!found || !(await seen(tx, keeper, found))) return no('not_found')
    const stone = await tx.retention.tombstoneOf(session)
    const at = stone?.keyDestroyedAt ?? null
    const destroyed = stone && at && { number: stone.number, at: at.toString(), sha256: stone.sha256 }
    return { ok: true as const, body: { destroyed } }
  })

/** T-10: a proctor knows of the sessions watched or reviewed, of no others; who answers for personal data, of all. */
async function seen(tx: Tx, keeper: Keeper, { id, proctors }: SessionFacts): Promise<boolean> {
  if (keeper.roles.includes('dpo')) return true
  if (!onlyAssigned(keeper) || proctors.some((one) => one.id === keeper.account)) return true
  return (await tx.reviews.ofSession(id)).some(({ reviewer }) => reviewer === keeper.account)
}
