// The day of effect comes by itself: the edition begins, and the one before ends with it (SM-15, TR-18, R0-7.5).
import type { TenantId } from '@ochno/domain/ids'
import { act, type ActCommand } from '@ochno/domain/lifecycle/act'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import type { Instant } from '@ochno/domain/time'
import type { ActEdition } from '../../ports/acts.ts'
import type { Store, Tx } from '../../ports/store.ts'
import { factsOf } from './card.ts'

const dayIn = (zone: string, now: Instant): string => now.toZonedDateTimeISO(zone).toPlainDate().toString()

const byDay = (a: ActEdition, b: ActEdition): number => {
  const [one, other] = [a.card.effectiveFrom ?? '', b.card.effectiveFrom ?? '']
  return one === other ? a.edition - b.edition : one < other ? -1 : 1
}

/** Brings the editions of an institution to this day, within a transaction of it. */
export async function turnWithin(tx: Tx, tenant: TenantId, now: Instant): Promise<void> {
  const turning = await tx.acts.turning()
  const waiting = turning.filter(({ state }) => state === 'approved').sort(byDay)
  if (waiting.length === 0) return
  const today = dayIn((await tx.institutions.own()).zone, now)
  let inForce = turning.find(({ state }) => state === 'effective') ?? null
  const move = async (edition: ActEdition, command: ActCommand, newer: boolean) => {
    const decided = decideMove(
      act,
      edition.state,
      command,
      'system',
      factsOf(edition.card, today, newer),
      now,
    )
    if (!decided.ok) return null
    const moved = { ...edition, state: decided.event.to, changedAt: now }
    await tx.acts.save(moved)
    await tx.audit({
      at: now,
      tenant,
      actor: 'system',
      role: 'system',
      action: `act.${command}`,
      object: edition.id,
      purpose: 'deadline',
      result: 'ok',
      details: { from: edition.state, to: moved.state, clause: decided.event.clause },
    })
    return moved
  }
  for (const edition of waiting) {
    if (edition.card.effectiveFrom === null || edition.card.effectiveFrom > today) continue
    if (inForce) await move(inForce, 'supersede', true)
    inForce = await move(edition, 'take_effect', false)
  }
}

export const turnEditions = (
  deps: { readonly store: Store },
  tenant: TenantId,
  now: Instant,
): Promise<void> => deps.store.inTenant(tenant, (tx) => turnWithin(tx, tenant, now))
