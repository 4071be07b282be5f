// The teacher's deeds after a failure: once done they stand on the record, and whoever they concern is told (SM-17).
import { groundOf, refuseDeed } from '@ochno/domain/failure/decide'
import type { Ground, NewTime } from '@ochno/domain/failure/step'
import type { ExamId, NoticeId, SessionId, SlotId } from '@ochno/domain/ids'
import type { AnnouncementChannel } from '@ochno/domain/notice/announcement'
import { type Instant, instant, isBefore } from '@ochno/domain/time'
import type { CountedExam } from '../../ports/exams.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { caseOf, type FailureCase } from './case.ts'
import { type Asker, decides, entry, type FailureDeps, no } from './deps.ts'
import { failuresView } from './view.ts'
import { announceDeed } from './words.ts'

/** Steps of one session; more is no conversation any more. */
export const MOST = 60

type To = { readonly opensAt: Instant; readonly closesAt: Instant } | { readonly slot: SlotId }

export type DeedGiven =
  | {
      readonly is: 'postponed' | 'offered'
      readonly sessions: readonly SessionId[]
      readonly to: To
      readonly reason: string
      readonly channels: readonly AnnouncementChannel[]
    }
  | { readonly is: 'refused'; readonly sessions: readonly SessionId[]; readonly reason: string }

/** Refuses everything when one of it can not be done: half a decision would be told to half a group. */
class Undone extends Error {
  readonly why: string
  constructor(why: string) {
    super(why)
    this.why = why
  }
}

/** A refusal inside takes back what was written before it. */
export async function allOrNothing<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Undone) return no(error.why)
    throw error
  }
}
export const undo = (why: string): never => {
  throw new Undone(why)
}

async function newTime(tx: Tx, exam: CountedExam, to: To, now: Instant): Promise<NewTime | string> {
  if (!('slot' in to)) {
    const { opensAt, closesAt } = to
    if (!isBefore(now, opensAt) || !isBefore(opensAt, closesAt)) return 'new_time_past'
    return { slot: null, opensAt: opensAt.toString(), closesAt: closesAt.toString() }
  }
  const slot = (await tx.exams.slots(exam.id)).find(({ id }) => id === to.slot)
  if (!slot) return 'not_found'
  if (!isBefore(now, slot.closesAt)) return 'new_time_past'
  return { slot: slot.id, opensAt: slot.opensAt.toString(), closesAt: slot.closesAt.toString() }
}

export const groundStep = (one: FailureCase): Ground | null => {
  const ground = groundOf(one.outages)
  return (
    ground && {
      key: ground.key,
      from: ground.from.toString(),
      until: ground.until.toString(),
      fault: ground.fault,
      reason: ground.reason,
    }
  )
}

/** The sessions that were named, all of them of this exam, held until the end. */
export async function heldCases(tx: Tx, exam: ExamId, ids: readonly SessionId[], now: Instant) {
  const cases: FailureCase[] = []
  for (const id of [...new Set(ids)].toSorted()) {
    const session = await tx.sessions.lock(id)
    const one = session && session.exam === exam ? await caseOf(tx, session, now) : null
    if (!one) return no('not_found')
    if (one.steps.length >= MOST) return no('too_many')
    cases.push(one)
  }
  return { ok: true as const, cases }
}

export async function decideFailure(
  deps: FailureDeps,
  asker: Asker,
  id: ExamId,
  given: DeedGiven,
  now: Instant,
) {
  const ended: SessionFacts[] = []
  const outcome = await allOrNothing(() =>
    deps.store.inTenant(asker.tenant, async (tx) => {
      const exam = await tx.exams.hold(id)
      if (!exam) return no('not_found')
      const held = await heldCases(tx, id, given.sessions, now)
      if (!held.ok) return held
      if (held.cases.some(({ powers }) => !decides(asker, exam, powers.deciders))) return no('not_yours')
      const to = given.is === 'refused' ? null : await newTime(tx, exam, given.to, now)
      if (typeof to === 'string') return no(to)
      for (const one of held.cases) {
        const about = {
          ground: groundStep(one),
          reason: given.reason,
          notice: deps.ids.make<'ntc'>('ntc') as NoticeId,
        }
        const deed =
          given.is === 'refused' || !to
            ? ({ kind: 'refused', ...about } as const)
            : ({ kind: given.is as 'postponed' | 'offered', ...about, to, channels: given.channels } as const)
        const why = refuseDeed(one, deed, now)
        if (why) return undo(why)
        await tx.failures.add(one.session.id, { at: now, by: asker.account, step: deed })
        await tx.audit(
          entry(asker, now, given.is, one.session.id, {
            reason: given.reason,
            ...(deed.kind === 'refused' ? {} : { to: deed.to, channels: [...deed.channels] }),
          }),
        )
        await announceDeed(deps, tx, one.session, deed, now)
        if (deed.kind === 'postponed') {
          if (await deps.breakOff(tx, asker, one.session, now)) ended.push(one.session)
          await moveTo(deps, tx, asker, one.session, deed, now)
        }
      }
      return failuresView(tx, asker, id, now)
    }),
  )
  if (outcome.ok) for (const { examinee } of ended) deps.ended(examinee)
  return outcome
}

/** The examinee stands in the schedule of the new date; several of one decision share its slot. */
export async function moveTo(
  deps: FailureDeps,
  tx: Tx,
  asker: Asker,
  session: SessionFacts,
  { to, reason }: { readonly to: NewTime; readonly reason: string },
  now: Instant,
): Promise<void> {
  const slots = await tx.exams.slots(session.exam)
  const same = slots.filter(
    (slot) => slot.opensAt.toString() === to.opensAt && slot.closesAt.toString() === to.closesAt,
  )
  const slot = same.find(({ id }) => id === to.slot) ?? same[0]
  // What was offered is what is agreed to, not whatever that slot has become.
  if (to.slot !== null && !slot) return undo('offer_outdated')
  const moved = await deps.newDate(
    tx,
    asker,
    {
      session: session.id,
      to: slot ? { slot: slot.id } : windowOf(to),
      why: reason,
    },
    now,
  )
  if (!moved.ok) return undo(moved.why)
  await tx.failures.add(session.id, {
    at: now,
    by: asker.account,
    step: { kind: 'moved', session: moved.session },
  })
  await tx.audit(entry(asker, now, 'moved', session.id, { to: moved.session }))
}

const windowOf = ({ opensAt, closesAt }: NewTime) => ({
  opensAt: instant(opensAt),
  closesAt: instant(closesAt),
})
