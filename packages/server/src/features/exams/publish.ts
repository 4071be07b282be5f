// From a draft to an exam that people take: the edition in force and the card become its rules for good (R0-1.4n, R0-7.5).
import { proctoringAllowed } from '@ochno/domain/application/submission'
import { mayPublish } from '@ochno/domain/consent/refusal'
import { type ExamCard, plainCard } from '@ochno/domain/exam/card'
import { overridesOf, problemsOfCard, problemsOfProgramme, saidOf } from '@ochno/domain/exam/problems'
import type { ExamId } from '@ochno/domain/ids'
import { refuseProctoring, settingOf } from '@ochno/domain/policy/act-policy'
import { effectivePolicy } from '@ochno/domain/policy/effective'
import { snapshot } from '@ochno/domain/policy/snapshot'
import { type Instant, isBefore } from '@ochno/domain/time'
import type { ActEdition } from '../../ports/acts.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Exam, FrozenRules } from '../../ports/exams.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type ExamDeps, examView, hex, type Maker, no } from './deps.ts'

/**
 * The edition that is in force today. An approved one whose day has come counts before anybody turned it over, and one
 * whose day has not come never does (R0-7.3).
 */
export async function editionInForce(tx: Tx, now: Instant): Promise<ActEdition | null> {
  const editions = await tx.acts.list()
  if (!editions.some(({ state }) => state === 'approved' || state === 'effective')) return null
  const today = now
    .toZonedDateTimeISO((await tx.institutions.own()).zone)
    .toPlainDate()
    .toString()
  const begun = editions
    .filter(({ state, card }) => state === 'approved' && (card.effectiveFrom ?? '9999') <= today)
    .sort((a, b) => ((a.card.effectiveFrom ?? '') < (b.card.effectiveFrom ?? '') ? 1 : -1))
  return begun[0] ?? editions.find(({ state }) => state === 'effective') ?? null
}

const russianDay = (day: string): string => day.split('-').reverse().join('.')

/** The edition as a protocol quotes it. */
export const quoteOfEdition = ({ card, edition }: ActEdition): string =>
  [
    card.title,
    `редакция ${edition}`,
    card.order
      ? `приказ ${card.order}${card.approvedOn ? ` от ${russianDay(card.approvedOn)}` : ''}`
      : card.approvedOn && `утверждено ${russianDay(card.approvedOn)}`,
    card.effectiveFrom && `действует с ${russianDay(card.effectiveFrom)}`,
  ]
    .filter(Boolean)
    .join(', ')

export function rulesToFreeze(
  digest: Digest,
  edition: ActEdition,
  card: ExamCard,
  lengthMinutes: number,
  now: Instant,
): FrozenRules | null {
  const made = effectivePolicy(edition.policy, overridesOf(card, lengthMinutes))
  if (!made.ok) return null
  const quote = quoteOfEdition(edition)
  const taken = snapshot(edition.policy.act, { id: edition.id, quote }, made.policy, now)
  const said = JSON.stringify({ ...taken, takenAt: now.toString(), card })
  return {
    act: edition.id,
    edition: edition.edition,
    quote,
    takenAt: now,
    policy: taken.policy,
    sha256: digest(said),
  }
}

/** Of the programme an exam belongs to; null when nobody has said which. */
export async function programmeOf(tx: Tx, exam: ExamId): Promise<Programme | null> {
  const { programme } = await tx.institutions.examPlace(exam)
  const facts = programme && (await tx.institutions.parts()).find(({ id }) => id === programme)?.facts
  return facts && facts.kind === 'programme' ? facts : null
}
type Programme = Parameters<typeof problemsOfProgramme>[2]

export const problemsOf = (
  { policy }: ActEdition,
  card: ExamCard,
  lengthMinutes: number,
  programme: Programme | null,
) => [
  ...problemsOfCard(policy, card, lengthMinutes),
  ...(programme ? problemsOfProgramme(policy, card, programme) : []),
]

