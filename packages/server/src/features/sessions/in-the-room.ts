// 004 section 2: the exam in a classroom. A proctor in the room does by hand what pages and media do elsewhere; the protocol is the same.
import { noteOf, signsOf } from '@ochno/domain/incident/signs'
import type { RoomView, SeatView } from '@ochno/contract/classroom'
import { conditionsForProctor } from '@ochno/domain/accommodation/words'
import { marksUnder } from '@ochno/domain/conduct/refuse'
import { actionsOf } from '@ochno/domain/conduct/rules'
import { ofKind, pausesOf } from '@ochno/domain/conduct/standing'
import { type DocumentKind, documentKinds } from '@ochno/domain/identity/documents'
import { documentsOf } from '@ochno/domain/identity/steps'
import { type FailureCode, violationOf } from '@ochno/domain/identity/verdict'
import { atTheDoor } from '@ochno/domain/identity/visit'
import type { SessionId } from '@ochno/domain/ids'
import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import type { Command } from '@ochno/domain/session/session'
import { mayIdentify, refuseBegin, seatState } from '@ochno/domain/session/seat'
import { type Instant, isBefore, Temporal } from '@ochno/domain/time'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Exam } from '../../ports/exams.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { apply, factsOf, withOwnTime } from './change-session.ts'
import { type Asker, audited, no, type SessionDeps } from './deps.ts'
import { refuseRoom } from './may-enter.ts'

/** The list is that of a day: who comes early sees it, and who writes protocols in the evening still does. */
const AROUND = Temporal.Duration.from({ hours: 20 })

const isToday = ({ opensAt, closesAt }: Exam, now: Instant): boolean =>
  isBefore(opensAt.subtract(AROUND), now) && isBefore(now, closesAt.add(AROUND))

async function seatOf(tx: Tx, session: SessionFacts, now: Instant): Promise<SeatView> {
  const visit = await tx.doors.find(session.id)
  const judged = (await tx.doors.decisions(session.id)).at(-1)
  const log = await tx.conduct.read(session.id, 0)
  const marks = ofKind(log, 'mark')
  const is = seatState(session, visit, now)
  const pause = is === 'begun' ? pausesOf(log).find(({ until }) => until === null) : undefined
  return {
    session: session.id,
    examinee: session.examineeName,
    group: (await tx.people.find(session.examinee))?.group?.name ?? null,
    is,
    opensAt: session.opensAt.toString(),
    closesAt: session.closesAt.toString(),
    cameAt: visit?.cameAt?.toString() ?? null,
    identity: judged
      ? {
          document: visit?.document ?? null,
          by: judged.byName,
          at: judged.at.toString(),
          reason: judged.reason ?? '',
        }
      : null,
    authorizedAt: session.authorizedAt?.toString() ?? null,
    deadline: session.deadline?.toString() ?? null,
    deauthorizedAt: session.deauthorizedAt?.toString() ?? null,
    warnings: ofKind(log, 'warning').length,
    pause: pause ? { seq: pause.seq, reason: pause.reason } : null,
    marks: marks.map(({ entry: { code, from, to, ...said } }) => ({
      wording: catalogue[code as ViolationCode].wording,
      from,
      to,
      note: noteOf(said),
    })),
    conditions: conditionsForProctor(await tx.accommodations.inForce(session.id, now)).flatMap(
      ({ permitted }) => permitted,
    ),
  }
}

function shownIn({ policy }: ExamRules): readonly DocumentKind[] {
  const named = documentsOf(policy)
  return named.length > 0 ? named : documentKinds
}

async function roomOf(tx: Tx, asker: Asker, now: Instant): Promise<RoomView> {
  const exams: RoomView['exams'] = []
  for (const exam of await tx.exams.list()) {
    if (exam.card?.mode !== 'offline' || exam.state === 'draft' || !isToday(exam, now)) continue
    const sessions = await tx.sessions.ofExam(exam.id, asker.account)
    const rules = sessions.length > 0 ? await tx.rules.ofExam(exam.id) : null
    if (!rules) continue
    const consequence = rules.policy['live.stop_result'].value
    const seats: SeatView[] = []
    for (const session of sessions) seats.push(await seatOf(tx, session, now))
    exams.push({
      id: exam.id,
      title: exam.title,
      place: rules.card.delivery.name,
      lesson: rules.card.event === 'lesson',
      minutes: exam.lengthMinutes,
      marks: marksUnder(rules).map((code) => ({
        code,
        wording: catalogue[code as ViolationCode].wording,
        signs: signsOf(code, rules.act),
      })),
      documents: [...shownIn(rules)],
      warnBy: actionsOf(rules).warnBy.filter((one) => one === 'text' || one === 'audio'),
      stopAfter: actionsOf(rules).stopAfter,
      stopConsequence: typeof consequence === 'string' ? consequence : null,
      seats: seats.toSorted((a, b) => a.examinee.localeCompare(b.examinee, 'ru')),
    })
  }
  return { now: now.toString(), exams }
}

