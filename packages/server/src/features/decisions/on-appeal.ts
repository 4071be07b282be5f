// What an appeal does to a result. The commission speaks; the result that stands is published with its reasons at once.
import type { AppealedResults } from '../../ports/appealed-results.ts'
import { annulling } from '@ochno/domain/decision/decide'
import { resultValues } from '@ochno/domain/decision/values'
import { vocabularyOf } from '@ochno/domain/decision/vocabulary'
import {
  type DecisionCommand,
  type DecisionFacts,
  decision as lifecycle,
} from '@ochno/domain/lifecycle/decision'
import { decideMove, type Party } from '@ochno/domain/lifecycle/machine'
import type { Instant } from '@ochno/domain/time'
import type { KeptDecision, SessionDecision } from '../../ports/decisions.ts'
import type { Tx } from '../../ports/store.ts'
import { relatives } from './publish.ts'

const facts: DecisionFacts = {
  recommendationsShown: true,
  valueInVocabulary: true,
  groundGiven: true,
  deciderProctored: false,
  directorRecommendationMissing: false,
  annulling: false,
  secondPerson: true,
  examineeNotified: true,
  appealFiled: true,
  appealTermOver: false,
  impersonationVerified: false,
}

const move = (
  state: SessionDecision['state'],
  command: DecisionCommand,
  by: Party,
  now: Instant,
  more: Partial<DecisionFacts> = {},
) => decideMove(lifecycle, state, command, by, { ...facts, ...more }, now)

async function consider(tx: Tx, { id, examinee }: Parameters<AppealedResults['consider']>[1], now: Instant) {
  const before = await tx.decisions.ofSession(id)
  const moved = before && move(before.state, 'appeal', 'system', now)
  if (!before || !moved?.ok) return false
  await tx.decisions.save({ ...before, state: moved.event.to }, now)
  await tx.decisions.addStep(id, { at: now, kind: 'appealed', by: examinee, text: '' })
  return true
}

async function lapse(tx: Tx, { id, examinee }: Parameters<AppealedResults['lapse']>[1], now: Instant) {
  const before = await tx.decisions.ofSession(id)
  const moved = before && move(before.state, 'lapse', 'examinee', now)
  if (!before || !moved?.ok) return
  await tx.decisions.save({ ...before, state: moved.event.to }, now)
  await tx.decisions.addStep(id, { at: now, kind: 'lapsed', by: examinee, text: '' })
}

const conclude: AppealedResults['conclude'] = async (tx, { id }, concluded, now) => {
  const before = await tx.decisions.ofSession(id)
  const rules = await tx.rules.ofSession(id)
  const edition = (await tx.protocols.ofSession(id))?.editions.find((one) => one.edition === before?.edition)
  if (!before?.decided || !edition || !rules) return { ok: false, why: 'not_now' }
  const { satisfied, reasoning, chair, second } = concluded
  const value = concluded.value ?? before.decided.value
  // Where only marks are taken off, the result is the one two people may have agreed on before.
  const annuls = concluded.value !== null && annulling.includes(value)
  const moved = move(before.state, satisfied ? 'change' : 'uphold', 'commission', now, {
    valueInVocabulary: vocabularyOf(edition.facts.act, rules.policy, rules.resultsNow).includes(value),
    annulling: annuls,
    secondPerson: second !== null && second.id !== chair.id,
  })
  if (!moved.ok)
    return {
      ok: false,
      why:
        moved.why === 'second_person'
          ? 'other_second_person'
          : moved.why === 'not_in_vocabulary'
            ? 'not_in_vocabulary'
            : 'not_now',
    }
  const said = satisfied ? `${resultValues[value]}. ${reasoning}` : reasoning
  if (!satisfied) {
    await tx.decisions.save({ ...before, state: moved.event.to }, now)
    await tx.decisions.addStep(id, { at: now, kind: 'upheld', by: chair.id, text: said })
    return { ok: true }
  }
  const published = move(moved.event.to, 'publish', 'commission', now)
  if (!published.ok) return { ok: false, why: 'not_now' }
  const post = 'commission' as const
  const decided: KeptDecision =
    concluded.value === null
      ? before.decided
      : {
          ...before.decided,
          value,
          authentic: !annuls,
          ground: reasoning,
          departs: !before.decided.shown.some((shown) => shown.value === value),
          by: { ...chair, post, at: now },
          second: annuls && second ? { ...second, post, at: now } : null,
        }
  const unsatisfactory = value === 'unsatisfactory'
  await tx.decisions.save(
    {
      ...before,
      state: published.event.to,
      decided,
      explanation: reasoning,
      publishedBy: chair,
      publishedAt: now,
      // A debt that came with the result goes with it.
      debt: concluded.value === null || unsatisfactory ? before.debt : null,
    },
    now,
  )
  await tx.decisions.addStep(id, { at: now, kind: 'changed', by: chair.id, text: said })
  return { ok: true }
}

export const appealedResults: AppealedResults = { consider, lapse, conclude, relatives }