/** What keeps a card from being published under an edition. */
export function refusePublishing(
  edition: ActEdition | null,
  card: ExamCard,
  lengthMinutes: number,
  programme: Programme | null,
) {
  if (!edition) return no('no_act_in_force')
  const stands = refuseProctoring(edition.policy)
  if (stands?.why === 'not_regulated') return no('not_regulated')
  if (stands) return { ...no('undecided'), fields: [...stands.keys] }
  const problems = problemsOf(edition, card, lengthMinutes, programme)
  if (problems.length === 0) return null
  return {
    ...no('card_not_in_act'),
    fields: problems.map(({ at, why, clauses }) => `${at}|${why}|${clauses.join(', ')}`),
  }
}

/** 003 1.5: until its application is approved an exam has no proctoring. One held in a classroom uses no service. */
async function applicationMissing(
  tx: Tx,
  edition: ActEdition,
  exam: ExamId,
  card: ExamCard,
): Promise<boolean> {
  const asked = settingOf(edition.policy, 'application.required')
  if (!('value' in asked) || asked.value !== 'required' || card.mode === 'offline') return false
  const state = (await tx.applications.ofExam(exam))?.state ?? null
  return !proctoringAllowed({ leadDays: 0 }, state)
}

/** P-12: whoever says no takes the same exam in another way, and that way has a name before anybody is asked. */
async function alternativeMissing(tx: Tx, { policy }: ActEdition, card: ExamCard): Promise<boolean> {
  const voluntary = saidOf(policy, 'consent.voluntary') === true
  const alternatives = (await tx.consents.settings())?.alternatives ?? []
  return card.mode !== 'offline' && !mayPublish({ voluntary, alternatives })
}

/** An application that was approved belongs to its exam from now on (SM-16). */
async function linkApplication(tx: Tx, maker: Maker, exam: ExamId, now: Instant): Promise<void> {
  const before = await tx.applications.hold(exam)
  if (before?.state !== 'approved') return
  await tx.applications.save({ ...before, state: 'linked', changedAt: now })
  await tx.applications.addStep(before.id, { command: 'link', by: maker.account, at: now, words: '' })
}

/** The rules an exam made without a card gets at once: those in force, if they let it be proctored. */
export async function rulesInForce(tx: Tx, digest: Digest, exam: Exam, now: Instant) {
  const edition = await editionInForce(tx, now)
  if (!edition) return { edition: null, rules: null }
  const refused =
    refusePublishing(edition, plainCard, exam.lengthMinutes, await programmeOf(tx, exam.id)) !== null ||
    (await applicationMissing(tx, edition, exam.id, plainCard)) ||
    (await alternativeMissing(tx, edition, plainCard))
  return {
    edition,
    rules: refused ? null : rulesToFreeze(digest, edition, plainCard, exam.lengthMinutes, now),
  }
}

export const publishExam = (deps: ExamDeps, maker: Maker, id: ExamId, now: Instant) =>
  deps.store.inTenant(maker.tenant, async (tx) => {
    const exam = await tx.exams.hold(id)
    if (!exam) return no('not_found')
    if (exam.state !== 'draft') return no('exam_published')
    if (!isBefore(now, exam.closesAt)) return no('already_over')
    const card = exam.card ?? plainCard
    const edition = await editionInForce(tx, now)
    const refused = refusePublishing(edition, card, exam.lengthMinutes, await programmeOf(tx, id))
    if (refused) return refused
    if (edition && (await applicationMissing(tx, edition, id, card))) return no('application_needed')
    if (edition && (await alternativeMissing(tx, edition, card))) return no('no_alternative')
    const rules = edition && rulesToFreeze(deps.digest, edition, card, exam.lengthMinutes, now)
    if (!rules) return no('card_not_in_act')
    await tx.exams.freeze(id, rules)
    const published: Exam = { ...exam, card, state: 'published' }
    await tx.exams.save(published)
    await linkApplication(tx, maker, id, now)
    const { act, edition: number, quote } = rules
    const sha256 = hex(rules.sha256)
    await tx.audit(entry(maker, now, 'exam.publish', id, { act, edition: number, quote, sha256 }))
    return { ok: true as const, body: examView({ ...exam, ...published }) }
  })
