// Many people into slots with proctors: first a proposal, then the same proposal made true.
import { refusePapers } from '@ochno/domain/appointment/papers'
import { refuseStanding } from '@ochno/domain/appointment/standing'
import type { PlanView } from '@ochno/contract/exam-schedule'
import type { AccountId, ExamId, SlotId } from '@ochno/domain/ids'
import { plan } from '@ochno/domain/scheduling/plan'
import type { Session } from '@ochno/domain/session/session'
import { type Instant, instant, isBefore } from '@ochno/domain/time'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Exam } from '../../ports/exams.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type ExamDeps, hex, type Maker, no } from './deps.ts'
import { limitsOf, scheduleView } from './schedule.ts'

export type PlanAsked = {
  readonly examinees: readonly AccountId[]
  readonly proctors: readonly AccountId[]
  readonly first: Instant
  readonly windowMinutes: number
  readonly betweenMinutes: number
}

type Proposal = Omit<PlanView, 'digest'>
type Names = ReadonlyMap<AccountId, string>

const nameOf = (names: Names, id: string) => ({ id: id as AccountId, name: names.get(id as AccountId) ?? '' })

async function standingSlots(tx: Tx, exam: Exam) {
  const placed = await tx.schedule.slotsOf(exam.id)
  const anywhere = placed.filter(({ slot }) => slot === null).length
  return (await tx.exams.slots(exam.id)).map((slot) => ({
    ...slot,
    // Who may come at any time of the window may come in this slot too.
    taken: placed.filter((one) => one.slot === slot.id).length + anywhere,
  }))
}

async function propose(
  tx: Tx,
  exam: Exam,
  rules: ExamRules,
  asked: PlanAsked,
  names: Names,
): Promise<Proposal> {
  const inIt = new Set((await tx.sessions.ofExam(exam.id, null)).map(({ examinee }) => examinee))
  const whole = { from: exam.opensAt, until: exam.closesAt.add({ minutes: exam.lengthMinutes }) }
  const first = isBefore(asked.first, exam.opensAt) ? exam.opensAt : asked.first
  const made = plan(
    {
      examinees: asked.examinees.filter((one) => !inIt.has(one)),
      proctors: asked.proctors,
      first,
      last: exam.closesAt,
      standing: await standingSlots(tx, exam),
      watches: await tx.schedule.watches(asked.proctors, whole),
      busy: (await tx.schedule.bookings([...asked.examinees, ...asked.proctors], whole)).filter(
        // Watching over the network twice is a matter of seats, not of places.
        ({ as, place }) => as === 'examinee' || place !== null,
      ),
    },
    { ...limitsOf(rules), ...asked, lengthMinutes: exam.lengthMinutes },
  )
  return {
    slots: made.slots.map((slot) => ({
      id: slot.id as SlotId | null,
      opensAt: slot.opensAt.toString(),
      closesAt: slot.closesAt.toString(),
      until: slot.until.toString(),
      taken: slot.taken,
      seats: slot.seats.map(({ examinee, proctor }) => ({
        examinee: nameOf(names, examinee),
        proctor: proctor === null ? null : nameOf(names, proctor),
      })),
    })),
    unfit: [
      ...asked.examinees
        .filter((one) => inIt.has(one))
        .map((one) => ({ ...nameOf(names, one), why: 'already' as const })),
      ...made.unfit.map(({ examinee, why }) => ({ ...nameOf(names, examinee), why })),
    ],
    proctorsNeeded: made.proctorsNeeded,
    proctorsGiven: asked.proctors.length,
    minutesMissing: made.minutesMissing,
  }
}

const digestOf = (deps: ExamDeps, proposal: Proposal): string => hex(deps.digest(JSON.stringify(proposal)))

/** Nobody of a plan watches himself or his child, and every proctor has the papers the act asks for. */
async function refuseProctor(
  tx: Tx,
  rules: ExamRules,
  { opensAt }: Exam,
  proctor: AccountId,
  examinees: readonly AccountId[],
) {
  if (examinees.includes(proctor)) return 'own_exam' as const
  const links = await tx.people.links(proctor)
  if (
    links.some(
      ({ parent, child, endedAt }) => parent === proctor && endedAt === null && examinees.includes(child),
    )
  )
    return 'own_child' as const
  const zone = (await tx.institutions.look())?.zone ?? 'UTC'
  const day = opensAt.toZonedDateTimeISO(zone).toPlainDate()
  const barred = refuseStanding(await tx.appointments.standing(proctor), day)
  if (barred) return barred
  return refusePapers(await tx.appointments.papers(proctor), {
    act: rules.act,
    said: (key) => rules.policy[key].value,
    mode: rules.card.mode,
    day,
  })
}

