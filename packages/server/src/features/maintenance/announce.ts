// 002 13: services are never shut by the hour of the day; works are announced, and the announcement shuts nothing by itself.
import { type Instant, isBefore } from '@ochno/domain/time'
import { type Asker, no } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Work } from '../../ports/maintenance.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type MaintenanceDeps = { readonly store: Store; readonly ids: Ids }
type Person = Asker

/** Told later than this, it is no announcement. */
const AHEAD_HOURS = 1

const view = ({ id, from, until, what, announcedAt }: Work) => ({
  id,
  what,
  from: from.toString(),
  until: until.toString(),
  announcedAt: announcedAt.toString(),
})

const listed = async (tx: Tx, now: Instant) => ({
  now: now.toString(),
  rows: (await tx.maintenance.coming(now)).map(view),
})

export const listMaintenance = (deps: MaintenanceDeps, { tenant }: Person, now: Instant) =>
  deps.store.inTenant(tenant, (tx) => listed(tx, now))

const entry = (person: Person, now: Instant, action: string, id: string, details: object = {}) => ({
  at: now,
  tenant: person.tenant,
  actor: person.account,
  role: 'admin' as const,
  action: `maintenance.${action}`,
  object: id,
  purpose: 'administration',
  result: 'ok' as const,
  details: { ...details },
})

export const announceMaintenance = (
  deps: MaintenanceDeps,
  person: Person,
  given: { readonly from: Instant; readonly until: Instant; readonly what: string },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const { from, until, what } = given
    if (!isBefore(from, until)) return no('wrong_window')
    if (isBefore(from, now.add({ hours: AHEAD_HOURS }))) return no('too_soon')
    const work: Work = { id: deps.ids.make('mnt'), from, until, what, by: person.account, announcedAt: now }
    await tx.maintenance.add(work)
    const told = await tx.maintenance.tellEverybody(work, () => deps.ids.make('ntc'))
    const sessions = await tx.maintenance.sessionsWithin(from, until)
    await tx.audit(
      entry(person, now, 'announce', work.id, {
        from: from.toString(),
        until: until.toString(),
        what,
        told,
      }),
    )
    return { ok: true as const, body: { ...(await listed(tx, now)), told, sessions } }
  })

export const cancelMaintenance = (deps: MaintenanceDeps, person: Person, id: string, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (!(await tx.maintenance.cancel(id, now))) return no('not_found')
    await tx.audit(entry(person, now, 'cancel', id))
    return { ok: true as const, body: await listed(tx, now) }
  })
