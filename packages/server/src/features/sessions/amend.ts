// A change to a published exam made true: written, told and kept in one transaction. The frozen rules are only read.
import { roleMay } from '@ochno/domain/access/table'
import type { AmendmentPreview, AmendmentView, Deed } from '@ochno/contract/amendments'
import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import { atDoor, startOver } from '@ochno/domain/identity/visit'
import { inOneGo } from '@ochno/domain/scheduling/history'
import { isSibling } from '@ochno/domain/scheduling/sibling'
import type { StartWindow } from '@ochno/domain/scheduling/start-window'
import type { Session } from '@ochno/domain/session/session'
import type { Instant } from '@ochno/domain/time'
import type { StoredAmendment } from '../../ports/amendment-store.ts'
import type { NewDate, Telling } from '../../ports/amendments.ts'
import type { Asker } from '../../ports/asking.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { checkPlanned, notesOf, type SettledSeat } from './amend-check.ts'
import { planDeed } from './amend-plan.ts'
import type { Planned, Refused } from './amend-planned.ts'
import { previewTold, tellAll } from './amend-tell.ts'
import { audited, no, type SessionDeps } from './deps.ts'

export type AmendDeps = Pick<SessionDeps, 'store' | 'ids' | 'rights'> & { readonly telling: Telling }

const texts = ({ opensAt, closesAt }: StartWindow) => ({
  opensAt: opensAt.toString(),
  closesAt: closesAt.toString(),
})

/** SM-1: a published exam is called off by whom the act names. Asked after the plan, which knows better reasons. */
const mayNot = ({ roles }: Asker, deed: Deed): boolean =>
  deed.do === 'cancel_exam' && !roles.some((role) => roleMay(role, 'exam.cancel'))

export const previewAmendment = (
  deps: AmendDeps,
  asker: Asker,
  exam: ExamId,
  deed: Deed,
  now: Instant,
): Promise<Refused | { readonly ok: true; readonly body: AmendmentPreview }> =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const made = await planDeed(tx, exam, deed, now, { dry: true })
    if (!made.ok) return made
    if (mayNot(asker, deed)) return no('may_not_cancel')
    const { seats, problems } = await checkPlanned(tx, made.planned, true)
    const body: AmendmentPreview = {
      told: await previewTold(tx, made.planned, seats, asker.account, now),
      problems: await Promise.all(
        problems.map(async ({ why, who, exam: other }) => ({
          why,
          who: { id: who, name: (await tx.accounts.find(who))?.fullName ?? '' },
          exam: other ? ((await tx.exams.find(other))?.title ?? null) : null,
        })),
      ),
      notes: await notesOf(tx, made.planned, seats),
      people: new Set([...seats, ...made.planned.off].map(({ examinee }) => examinee)).size,
    }
    return { ok: true as const, body }
  })

type Done = {
  readonly no: number
  readonly told: number
  readonly sessions: readonly SessionId[]
  readonly seats: readonly SettledSeat[]
  readonly touched: ReadonlySet<AccountId>
}

const admitted = (
  deps: Pick<AmendDeps, 'ids'>,
  planned: Planned,
  { examinee, window }: SettledSeat,
): Session => ({
  id: deps.ids.make('ses'),
  exam: planned.target.exam.id,
  examinee,
  state: 'admitted',
  ...window,
  lengthMinutes: planned.target.exam.lengthMinutes,
  authorizedAt: null,
  startedAt: null,
  deadline: null,
  deauthorizedAt: null,
  endCause: null,
  endReason: null,
})

/** Somebody else gave this person a seat of the exam: all that was written is taken back. */
class SeatTaken extends Error {}

/** What was looked at on one day opens nothing on another. */
async function lookedAtAnew(
  tx: Tx,
  { id, opensAt }: SessionFacts,
  window: StartWindow,
  planned: Planned,
  now: Instant,
): Promise<void> {
  const visit = opensAt.equals(window.opensAt) ? null : await tx.doors.find(id)
  if (!visit) return
  const { policy, card } = planned.target.rules
  const { steps } = atDoor({ policy, mode: card.mode }, visit, null)
  await tx.doors.save(id, { ...visit, ...startOver(visit, steps) }, now)
}

