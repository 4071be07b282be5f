import type { Judged, Place } from '@ochno/domain/equipment/judge'
import { type Kept, keptOf } from '@ochno/domain/equipment/kept'
import { type Minimums, minimumsOf, minimumsUnder, noPolicy } from '@ochno/domain/equipment/minimums'
import { requirementsOf } from '@ochno/domain/equipment/requirements'
import type { CheckView, TechnicalRequirements } from '@ochno/contract/equipment'
import type { ActId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from '../../ports/asking.ts'
import type { ActInForce, EquipmentCheck } from '../../ports/equipment.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type EquipmentDeps = { readonly store: Store; readonly ids: Ids }

/** What is asked, by whom: the act in force, or the rules that an exam was published with. */
export type Asking = {
  readonly act: { readonly id: ActId; readonly title: string; readonly edition: number } | null
  readonly need: Minimums & { readonly tolerance: number }
  readonly extra: readonly string[]
}

/** What an act leaves to the institution's own table of versions is taken from there. */
const tolerant = (need: Minimums, behind: number): Asking['need'] => ({
  ...need,
  tolerance: need.tolerance ?? behind,
})

export const askingOf = (act: ActInForce | null, behind: number): Asking => ({
  act,
  need: tolerant(minimumsOf(act?.policy ?? noPolicy), behind),
  extra: [],
})

export async function asking(tx: Tx, session: SessionId | null): Promise<Asking> {
  const { behind } = await tx.equipment.browsers()
  const rules = session === null ? null : await tx.rules.ofSession(session)
  if (rules === null || rules.frozen === null || rules.act === null)
    return askingOf(await tx.equipment.actInForce(), behind)
  const { frozen, act, policy, card } = rules
  return {
    act: { id: frozen.act, title: frozen.quote, edition: frozen.edition },
    need: tolerant(minimumsUnder(act, policy), behind),
    extra: card.requirements,
  }
}

/** Of the fresh full check on this very device, what a check at a door need not ask again. */
export async function keptFor(
  tx: Tx,
  asker: Asker,
  device: string | null,
  { need }: Asking,
  now: Instant,
): Promise<(Kept & NonNullable<EquipmentCheck['taken']>) | null> {
  const full = device === null ? null : await tx.equipment.full(asker.account, device)
  const kept = keptOf(full, device, need, now)
  if (!full || !kept) return null
  const items = [...(kept.toneHeard ? (['speakers'] as const) : []), ...kept.declared]
  return { ...kept, check: full.id, at: full.at.toString(), items }
}

type Source = Judged['source']
const plainSource = (source: Source) =>
  source.from === 'act' ? { from: source.from, clauses: [...source.clauses] } : { ...source }

export function rulesView(institution: string, { act, need, extra }: Asking): TechnicalRequirements {
  return {
    institution,
    act: act && { title: act.title, edition: act.edition },
    requirements: requirementsOf(need).map(({ item, values, source }) => ({
      item,
      values: { ...values },
      source: plainSource(source),
    })),
    appliesToStaff: need.appliesToStaff,
    answered: need.answered,
    extra: [...extra],
  }
}

export const checkView = (check: EquipmentCheck): CheckView => ({ id: check.id, ...shownOf(check) })

/** Of a check that may be kept nowhere. */
export const shownOf = (
  check: Omit<EquipmentCheck, 'id' | 'account' | 'declared' | 'device'>,
): Omit<CheckView, 'id'> => ({
  place: check.place,
  session: check.session,
  at: check.at.toString(),
  act: check.act?.title ?? null,
  outcome: check.outcome,
  rows: check.rows.map(({ item, verdict, why, source }) => ({
    item,
    verdict,
    why,
    source: plainSource(source),
  })),
  facts: check.facts as CheckView['facts'],
  acknowledgedAt: check.acknowledgedAt?.toString() ?? null,
  riskTaken: check.riskTaken,
  taken: check.taken && { at: check.taken.at, items: [...check.taken.items] },
})

/** Whose machine it is: an examinee's, or that of somebody who works here. */
export const placeFor = (asker: Asker, asked: Place): Place =>
  asked === 'examinee' && asker.roles.includes('examinee') ? 'examinee' : 'staff'
