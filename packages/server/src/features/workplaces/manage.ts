// Workplaces of the institution, and the seats booked at them.
import { extraMinutes } from '@ochno/domain/accommodation/accommodation'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { mayBeginAt, refuseBooking, seatOf, type Stay, stayOf } from '@ochno/domain/workplace/book'
import { type Asker, lines, no } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Store, Tx } from '../../ports/store.ts'
import type { StoredWorkplace } from '../../ports/workplaces.ts'

export { no } from '../../ports/asking.ts'

export type WorkplaceDeps = { readonly store: Store; readonly ids: Ids }
export type Person = Asker
export const entry = lines({ purpose: 'support', prefix: 'workplace.' })

const told = ({ from, until }: Stay) => ({ from: from.toString(), until: until.toString() })

async function everything(tx: Tx, now: Instant) {
  const places = await tx.workplaces.all()
  const names = new Map(places.map(({ id, name }) => [id, name]))
  const requests = []
  for (const request of await tx.workplaces.requests(now)) {
    const session = await tx.sessions.find(request.session)
    if (!session) continue
    requests.push({
      session: session.id,
      exam: session.examTitle,
      examinee: { id: session.examinee, name: session.examineeName },
      state: request.state,
      wish: request.wish,
      ...told(request.stay ?? stayOf(session)),
      opensAt: session.opensAt.toString(),
      closesAt: session.closesAt.toString(),
      askedAt: request.askedAt.toString(),
      place: request.place && (names.get(request.place) ?? null),
      answer: request.answer,
    })
  }
  return { now: now.toString(), places: places.map((place) => ({ ...place })), requests }
}

export const listWorkplaces = (deps: WorkplaceDeps, { tenant }: Person, now: Instant) =>
  deps.store.inTenant(tenant, (tx) => everything(tx, now))

type Given = Omit<StoredWorkplace, 'id'>

export const addWorkplace = (deps: WorkplaceDeps, person: Person, given: Given, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (given.closes <= given.opens) return no('wrong_hours')
    const id = deps.ids.make('wpl')
    await tx.workplaces.put({ id, ...given }, now)
    await tx.audit(entry(person, now, 'add', id, { ...given }))
    return { ok: true as const }
  })

export const changeWorkplace = (
  deps: WorkplaceDeps,
  person: Person,
  id: string,
  given: Given,
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (given.closes <= given.opens) return no('wrong_hours')
    if (!(await tx.workplaces.hold(id))) return no('not_found')
    await tx.workplaces.put({ id, ...given }, now)
    await tx.audit(entry(person, now, 'change', id, { ...given }))
    return { ok: true as const }
  })

/** A message of the organiser in the examinee's account, and by letter where there is an address. */
async function tell(deps: WorkplaceDeps, tx: Tx, session: SessionFacts, text: string, now: Instant) {
  await sendMessage(
    deps.ids,
    tx,
    { to: session.examinee, about: session.exam, facts: { title: session.examTitle, text } },
    now,
  )
}

export const bookWorkplace = (
  deps: WorkplaceDeps,
  person: Person,
  asked: { readonly session: SessionId; readonly place: string; readonly from: Instant },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.find(asked.session)
    // One after the other at one place: the last seat goes to one person.
    const place = await tx.workplaces.hold(asked.place)
    const request = session && (await tx.workplaces.request(session.id))
    if (!session || !request || !place) return no('not_found')
    const zone = (await tx.institutions.look())?.zone ?? 'UTC'
    if (!mayBeginAt(asked.from, session)) return no('workplace_time')
    const longer = extraMinutes(await tx.accommodations.inForce(session.id, now))
    const stay = seatOf(asked.from, session.lengthMinutes + longer)
    const why =
      session.deauthorizedAt === null
        ? refuseBooking(place, stay, await tx.workplaces.taken(place.id, session.id), { zone, now })
        : 'too_late'
    if (why) return no(why)
    await tx.workplaces.save({
      ...request,
      state: 'booked',
      place: place.id,
      stay,
      answer: null,
      decidedBy: person.account,
    })
    await tell(
      deps,
      tx,
      session,
      `Для экзамена вам забронировано рабочее место учреждения: ${place.name}, ${place.address}. Время смотрите на странице экзамена.`,
      now,
    )
    await tx.audit(entry(person, now, 'book', session.id, { place: place.id, ...told(stay) }))
    return { ok: true as const }
  })

export const refuseWorkplace = (
  deps: WorkplaceDeps,
  person: Person,
  asked: { readonly session: SessionId; readonly answer: string },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.find(asked.session)
    const request = session && (await tx.workplaces.request(session.id))
    if (!session || !request) return no('not_found')
    const { answer } = asked
    await tx.workplaces.save({
      ...request,
      state: 'refused',
      place: null,
      stay: null,
      answer,
      decidedBy: person.account,
    })
    await tell(deps, tx, session, `Рабочего места учреждения для этого экзамена не будет: ${answer}`, now)
    await tx.audit(entry(person, now, 'refuse', session.id, { answer, was: request.state }))
    return { ok: true as const }
  })