/** The row of one seat: the one there is, or a new one with the conditions of admission of the one before. */
async function seat(
  deps: AmendDeps,
  tx: Tx,
  planned: Planned,
  one: SettledSeat,
  slot: SlotId | null,
  asker: Asker,
  now: Instant,
): Promise<SessionId> {
  if (one.session) {
    const { id } = one.session
    if (one.session.state === 'admitted') {
      await tx.amendments.retime(id, slot, one.window)
      await lookedAtAnew(tx, one.session, one.window, planned, now)
    }
    for (const proctor of one.before)
      if (!one.proctors.includes(proctor)) await tx.sessions.unassign(id, proctor, now)
    for (const proctor of one.proctors)
      if (!one.before.includes(proctor)) await tx.sessions.assign(id, proctor, now)
    return id
  }
  const session = admitted(deps, planned, one)
  if (!(await tx.sessions.add(session, now))) throw new SeatTaken()
  if (slot !== null) await tx.schedule.place(session.id, slot)
  for (const proctor of one.proctors) await tx.sessions.assign(session.id, proctor, now)
  const conditions = one.after ? await tx.admissions.conditions(one.after.id) : null
  if (conditions) await tx.admissions.state(session.id, conditions, asker.account, now)
  if (one.after) await decidedBefore(tx, one.after, session)
  return session.id
}

/** TR-11: a yes to a late original is not asked for again, unless the exam comes on an earlier day. */
async function decidedBefore(tx: Tx, before: SessionFacts, { id, opensAt }: Session): Promise<void> {
  const decision = await tx.admissions.decision(before.id)
  if (!decision?.admit) return
  const { zone } = await tx.institutions.own()
  const [was, is] = [before.opensAt, opensAt].map((at) =>
    at.toZonedDateTimeISO(zone).toPlainDate().toString(),
  )
  if (was !== undefined && is !== undefined && is >= was) await tx.admissions.decide(id, decision)
}

/** A seat of the institution was booked for the time before: it is asked for anew, or not needed any more. */
async function workplaces(tx: Tx, planned: Planned, seats: readonly (SettledSeat & { id: SessionId })[]) {
  for (const { id } of planned.off) if (await tx.workplaces.request(id)) await tx.workplaces.drop(id)
  for (const { id, session, window } of seats) {
    if (!session || session.opensAt.equals(window.opensAt)) continue
    const request = await tx.workplaces.request(id)
    if (request?.state === 'booked')
      await tx.workplaces.save({ ...request, state: 'asked', place: null, stay: null, decidedBy: null })
  }
}

async function carryOut(
  deps: AmendDeps,
  tx: Tx,
  asker: Asker,
  planned: Planned,
  settled: readonly SettledSeat[],
  why: string,
  now: Instant,
): Promise<Done> {
  const { exam, target, record } = planned
  const slotMade = planned.made ? deps.ids.make('slt') : null
  if (slotMade && planned.made) await tx.exams.addSlot(target.exam.id, { id: slotMade, ...planned.made }, now)
  if (planned.movedSlot) await tx.amendments.moveSlot(planned.movedSlot.slot, planned.movedSlot.window)
  if (planned.window) await tx.amendments.setWindow(target.exam.id, planned.window)
  for (const { id } of planned.off) {
    await tx.amendments.callOff(id, why, now)
    await tx.doors.letGo(id, now)
    await tx.enqueue({ task: 'forget_identity', key: `called-off:${id}`, runAt: now, payload: {} })
  }
  const seats: (SettledSeat & { readonly id: SessionId })[] = []
  for (const one of settled) {
    const slot = one.slot === 'made' ? slotMade : one.slot
    seats.push({ ...one, id: await seat(deps, tx, planned, one, slot, asker, now) })
  }
  if (planned.droppedSlot) await tx.amendments.dropSlot(planned.droppedSlot, now)
  if (planned.cancels) await tx.amendments.cancelExam(exam.id, why, now)
  await workplaces(tx, planned, seats)
  const sessions = [...new Set([...planned.off.map(({ id }) => id), ...seats.map(({ id }) => id)])]
  const toExam = target.exam.id === exam.id ? null : target.exam.id
  const added = { ...record, by: asker.account, at: now, why, sessions, toExam }
  const number = await tx.amendments.add(exam.id, added)
  const told = await tellAll(deps.telling, tx, planned, seats, asker.account, why, now)
  await tx.audit(
    audited(asker, now, `exam.amend.${record.what}`, exam.id, {
      why,
      sessions,
      told,
      ...(record.was ? { was: texts(record.was) } : {}),
      ...(record.now ? { now: texts(record.now) } : {}),
      ...(toExam ? { toExam } : {}),
    }),
  )
  const touched = new Set([
    ...seats.flatMap((one) => [one.examinee, ...one.before, ...one.proctors]),
    ...planned.off.flatMap(({ examinee, proctors }) => [examinee, ...proctors.map(({ id }) => id)]),
  ])
  return { no: number, told, sessions: seats.map(({ id }) => id), seats, touched }
}

