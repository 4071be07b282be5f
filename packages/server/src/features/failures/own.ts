// The examinee's side: what was decided, the answer to an offer, and a request for another attempt (004 4.7).
import { failureStanding, refuseAnswer, refuseAsking } from '@ochno/domain/failure/decide'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { caseOf } from './case.ts'
import { allOrNothing, MOST, moveTo } from './decide-failure.ts'
import { type Asker, entry, type FailureDeps, no } from './deps.ts'
import { ownView } from './view.ts'
import { tell } from './words.ts'

async function own(tx: Tx, { account }: Asker, now: Instant) {
  const rows = []
  for (const session of await tx.sessions.ofExaminee(account)) {
    const one = await caseOf(tx, session, now)
    if (one && one.outages.length + one.steps.length > 0) rows.push(ownView(one))
  }
  return { now: now.toString(), rows }
}

export const listOwn = (deps: FailureDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, (tx) => own(tx, asker, now))

async function ownCase(tx: Tx, asker: Asker, id: SessionId, now: Instant) {
  const seen = await tx.sessions.find(id)
  if (seen?.examinee !== asker.account) return null
  // Decisions hold the exam first, then the session.
  const exam = await tx.exams.hold(seen.exam)
  const session = await tx.sessions.lock(id)
  const one = session && (await caseOf(tx, session, now))
  return exam && one ? { exam, one } : null
}

/** Those who give the exam; its author where nobody was named. */
const givers = (exam: {
  readonly teachers: readonly { readonly id: AccountId }[]
  readonly createdBy: AccountId
}): readonly AccountId[] => (exam.teachers.length > 0 ? exam.teachers.map(({ id }) => id) : [exam.createdBy])

async function tellGivers(
  deps: FailureDeps,
  tx: Tx,
  exam: Parameters<typeof givers>[0],
  session: SessionFacts,
  text: string,
  now: Instant,
) {
  for (const to of givers(exam))
    await tell(deps, tx, session, { to, title: session.examTitle, text }, true, now)
}

const quoted = (words: string): string => (words.trim() === '' ? '' : ` Слова обучающегося: ${words}`)

export async function answerRetake(
  deps: FailureDeps,
  asker: Asker,
  id: SessionId,
  given: { readonly agrees: boolean; readonly words: string },
  now: Instant,
) {
  let ended = false
  const outcome = await allOrNothing(() =>
    deps.store.inTenant(asker.tenant, async (tx) => {
      const found = await ownCase(tx, asker, id, now)
      if (!found) return no('not_found')
      const { exam, one } = found
      const why = refuseAnswer(one.steps)
      if (why) return no(why)
      if (one.steps.length >= MOST) return no('too_many')
      const { deed } = failureStanding(one.steps)
      if (deed?.step.kind !== 'offered') return no('nothing_to_answer')
      await tx.failures.add(id, { at: now, by: asker.account, step: { kind: 'answered', ...given } })
      await tx.audit(entry(asker, now, 'answered', id, { agrees: given.agrees }))
      if (given.agrees) {
        // The teacher's own decision takes effect: it is his name that stands in the history of the exam.
        const giver: Asker = {
          ...asker,
          account: deed.by.id as AccountId,
          roles: ['teacher'],
          takenUp: { by: asker, details: { offeredBy: deed.by.id, offer: deed.step.notice } },
        }
        ended = await deps.breakOff(tx, giver, one.session, now)
        await moveTo(deps, tx, giver, one.session, deed.step, now)
      }
      const said = given.agrees ? 'согласен пройти экзамен повторно' : 'отказался от повторного прохождения'
      await tellGivers(
        deps,
        tx,
        exam,
        one.session,
        `${one.session.examineeName}: ${said}.${quoted(given.words)}`,
        now,
      )
      return { ok: true as const, body: await own(tx, asker, now) }
    }),
  )
  if (outcome.ok && ended) deps.ended(asker.account)
  return outcome
}

export const askRetake = (deps: FailureDeps, asker: Asker, id: SessionId, words: string, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await ownCase(tx, asker, id, now)
    if (!found) return no('not_found')
    const { exam, one } = found
    const why = one.session.deauthorizedAt === null ? 'no_failure' : refuseAsking(one)
    if (why) return no(why)
    if (one.steps.length >= MOST) return no('too_many')
    await tx.failures.add(id, { at: now, by: asker.account, step: { kind: 'asked', words } })
    await tx.audit(entry(asker, now, 'asked', id))
    await tellGivers(
      deps,
      tx,
      exam,
      one.session,
      `${one.session.examineeName} просит пройти экзамен повторно после технического сбоя. Решение – на странице экзамена, «Технический сбой».${quoted(words)}`,
      now,
    )
    return { ok: true as const, body: await own(tx, asker, now) }
  })
