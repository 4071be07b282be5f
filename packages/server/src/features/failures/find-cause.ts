// What a person writes down of a failure: that it was, whose fault it was, and that the words stand on the site.
import { failureStanding, refuseRecord } from '@ochno/domain/failure/decide'
import type { FailureStep } from '@ochno/domain/failure/step'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Fault } from '@ochno/domain/wall/failure'
import { findFault } from '@ochno/domain/wall/failure'
import type { Tx } from '../../ports/store.ts'
import { heldCases } from './decide-failure.ts'
import { type Asker, decides, entry, type FailureDeps, no } from './deps.ts'
import { failuresView } from './view.ts'

const isSettled = (is: ReturnType<typeof failureStanding>['is']) => is === 'postponed' || is === 'agreed'

async function add(tx: Tx, asker: Asker, session: SessionId, step: FailureStep, now: Instant) {
  await tx.failures.add(session, { at: now, by: asker.account, step })
  const { kind, ...said } = step
  await tx.audit(entry(asker, now, kind, session, said))
}

export const recordFailure = (
  deps: FailureDeps,
  asker: Asker,
  id: ExamId,
  given: {
    readonly sessions: readonly SessionId[]
    readonly from: Instant
    readonly until: Instant
    readonly fault: Fault
    readonly reason: string
  },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const exam = await tx.exams.hold(id)
    if (!exam) return no('not_found')
    const held = await heldCases(tx, id, given.sessions, now)
    if (!held.ok) return held
    if (held.cases.some(({ powers }) => !decides(asker, exam, powers.deciders))) return no('not_yours')
    for (const { session, steps } of held.cases) {
      if (isSettled(failureStanding(steps).is)) return no('already_decided')
      const end = session.deauthorizedAt ?? session.deadline ?? session.closesAt
      const why = refuseRecord(given, { opensAt: session.opensAt, end }, now)
      if (why) return no(why)
    }
    const { from, until, fault, reason } = given
    for (const { session } of held.cases)
      await add(
        tx,
        asker,
        session.id,
        { kind: 'recorded', from: from.toString(), until: until.toString(), fault, reason },
        now,
      )
    return failuresView(tx, asker, id, now)
  })

export const findCause = (
  deps: FailureDeps,
  asker: Asker,
  id: SessionId,
  given: {
    readonly of: string
    readonly fault: Fault
    readonly couldContinue: boolean
    readonly reason: string
  },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    const exam = session && (await tx.exams.hold(session.exam))
    if (!session || !exam) return no('not_found')
    const held = await heldCases(tx, exam.id, [id], now)
    if (!held.ok) return held
    const [one] = held.cases
    if (!one || !decides(asker, exam, one.powers.deciders)) return no('not_yours')
    if (isSettled(failureStanding(one.steps).is)) return no('already_decided')
    const outage = one.outages.find(({ key }) => key === given.of)
    if (!outage) return no('no_failure')
    const found = findFault(outage, given.fault, { person: asker.account, reason: given.reason })
    if (!found.ok) return no(found.why)
    await add(tx, asker, id, { kind: 'cause', ...given }, now)
    return failuresView(tx, asker, exam.id, now)
  })

/** R4-5.12c: who put it there, and where, is the log of the site's channel. */
export const postOnSite = (
  deps: FailureDeps,
  asker: Asker,
  id: ExamId,
  given: { readonly sessions: readonly SessionId[]; readonly address: string },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const exam = await tx.exams.hold(id)
    if (!exam) return no('not_found')
    const held = await heldCases(tx, id, given.sessions, now)
    if (!held.ok) return held
    if (held.cases.some(({ powers }) => !decides(asker, exam, powers.deciders))) return no('not_yours')
    for (const { steps } of held.cases) {
      const { deed } = failureStanding(steps)
      if (!deed || deed.step.kind === 'refused' || !deed.step.channels.includes('site')) return no('not_now')
    }
    for (const { session } of held.cases)
      await add(tx, asker, session.id, { kind: 'posted', address: given.address }, now)
    return failuresView(tx, asker, id, now)
  })
