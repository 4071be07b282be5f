import { act, type ActFacts, type ActRefusal } from '@ochno/domain/lifecycle/act'
import { decideMove, type LifecycleRefusal } from '@ochno/domain/lifecycle/machine'
import { effectiveFrom } from '@ochno/domain/regulation/act-card'
import { actCard, type ActNumber } from '@ochno/domain/regulation/acts'
import { type CardGap, cardGaps } from '@ochno/domain/regulation/card-gaps'
import { type CardField, cardParts, mayChangeField } from '@ochno/domain/regulation/card-stages'
import type { Instant } from '@ochno/domain/time'
import type { ActCommand } from '@ochno/domain/lifecycle/act'
import type { ActEdition, EditionCard } from '../../ports/acts.ts'
import { type Keeper, partyOf } from './deps.ts'

export const emptyCard = (title: string): EditionCard => ({
  title,
  code: null,
  approver: { post: '', name: '' },
  order: null,
  approvedOn: null,
  force: 'chosen',
  effectiveFrom: null,
  steps: [],
  grounds: [],
  otherActs: [],
  signature: null,
  publicUrl: null,
})

/** The title page of one of the five acts, as it was published. */
export function cardOfPreset(number: ActNumber): EditionCard {
  const card = actCard(number)
  return {
    title: `${card.kind} «${card.title}»`,
    code: card.documentCode,
    approver: { post: card.approvedBy.post, name: card.approvedBy.name },
    order: card.approvedBy.order,
    approvedOn: card.approvedBy.date,
    force: card.force,
    effectiveFrom: effectiveFrom(card),
    steps: card.steps,
    grounds: card.grounds,
    otherActs: card.otherActs,
    signature: card.signature,
    publicUrl: null,
  }
}

/** An edition after this one: it is considered, approved, begins, is signed and published anew. */
export const cardAfter = (base: EditionCard): EditionCard => ({
  ...base,
  order: null,
  approvedOn: null,
  effectiveFrom: null,
  steps: base.steps.map((step) => ({ ...step, number: null, date: null })),
  signature: null,
  publicUrl: null,
})

/** An act that begins with its order has one day for both (TR-18). */
export const withItsDay = (card: EditionCard): EditionCard =>
  card.force === 'order_date' ? { ...card, effectiveFrom: card.approvedOn } : card

const fields = Object.keys(cardParts) as readonly CardField[]

/** What a change touches though it stands at this stage. */
export const closedFields = (edition: ActEdition, after: EditionCard): readonly CardField[] =>
  fields.filter(
    (field) =>
      !mayChangeField(edition.state, field) &&
      // Stored JSON does not keep the order of members.
      canonical(edition.card[field]) !== canonical(after[field]),
  )

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

export const factsOf = (card: EditionCard, today: string, newEditionEffective = false): ActFacts => ({
  stepsOpen: new Set(cardGaps(card).flatMap(({ step }) => (step === null ? [] : [step]))).size,
  councilsConfigured: card.steps.length > 0,
  // 001 was approved without an order number, so the day is what counts.
  orderGiven: card.approvedOn !== null,
  effectiveDateReached: card.effectiveFrom === null ? null : card.effectiveFrom <= today,
  newEditionEffective,
})

export type CommandRefusal = ActRefusal | LifecycleRefusal | 'no_approver' | 'effect_before_approval'

/** What a person asks of an edition, decided by SM-15; approval also wants the day of effect (TR-18). */
export function decideCommand(edition: ActEdition, keeper: Keeper, command: ActCommand, now: Instant) {
  const party = partyOf(keeper)
  if (party === null) return { ok: false as const, why: 'not_yours' as CommandRefusal }
  const outcome = decideMove(act, edition.state, command, party, factsOf(edition.card, ''), now)
  if (outcome.ok && command === 'approve' && edition.card.effectiveFrom === null)
    return { ok: false as const, why: 'no_effective_date' as CommandRefusal }
  if (outcome.ok && command === 'approve' && edition.card.approver.name.trim() === '')
    return { ok: false as const, why: 'no_approver' as CommandRefusal }
  if (outcome.ok && command === 'approve' && cardGaps(edition.card).some(beginsTooEarly))
    return { ok: false as const, why: 'effect_before_approval' as CommandRefusal }
  return outcome
}

const beginsTooEarly = ({ why }: CardGap): boolean => why === 'effect_before_approval'
