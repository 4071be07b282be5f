// The slots of an exam and who is in them; and what the exam will demand of people and machines.
import type { RehearsalView, ScheduleView } from '@ochno/contract/exam-schedule'
import { isWatchedLive, needsProctor } from '@ochno/domain/exam/card'
import type { ExamId, SlotId, TenantId } from '@ochno/domain/ids'
import { numberOf } from '@ochno/domain/policy/effective'
import { recordingBytes, recordingKbps } from '@ochno/domain/recording/rates'
import { mayOpen, proctorsNeeded, reviewForecast } from '@ochno/domain/scheduling/staffing'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Exam } from '../../ports/exams.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type ExamDeps, type Maker, no } from './deps.ts'
import { isShutTo } from './told-to.ts'

/** Limits of the rules that hold for this exam; an exam that nobody watches live has no ratio. */
export const limitsOf = ({ policy, card }: ExamRules) => ({
  atOnce: numberOf(policy, 'capacity.max_simultaneous'),
  perProctor: isWatchedLive(card.mode) ? numberOf(policy, 'staffing.sync_examinees_per_proctor') : null,
})

export async function scheduleView(tx: Tx, exam: Exam, rules: ExamRules): Promise<ScheduleView> {
  const people = await tx.schedule.counts(exam.id)
  const slots = (await tx.exams.slots(exam.id)).map(({ id, opensAt, closesAt }) => ({
    id,
    opensAt: opensAt.toString(),
    closesAt: closesAt.toString(),
    until: closesAt.add({ minutes: exam.lengthMinutes }).toString(),
    people: people.get(id) ?? 0,
  }))
  return {
    slots,
    unslotted: people.get(null) ?? 0,
    ...limitsOf(rules),
    live: isWatchedLive(rules.card.mode),
  }
}

export const readSchedule = (deps: ExamDeps, reader: Maker, id: ExamId) =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const [exam, rules] = [await tx.exams.find(id), await tx.rules.ofExam(id)]
    if (!exam || !rules || (await isShutTo(tx, reader, id))) return no('not_found')
    return { ok: true as const, body: await scheduleView(tx, exam, rules) }
  })

export const listWatchers = (deps: ExamDeps, tenant: TenantId, id: ExamId, slot: SlotId | null) =>
  deps.store.inTenant(tenant, async (tx) => {
    if (!(await tx.exams.find(id))) return no('not_found')
    const { watching, unwatched } = await tx.schedule.watchersOf(id, slot)
    return { ok: true as const, body: { watching: watching.map((one) => ({ ...one })), unwatched } }
  })

export type Rehearsed = {
  readonly people: number | null
  readonly reviewers: number
  readonly minutesPerDay: number | null
}

export const rehearseExam = (deps: ExamDeps, tenant: TenantId, id: ExamId, asked: Rehearsed) =>
  deps.store.inTenant(tenant, async (tx) => {
    const [exam, rules] = [await tx.exams.find(id), await tx.rules.ofExam(id)]
    if (!exam || !rules) return no('not_found')
    const sessions = await tx.sessions.ofExam(id, null)
    const schedule = await scheduleView(tx, exam, rules)
    return { ok: true as const, body: rehearsal(exam, rules, sessions, schedule, asked) }
  })

function rehearsal(
  exam: Exam,
  rules: ExamRules,
  sessions: readonly SessionFacts[],
  { slots, unslotted, atOnce, perProctor }: ScheduleView,
  asked: Rehearsed,
): RehearsalView {
  const people = asked.people ?? sessions.length
  // Who is not fixed to a slot may sit in any.
  const fullest = Math.max(0, ...slots.map((slot) => slot.people)) + unslotted
  const most = asked.people === null ? fullest : Math.min(people, atOnce ?? people)
  const minutes = people * exam.lengthMinutes
  const staffed = needsProctor(rules.card.mode)
  const assigned = new Set(sessions.flatMap(({ proctors }) => proctors.map((one) => one.id))).size
  const opening = mayOpen(most, assigned, { perProctor, atOnce })
  return {
    people,
    atOnce: most,
    proctorsNeeded: staffed ? proctorsNeeded(most, { perProctor, atOnce }) : 0,
    proctorsAssigned: assigned,
    proctorsMissing: staffed && !opening.ok ? opening.missing : 0,
    unwatched: staffed ? sessions.filter(({ proctors }) => proctors.length === 0).length : 0,
    live: staffed,
    recordingMinutes: minutes,
    diskBytes: recordingBytes(minutes),
    uplinkKbps: recordingKbps,
    serverKbps: recordingKbps * most,
    review: rules.card.mode === 'async_human' ? reviewOf(exam, rules, people, asked) : null,
  }
}

/** TR-61: how many reviewers look everything through in the days the act gives. */
function reviewOf(
  exam: Exam,
  { policy }: ExamRules,
  people: number,
  { reviewers, minutesPerDay }: Rehearsed,
): RehearsalView['review'] {
  const daysGiven = numberOf(policy, 'review.deadline')
  const forecast = reviewForecast(
    Array.from({ length: people }, () => exam.lengthMinutes),
    reviewers,
    daysGiven ?? 1,
    { reviewFactor: numberOf(policy, 'review_factor'), reviewerMinutesPerDay: minutesPerDay },
  )
  const missing = [
    ...(forecast.known ? [] : forecast.missing),
    ...(daysGiven === null ? ['daysGiven' as const] : []),
  ]
  return forecast.known && daysGiven !== null ? { ...forecast, daysGiven } : { known: false, missing }
}
