import { act, type ActFacts, type ActRefusal } from '@ochno/domain/lifecycle/act'
import { decideMove, type LifecycleRefusal } from '@ochno/domain/lifecycle/machine'
import { effectiveFrom } from '@ochno/domain/regulation/act-card'
import { actCard, type ActNumber } from '@ochno/domain/regulation/acts'
import type { Instant } from '@ochno/domain/time'
import type { ActCommand } from '@ochno/domain/lifecycle/act'
import type { ActEdition, EditionCard } from '../../ports/acts.ts'
import { type Keeper, partyOf } from './deps.ts'

export const emptyCard = (title: string): EditionCard => ({
  title,
  code: null,
  order: null,
  approvedOn: null,
  effectiveFrom: null,
  steps: [],
  grounds: [],
  signature: null,
})

/** The title page of one of the five acts, as it was published. */
export function cardOfPreset(number: ActNumber): EditionCard {
  const card = actCard(number)
  return {
    title: `${card.kind} «${card.title}»`,
    code: card.documentCode,
    order: card.approvedBy.order,
    approvedOn: card.approvedBy.date,
    effectiveFrom: effectiveFrom(card),
    steps: card.steps.map(({ body, number, date }) => ({ body, number, date })),
    grounds: card.grounds.map((one) =>
      [one.act, one.number && `№ ${one.number}`, one.date && `от ${one.date}`].filter(Boolean).join(' '),
    ),
    signature: card.signature,
  }
}

/** An act agrees before it is approved: a step dated later is still open. */
const isOpen = (step: EditionCard['steps'][number], approvedOn: string | null): boolean =>
  step.body.trim() === '' || step.date === null || (approvedOn !== null && step.date > approvedOn)

export const factsOf = (card: EditionCard, today: string, newEditionEffective = false): ActFacts => ({
  stepsOpen: card.steps.filter((step) => isOpen(step, card.approvedOn)).length,
  councilsConfigured: card.steps.length > 0,
  // 001 was approved without an order number, so the day is what counts.
  orderGiven: card.approvedOn !== null,
  effectiveDateReached: card.effectiveFrom === null ? null : card.effectiveFrom <= today,
  newEditionEffective,
})

export type CommandRefusal = ActRefusal | LifecycleRefusal

/** What a person asks of an edition, decided by SM-15; approval also wants the day of effect (TR-18). */
export function decideCommand(edition: ActEdition, keeper: Keeper, command: ActCommand, now: Instant) {
  const party = partyOf(keeper)
  if (party === null) return { ok: false as const, why: 'not_yours' as CommandRefusal }
  const outcome = decideMove(act, edition.state, command, party, factsOf(edition.card, ''), now)
  if (outcome.ok && command === 'approve' && edition.card.effectiveFrom === null)
    return { ok: false as const, why: 'no_effective_date' as CommandRefusal }
  return outcome
}
