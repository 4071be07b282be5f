import type { Judged, Place } from '@ochno/domain/equipment/judge'
import { type Minimums, minimumsOf, minimumsUnder, noPolicy } from '@ochno/domain/equipment/minimums'
import { requirementsOf } from '@ochno/domain/equipment/requirements'
import type { CheckView, TechnicalRequirements } from '@ochno/contract/equipment'
import type { ActId, SessionId } from '@ochno/domain/ids'
import type { Asker } from '../../ports/asking.ts'
import type { ActInForce, EquipmentCheck } from '../../ports/equipment.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type EquipmentDeps = { readonly store: Store; readonly ids: Ids }

/** What is asked, by whom: the act in force, or the rules that an exam was published with. */
export type Asking = {
  readonly act: { readonly id: ActId; readonly title: string; readonly edition: number } | null
  readonly need: Minimums
  readonly extra: readonly string[]
}

export const askingOf = (act: ActInForce | null): Asking => ({
  act,
  need: minimumsOf(act?.policy ?? noPolicy),
  extra: [],
})

export async function asking(tx: Tx, session: SessionId | null): Promise<Asking> {
  const rules = session === null ? null : await tx.rules.ofSession(session)
  if (rules === null || rules.frozen === null || rules.act === null)
    return askingOf(await tx.equipment.actInForce())
  const { frozen, act, policy, card } = rules
  return {
    act: { id: frozen.act, title: frozen.quote, edition: frozen.edition },
    need: minimumsUnder(act, policy),
    extra: card.requirements,
  }
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
    extra: [...extra],
  }
}

export const checkView = (check: EquipmentCheck): CheckView => ({
  id: check.id,
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
})

/** Whose machine it is: an examinee's, or that of somebody who works here. */
export const placeFor = (asker: Asker, asked: Place): Place =>
  asked === 'examinee' && asker.roles.includes('examinee') ? 'examinee' : 'staff'