/** The exam and everybody named, or why not. */
async function asked(tx: Tx, id: ExamId, given: PlanAsked, now: Instant) {
  const exam = await tx.exams.hold(id)
  const rules = await tx.rules.ofExam(id)
  if (!exam || !rules) return no('not_found')
  if (exam.state === 'draft') return no('exam_draft')
  if (exam.cancelled) return no('exam_cancelled')
  if (!isBefore(now, exam.closesAt)) return no('already_over')
  const examinees = await tx.schedule.named(given.examinees, 'examinee')
  if (given.examinees.some((one) => !examinees.has(one))) return no('not_an_examinee')
  const proctors = await tx.schedule.named(given.proctors, 'proctor')
  if (given.proctors.some((one) => !proctors.has(one))) return no('not_a_proctor')
  for (const proctor of given.proctors) {
    const why = await refuseProctor(tx, rules, exam, proctor, given.examinees)
    if (why) return no(why)
  }
  return { ok: true as const, exam, rules, names: new Map([...examinees, ...proctors]) }
}

export const planExam = (deps: ExamDeps, maker: Maker, id: ExamId, given: PlanAsked, now: Instant) =>
  deps.store.inTenant(maker.tenant, async (tx) => {
    const found = await asked(tx, id, given, now)
    if (!found.ok) return found
    const proposal = await propose(tx, found.exam, found.rules, given, found.names)
    return { ok: true as const, body: { ...proposal, digest: digestOf(deps, proposal) } }
  })

export const applyPlan = (
  deps: ExamDeps,
  maker: Maker,
  id: ExamId,
  { digest, ...given }: PlanAsked & { readonly digest: string },
  now: Instant,
) =>
  deps.store.inTenant(maker.tenant, async (tx) => {
    const found = await asked(tx, id, given, now)
    if (!found.ok) return found
    // After the exam, as everywhere: two who plan at once do not wait for each other.
    await tx.schedule.hold([...given.examinees, ...given.proctors])
    const { exam, rules, names } = found
    const proposal = await propose(tx, exam, rules, given, names)
    if (digestOf(deps, proposal) !== digest) return no('plan_changed')
    for (const slot of proposal.slots) await makeTrue(deps, tx, exam, slot, now)
    await tx.audit(
      entry(maker, now, 'exam.plan', id, {
        slots: proposal.slots.map(({ opensAt, closesAt, seats }) => ({
          opensAt,
          closesAt,
          seats: seats.map(({ examinee, proctor }) => [examinee.id, proctor?.id ?? null]),
        })),
        unfit: proposal.unfit.map(({ id: person, why }) => [person, why]),
      }),
    )
    return { ok: true as const, body: await scheduleView(tx, exam, rules) }
  })

async function makeTrue(
  deps: ExamDeps,
  tx: Tx,
  exam: Exam,
  slot: Proposal['slots'][number],
  now: Instant,
): Promise<void> {
  const [opensAt, closesAt] = [instant(slot.opensAt), instant(slot.closesAt)]
  const id = slot.id ?? deps.ids.make('slt')
  if (slot.id === null) await tx.exams.addSlot(exam.id, { id, opensAt, closesAt }, now)
  await tx.schedule.addSessions(
    slot.seats.map(({ examinee, proctor }) => ({
      session: admitted(deps, exam, examinee.id, { opensAt, closesAt }),
      slot: id as SlotId,
      proctor: proctor?.id ?? null,
    })),
    now,
  )
}

const admitted = (
  deps: ExamDeps,
  exam: Exam,
  examinee: AccountId,
  window: Pick<Session, 'opensAt' | 'closesAt'>,
): Session => ({
  id: deps.ids.make('ses'),
  exam: exam.id,
  examinee,
  state: 'admitted',
  ...window,
  lengthMinutes: exam.lengthMinutes,
  authorizedAt: null,
  startedAt: null,
  deadline: null,
  deauthorizedAt: null,
  endCause: null,
  endReason: null,
})
