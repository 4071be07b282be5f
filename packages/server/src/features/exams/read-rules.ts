// What applies to an exam: of a published one as it was frozen, of a draft as the act in force would have it today.
import type { ExamRulesView } from '@ochno/contract/exam-card'
import { type ExamCard, plainCard } from '@ochno/domain/exam/card'
import { materialsOf } from '@ochno/domain/exam/permissions'
import { asksProgramme, overridesOf } from '@ochno/domain/exam/problems'
import type { ExamId } from '@ochno/domain/ids'
import { undecided } from '@ochno/domain/policy/act-policy'
import { type EffectivePolicy, effectivePolicy, type Origin } from '@ochno/domain/policy/effective'
import type { Value } from '@ochno/domain/policy/parameter'
import { previewOfExam } from '@ochno/domain/policy/preview'
import { policyKeys } from '@ochno/domain/policy/schema'
import type { Instant } from '@ochno/domain/time'
import type { ActEdition } from '../../ports/acts.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import { type ExamDeps, type Maker, no } from './deps.ts'
import { editionInForce, problemsOf, programmeOf, quoteOfEdition } from './publish.ts'
import { isShutTo, isToldTask } from './told-to.ts'

export const plainValue = (value: Value): boolean | number | string | string[] =>
  typeof value === 'object' ? [...value] : value

const groundOf = (origin: Origin): string | null =>
  origin.from === 'law'
    ? origin.law
    : (origin.from === 'decision' || origin.from === 'exam') && origin.ground !== ''
      ? origin.ground
      : null

const rowsOf = (policy: EffectivePolicy): ExamRulesView['rows'] =>
  policyKeys.flatMap((key) => {
    const { value, origin } = policy[key]
    if (value === null || origin.from === 'nobody') return []
    const clauses = origin.from === 'act' ? [...origin.clauses] : []
    return [{ key, value: plainValue(value), from: origin.from, clauses, ground: groundOf(origin) }]
  })

const plainCardOf = (card: ExamCard): ExamRulesView['card'] => ({
  ...card,
  switches: card.switches.map((one) => ({ ...one })),
  software: card.software.map((one) => ({ ...one })),
  requirements: [...card.requirements],
  overrides: card.overrides.map((one) => ({ ...one, value: plainValue(one.value) })),
})

const told = (exam: ExamId, act: string, card: ExamCard, policy: EffectivePolicy) => {
  const { examinee, proctor, teacher } = previewOfExam(act, policy)
  return {
    exam,
    card: plainCardOf(card),
    rows: rowsOf(policy),
    materials: materialsOf(act, card).map(({ wording, clause }) => ({ wording, clause })),
    words: { examinee: [...examinee], proctor: [...proctor], teacher: [...teacher] },
  }
}

const nothing = { rows: [], materials: [], words: { examinee: [], proctor: [], teacher: [] } }

/** As published; without an act there is nothing to tell. */
function published({ exam, act, frozen, policy, card }: ExamRules): ExamRulesView {
  if (act === null || frozen === null)
    return {
      exam,
      card: plainCardOf(card),
      act: null,
      frozen: null,
      problems: [],
      undecided: [],
      programmeMissing: false,
      ...nothing,
    }
  return {
    ...told(exam, act, card, policy),
    act: { id: frozen.act, edition: frozen.edition, quote: frozen.quote },
    frozen: { at: frozen.takenAt.toString(), sha256: frozen.sha256 },
    problems: [],
    undecided: [],
    programmeMissing: false,
  }
}

function asDraft(
  exam: ExamId,
  edition: ActEdition,
  card: ExamCard,
  lengthMinutes: number,
  programme: Awaited<ReturnType<typeof programmeOf>>,
): ExamRulesView {
  const { policy } = edition
  const problems = problemsOf(edition, card, lengthMinutes, programme)
  // What is refused is told as a problem; the rest of the card is shown as it would apply.
  const made = effectivePolicy(policy, overridesOf(card, lengthMinutes))
  const without = made.ok ? made : effectivePolicy(policy)
  return {
    ...told(exam, policy.act, card, (without as { policy: EffectivePolicy }).policy),
    act: { id: edition.id, edition: edition.edition, quote: quoteOfEdition(edition) },
    frozen: null,
    problems: problems.map((one) => ({ ...one, clauses: [...one.clauses] })),
    undecided: [...undecided(policy)],
    programmeMissing: programme === null && asksProgramme(policy),
  }
}

const withoutTask = (view: ExamRulesView): ExamRulesView => ({
  ...view,
  card: { ...view.card, delivery: { ...view.card.delivery, address: null } },
})

export const readExamRules = (deps: ExamDeps, reader: Maker, id: ExamId, now: Instant) =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const answer = (view: ExamRulesView) => ({
      ok: true as const,
      body: isToldTask(reader) ? view : withoutTask(view),
    })
    const [exam, rules] = [await tx.exams.find(id), await tx.rules.ofExam(id)]
    if (!exam || !rules || (await isShutTo(tx, reader, id))) return no('not_found')
    if (exam.state === 'published') return answer(published(rules))
    const edition = await editionInForce(tx, now)
    if (!edition) return answer(published(rules))
    const card = exam.card ?? plainCard
    return answer(asDraft(id, edition, card, exam.lengthMinutes, await programmeOf(tx, id)))
  })
