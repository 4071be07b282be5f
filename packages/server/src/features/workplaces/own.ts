// The examinee's side: whether there are places at all, what was asked, where the seat is.
import type { OwnWorkplace } from '@ochno/contract/workplaces'
import type { SessionId } from '@ochno/domain/ids'
import { type Instant, isBefore } from '@ochno/domain/time'
import { stayOf } from '@ochno/domain/workplace/book'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, no, type Person, type WorkplaceDeps } from './manage.ts'

async function view(tx: Tx, { id }: SessionFacts, now: Instant): Promise<OwnWorkplace> {
  const [request, places] = [await tx.workplaces.request(id), await tx.workplaces.all()]
  const place = places.find((one) => one.id === request?.place)
  return {
    now: now.toString(),
    offered: places.some(({ active }) => active),
    state: request?.state ?? 'none',
    wish: request?.wish ?? '',
    seat:
      place && request?.stay
        ? {
            place: place.name,
            address: place.address,
            from: request.stay.from.toString(),
            until: request.stay.until.toString(),
          }
        : null,
    answer: request?.answer ?? null,
  }
}

const ownSession = async (tx: Tx, person: Person, id: SessionId) => {
  const session = await tx.sessions.find(id)
  return session?.examinee === person.account ? session : null
}

export const readMyWorkplace = (deps: WorkplaceDeps, person: Person, id: SessionId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await ownSession(tx, person, id)
    return session ? { ok: true as const, body: await view(tx, session, now) } : no('not_found')
  })

/** Asked anew after a refusal: the same request, with what is said now. */
export const askWorkplace = (
  deps: WorkplaceDeps,
  person: Person,
  { id, wish }: { readonly id: SessionId; readonly wish: string },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await ownSession(tx, person, id)
    if (!session) return no('not_found')
    if (session.state !== 'admitted' || !isBefore(now, stayOf(session).until)) return no('too_late')
    if (!(await tx.workplaces.all()).some(({ active }) => active)) return no('no_workplaces')
    const before = await tx.workplaces.request(id)
    if (before && before.state !== 'refused') return no('workplace_asked')
    await tx.workplaces.save({
      session: id,
      state: 'asked',
      wish,
      askedAt: now,
      place: null,
      stay: null,
      answer: null,
      decidedBy: null,
    })
    await tx.audit(entry(person, now, 'ask', id))
    return { ok: true as const, body: await view(tx, session, now) }
  })

export const giveUpWorkplace = (deps: WorkplaceDeps, person: Person, id: SessionId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await ownSession(tx, person, id)
    if (!session) return no('not_found')
    const before = await tx.workplaces.request(id)
    if (before) {
      await tx.workplaces.drop(id)
      await tx.audit(entry(person, now, 'give_up', id, { was: before.state }))
    }
    return { ok: true as const, body: await view(tx, session, now) }
  })
