import type { DoorStaffRow } from '@ochno/contract/door'
import { mayAskExternal } from '@ochno/domain/identity/steps'
import { heldAtDoor } from '@ochno/domain/identity/visit'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Asker, DoorDeps } from './deps.ts'
import { type KnownRules, standingOf } from './standing.ts'

const AHEAD = Temporal.Duration.from({ hours: 24 })

/** For whoever is named as the one who helps: who is held at the door, by what, and what was said. */
export const listDoorToday = (deps: DoorDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const rows: DoorStaffRow[] = []
    const known: KnownRules = new Map()
    for (const id of await tx.doors.admitted(now, now.add(AHEAD))) {
      const session = await tx.sessions.find(id)
      if (!session) continue
      const { rules, door, visit } = await standingOf(tx, session, known)
      if (door.steps.length === 0) continue
      const said = visit.state === 'preparing' ? null : ((await tx.doors.decisions(id)).at(-1) ?? null)
      const external = visit.asked.includes('external') ? await tx.doors.external(id) : null
      rows.push({
        session: id,
        exam: { title: session.examTitle },
        examinee: { id: session.examinee, name: session.examineeName },
        opensAt: session.opensAt.toString(),
        closesAt: session.closesAt.toString(),
        state: visit.state,
        held: heldAtDoor(door),
        proctors: session.proctors.map(({ name }) => name),
        said: said && { why: said.why, reason: said.reason },
        mayAskExternal: mayAskExternal(rules.policy),
        external: external && {
          provider: external.provider,
          result: external.result,
          at: external.at.toString(),
        },
      })
    }
    return { now: now.toString(), rows }
  })

export const listOwners = (deps: DoorDeps, asker: Asker, find: string) =>
  deps.store.inTenant(asker.tenant, async (tx) => ({
    rows: (await tx.doors.owners(find)).map(({ account, name, takenAt }) => ({
      account: { id: account, name },
      takenAt: takenAt.toString(),
    })),
  }))