export const readRoom = (deps: SessionDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, (tx) => roomOf(tx, asker, now))

type Seat = { readonly session: SessionFacts; readonly rules: ExamRules; readonly is: SeatView['is'] }

/** T-10: a proctor acts on those assigned to him, and only where there is a room. */
async function inRoom<Why extends string>(
  deps: SessionDeps,
  asker: Asker,
  id: SessionId,
  now: Instant,
  work: (tx: Tx, seat: Seat) => Promise<Why | null>,
) {
  return deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session?.proctors.some((proctor) => proctor.id === asker.account)) return no('not_found')
    const rules = await tx.rules.ofSession(id)
    if (rules?.card.mode !== 'offline') return no('not_in_a_room')
    const is = seatState(session, await tx.doors.find(id), now)
    const why = await work(tx, { session, rules, is })
    return why ? no(why) : { ok: true as const, body: await roomOf(tx, asker, now) }
  })
}

export const noteArrival = (deps: SessionDeps, asker: Asker, id: SessionId, now: Instant) =>
  inRoom(deps, asker, id, now, async (tx, { is }) => {
    if (is !== 'expected') return 'not_now'
    await tx.doors.save(id, { ...atTheDoor, cameAt: now, document: null }, now)
    await tx.audit(audited(asker, now, 'room.arrival', id))
    return null
  })

export type RoomIdentity =
  | { readonly is: 'admitted'; readonly document: DocumentKind }
  | { readonly is: 'refused'; readonly why: FailureCode; readonly reason: string }

export const noteIdentity = (
  deps: SessionDeps,
  asker: Asker,
  id: SessionId,
  said: RoomIdentity,
  now: Instant,
) =>
  inRoom(deps, asker, id, now, async (tx, { session, rules, is }) => {
    if (session.examinee === asker.account) return 'own_exam'
    const visit = await tx.doors.find(id)
    if (!visit || session.state !== 'admitted' || !mayIdentify(is)) return 'not_now'
    const admitted = said.is === 'admitted'
    if (admitted && !shownIn(rules).includes(said.document)) return 'document_not_in_act'
    await tx.doors.save(
      id,
      { ...visit, state: said.is, document: admitted ? said.document : visit.document },
      now,
    )
    await tx.doors.addDecision({
      id: deps.ids.make('dec'),
      session: id,
      is: said.is,
      checks: admitted ? ['who', 'original', 'name_matches', 'photo_matches'] : [],
      steps: [],
      why: admitted ? null : said.why,
      violation: admitted ? null : violationOf(rules.policy, said.why),
      reason: admitted ? null : said.reason,
      evidence: [],
      by: asker.account,
      at: now,
    })
    await tx.audit(audited(asker, now, `room.${said.is}`, id, admitted ? {} : { why: said.why }))
    return null
  })

/** Each step of the attempt is the system's own; only whose hand does it is different here. */
async function step(
  deps: SessionDeps,
  tx: Tx,
  asker: Asker,
  session: SessionFacts,
  command: Exclude<Command, { do: 'stop' }>,
  now: Instant,
) {
  return apply(deps, tx, session, command, now, (event) =>
    audited(asker, now, `session.${event.type}`, session.id, { ...factsOf(event), place: 'classroom' }),
  )
}

export const beginInRoom = (deps: SessionDeps, asker: Asker, id: SessionId, now: Instant) =>
  inRoom(deps, asker, id, now, async (tx, { session, is }) => {
    const held = refuseBegin(is) ?? (await refuseRoom(deps.ready, tx, session))
    if (held) return held
    const authorised = await step(
      deps,
      tx,
      asker,
      await withOwnTime(tx, session, now),
      { do: 'authorize' },
      now,
    )
    if (!authorised.ok) return authorised.why
    const used = await tx.accommodations.use(id, now)
    if (used.length > 0) await tx.audit(audited(asker, now, 'session.conditions', id, { used }))
    const started = await step(deps, tx, asker, authorised.session, { do: 'start' }, now)
    return started.ok ? null : started.why
  })

export const handInInRoom = (deps: SessionDeps, asker: Asker, id: SessionId, now: Instant) =>
  inRoom(deps, asker, id, now, async (tx, { session }) => {
    const handed = await step(deps, tx, asker, session, { do: 'submit' }, now)
    return handed.ok ? null : handed.why
  })
