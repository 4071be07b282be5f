import type { workplaceRoutes } from '@ochno/contract/workplaces'
import { sightOf } from '@ochno/domain/access/sight'
import { type Instant, instant } from '@ochno/domain/time'
import {
  addWorkplace,
  bookWorkplace,
  changeWorkplace,
  listWorkplaces,
  refuseWorkplace,
  type WorkplaceDeps,
} from '../features/workplaces/manage.ts'
import { askWorkplace, giveUpWorkplace, readMyWorkplace } from '../features/workplaces/own.ts'
import type { Sights } from '../ports/sight.ts'
import type { Actor, Handlers, Refused } from './seam.ts'

export const workplaceHandlers = (
  deps: WorkplaceDeps & { readonly sights: Sights },
): Handlers<typeof workplaceRoutes> => {
  const list = async (actor: Actor, now: Instant) => {
    const sight = sightOf(actor)
    const read = () => listWorkplaces(deps, actor, now)
    return { ok: true as const, body: await (sight ? deps.sights.within(sight, read) : read()) }
  }
  /** A change is decided over all there is and answered with what this person is shown. */
  const listAfter = async (actor: Actor, now: Instant, change: Promise<{ readonly ok: true } | Refused>) => {
    const done = await change
    return done.ok ? list(actor, now) : done
  }
  return {
    readMyWorkplace: ({ actor, now }, { params }) => readMyWorkplace(deps, actor, params.sid, now),
    askWorkplace: ({ actor, now }, { params, body }) =>
      askWorkplace(deps, actor, { id: params.sid, wish: body.wish }, now),
    giveUpWorkplace: ({ actor, now }, { params }) => giveUpWorkplace(deps, actor, params.sid, now),
    listWorkplaces: ({ actor, now }) => list(actor, now),
    addWorkplace: ({ actor, now }, { body }) => listAfter(actor, now, addWorkplace(deps, actor, body, now)),
    changeWorkplace: ({ actor, now }, { params, body }) =>
      listAfter(actor, now, changeWorkplace(deps, actor, params.wid, body, now)),
    bookWorkplace: ({ actor, now }, { params, body }) =>
      listAfter(
        actor,
        now,
        bookWorkplace(deps, actor, { session: params.sid, place: body.place, from: instant(body.from) }, now),
      ),
    refuseWorkplace: ({ actor, now }, { params, body }) =>
      listAfter(actor, now, refuseWorkplace(deps, actor, { session: params.sid, answer: body.answer }, now)),
  }
}