const amendmentView = (row: StoredAmendment): AmendmentView => ({
  no: row.no,
  at: row.at.toString(),
  by: row.byName,
  what: row.what,
  why: row.why,
  who: [...row.who],
  people: row.sessions.length,
  was: row.was && texts(row.was),
  now: row.now && texts(row.now),
  toExam: row.toExam && { ...row.toExam },
})

export async function makeAmendment(
  deps: AmendDeps,
  asker: Asker,
  exam: ExamId,
  { deed, why }: { readonly deed: Deed; readonly why: string },
  now: Instant,
) {
  const work = deps.store.inTenant(asker.tenant, async (tx) => {
    const made = await planDeed(tx, exam, deed, now)
    if (!made.ok) return made
    if (mayNot(asker, deed)) return no('may_not_cancel')
    if ('proctors' in deed && deed.proctors) {
      const known = await tx.schedule.named(deed.proctors, 'proctor')
      if (deed.proctors.some((one) => !known.has(one))) return no('not_a_proctor')
    }
    const { seats, problems } = await checkPlanned(tx, made.planned)
    if (problems[0]) return no(problems[0].why)
    const done = await carryOut(deps, tx, asker, made.planned, seats, why, now)
    const row = (await tx.amendments.ofExam(exam)).find((one) => one.no === done.no)
    if (!row) throw new Error('the change just written is not there')
    return {
      ok: true as const,
      touched: done.touched,
      body: { amendment: amendmentView(row), told: done.told },
    }
  })
  const outcome = await work.catch((error: unknown) => {
    if (error instanceof SeatTaken) return no('session_exists')
    throw error
  })
  if (!outcome.ok) return outcome
  // T-10: what somebody watched stops now, not at the next round.
  for (const account of outcome.touched) deps.rights.changed(account)
  return { ok: true as const, body: outcome.body }
}

export const newDate =
  (deps: AmendDeps): NewDate =>
  async (tx, asker, { session: id, to, why }, now) => {
    const session = await tx.sessions.find(id)
    if (!session) return no('not_found')
    const place =
      'slot' in to ? { in: 'slot' as const, slot: to.slot } : { in: 'time' as const, ...texts(to) }
    const deed: Deed = { do: 'move', session: id, to: place }
    const made = await planDeed(tx, session.exam, deed, now, { retake: true })
    if (!made.ok) return made
    const { seats, problems } = await checkPlanned(tx, made.planned)
    if (problems[0]) return no(problems[0].why)
    const done = await carryOut(deps, tx, asker, made.planned, seats, why, now)
    const [given] = done.seats
    const [seatedAs] = done.sessions
    if (!given || !seatedAs) throw new Error('nobody was given the new date')
    return { ok: true as const, session: seatedAs, window: given.window }
  }

export const listAmendments = (deps: AmendDeps, asker: Asker, exam: ExamId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.exams.find(exam))) return no('not_found')
    const rows = await tx.amendments.ofExam(exam)
    return { ok: true as const, body: { now: now.toString(), rows: inOneGo(rows).map(amendmentView) } }
  })

export const listSiblings = (deps: AmendDeps, asker: Asker, exam: ExamId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const own = await tx.exams.find(exam)
    if (!own) return no('not_found')
    const ahead = (await tx.exams.list()).filter(
      (one) => isSibling(own, one) && one.closesAt.epochMilliseconds > now.epochMilliseconds,
    )
    const rows = []
    for (const one of ahead.slice(0, 50)) {
      const placed = await tx.schedule.slotsOf(one.id)
      const rules = await tx.rules.ofExam(one.id)
      const most = rules?.policy['capacity.max_simultaneous'].value
      rows.push({
        id: one.id,
        title: one.title,
        ...texts(one),
        slots: (await tx.exams.slots(one.id))
          .filter(({ closesAt }) => closesAt.epochMilliseconds > now.epochMilliseconds)
          .map((slot) => ({
            id: slot.id,
            ...texts(slot),
            people: placed.filter(({ slot: at }) => at === slot.id).length,
          })),
        atOnce: typeof most === 'number' ? most : null,
      })
    }
    return { ok: true as const, body: { rows } }
  })
