import type { WeightsView } from '@ochno/contract/trust'
import { fairness } from '@ochno/domain/hint/fairness'
import { settingsOfExam } from '@ochno/domain/hint/settings'
import type { Judged } from '@ochno/domain/hint/standing'
import { watchedUnder } from '@ochno/domain/hint/told'
import type { ExamId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { Instant } from '@ochno/domain/time'
import { bandOf, refuseWeights, type Thresholds } from '@ochno/domain/trust/bands'
import { trustScore } from '@ochno/domain/trust/score'
import { newestWeights, type Weight } from '@ochno/domain/trust/weights'
import type { Tx } from '../../ports/store.ts'
import { type HintDeps, judgedOf, no, type Person, rulesUnder, seenIn } from './deps.ts'
import { briefOf, newestOf, scoredBefore, scoredIn } from './trust.ts'

export type GivenWeights = {
  readonly exam: ExamId
  readonly byCode: Readonly<Record<string, Weight>>
  readonly thresholds: Thresholds
  readonly confirmedTimes: number
}

async function viewOf(tx: Tx, exam: ExamId, now: Instant): Promise<WeightsView | null> {
  const rules = await tx.rules.ofExam(exam)
  if (!rules) return null
  const settings = settingsOfExam(rules.act, rules.policy)
  const { weights, thresholds } = newestOf(await tx.trust.weightsOf(exam))
  const queue = { first: 0, next: 0, last: 0 }
  const judged: (readonly Judged[])[] = []
  for (const { session, score, table } of await scoredIn(tx, exam, now)) {
    queue[bandOf(score, table.thresholds)]++
    const under = await rulesUnder(tx, session.id)
    if (under) judged.push(judgedOf(await seenIn(tx, session.id, under, now)))
  }
  const watched = settings ? watchedUnder(settings, rules.permissions, []) : []
  return {
    version: weights.version,
    byCode: { ...weights.byCode } as Record<string, Weight>,
    thresholds,
    confirmedTimes: weights.confirmedTimes,
    codes: watched.map(({ code }) => ({
      code,
      wording: catalogue[code].wording,
      usual: newestWeights.byCode[code] ?? null,
    })),
    queue,
    detectors: fairness(judged).map((row) => ({ ...row, wording: catalogue[row.code].wording })),
  }
}

export const readWeights = (deps: HintDeps, person: Person, exam: ExamId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const body = await viewOf(tx, exam, now)
    return body ? { ok: true as const, body } : no('not_found')
  })

/** A number out of bounds never gets past the contract; what is left is a word the catalogue does not have, or two bounds swapped. */
const refusalOf = (given: GivenWeights): 'no_such_code' | 'wrong_thresholds' | null => {
  const why = refuseWeights(given.byCode, given.thresholds, given.confirmedTimes)
  return why === 'wrong_number' ? 'wrong_thresholds' : why
}

export const setWeights = (deps: HintDeps, person: Person, given: GivenWeights, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (!(await tx.rules.ofExam(given.exam))) return no('not_found')
    const why = refusalOf(given)
    if (why) return no(why)
    const { byCode, thresholds, confirmedTimes } = given
    await tx.trust.addWeights(given.exam, person.account, { at: now, byCode, thresholds, confirmedTimes })
    const version = newestOf(await tx.trust.weightsOf(given.exam)).weights.version
    await tx.audit({
      at: now,
      tenant: person.tenant,
      actor: person.account,
      role: 'admin',
      action: 'trust.set_weights',
      object: given.exam,
      purpose: 'exam',
      result: 'ok',
      details: { version },
    })
    const body = await viewOf(tx, given.exam, now)
    return body ? { ok: true as const, body } : no('not_found')
  })

export const previewWeights = (deps: HintDeps, person: Person, given: GivenWeights, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (!(await tx.rules.ofExam(given.exam))) return no('not_found')
    const why = refusalOf(given)
    if (why) return no(why)
    const { byCode, confirmedTimes } = given
    const proposed = { version: 'proposed', confirmedTimes, byCode }
    const own = await scoredIn(tx, given.exam, now)
    const past = own.length > 0 ? own : await scoredBefore(tx, given.exam, now)
    const sessions = past.map(({ intervals, score, table }) => ({
      before: briefOf(score, table.thresholds),
      after: briefOf(trustScore(intervals, proposed), given.thresholds),
    }))
    sessions.sort((a, b) => a.after.points - b.after.points || a.before.points - b.before.points)
    const of = own.length > 0 ? ('this_exam' as const) : ('earlier_exams' as const)
    return { ok: true as const, body: { of, sessions } }
  })
