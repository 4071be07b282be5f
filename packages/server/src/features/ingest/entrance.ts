// Who may record for a session, and the doors that are open (T-05, ING-15, ING-26).
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { type TrackId, trackIds } from '@ochno/domain/recording/track'
import type { Seat, Seats } from '../../ports/ingest.ts'
import type { Door, DoorDeps } from './door.ts'
import type { Leases } from './leases.ts'
import { fullBucket } from '@ochno/domain/recording/quota'
import { accepts } from '@ochno/domain/recording/window'

export type Entrance = ReturnType<typeof makeEntrance>
export type NoEntry = { readonly ok: false; readonly why: 'not_found' | 'lease_taken' | 'closed' }

type Who = { readonly tenant: TenantId; readonly account: AccountId }
const IDLE_MS = 120_000

export function makeEntrance(deps: DoorDeps & { readonly seats: Seats; readonly leases: Leases }) {
  const doors = new Map<SessionId, Door & { usedMs: number; sockets: number }>()

  async function seatOf(
    who: Who,
    session: SessionId,
  ): Promise<{ readonly ok: true; readonly seat: Seat } | NoEntry> {
    const seat = doors.get(session)?.seat ?? (await deps.seats.find(who.tenant, session))
    // Somebody else's session and none at all look alike.
    if (!seat || seat.tenant !== who.tenant || seat.examinee !== who.account)
      return { ok: false, why: 'not_found' }
    return { ok: true, seat }
  }

  return {
    /** For the lease: also before the control window, so that the browser can prepare. */
    seat: async (who: Who, session: SessionId) => {
      const fresh = await deps.seats.find(who.tenant, session)
      if (!fresh || fresh.examinee !== who.account) return { ok: false, why: 'not_found' } as const
      return { ok: true, seat: fresh } as const
    },
    enter: async (
      who: Who,
      session: SessionId,
      lease: string,
    ): Promise<{ readonly ok: true; readonly door: Door } | NoEntry> => {
      const may = await seatOf(who, session)
      if (!may.ok) return may
      if (!deps.leases.renew(session, lease)) return { ok: false, why: 'lease_taken' }
      const now = deps.nowMs()
      let seat = may.seat
      // A door may know the session from before it was authorised: ask once more before refusing.
      if (!accepts(seat, deps.policy, now)) seat = (await deps.seats.find(who.tenant, session)) ?? seat
      if (!accepts(seat, deps.policy, now)) return { ok: false, why: 'closed' }
      const door = doors.get(session) ?? {
        seat,
        bucket: fullBucket(deps.policy, now),
        open: new Map(),
        tracks: new Map(),
        usedMs: now,
        sockets: 0,
      }
      door.seat = seat
      door.usedMs = now
      doors.set(session, door)
      return { ok: true, door }
    },
    /** Each frame renews the lease of its socket; false: another device has it now. */
    still: (session: SessionId, lease: string): boolean => {
      const door = doors.get(session)
      if (door) door.usedMs = deps.nowMs()
      return deps.leases.renew(session, lease)
    },
    socketOpened: (session: SessionId): void => {
      const door = doors.get(session)
      if (!door) return
      door.sockets += 1
      // Parts belong to the connection they came by.
      door.open.clear()
    },
    socketClosed: (session: SessionId): void => {
      const door = doors.get(session)
      if (!door) return
      door.sockets -= 1
      if (door.sockets === 0) deps.stage.leave(session)
    },
    /** What the database says now of every session that is being recorded, and the memory of those that are not. */
    refresh: async (): Promise<void> => {
      const open = [...doors.keys()]
      if (open.length === 0) return
      for (const seat of await deps.seats.refresh(open)) {
        const door = doors.get(seat.session)
        if (door) door.seat = seat
      }
      const now = deps.nowMs()
      for (const [session, door] of doors)
        if (door.sockets === 0 && now - door.usedMs > IDLE_MS) {
          doors.delete(session)
          deps.leases.forget(session)
          deps.stage.leave(session)
          await Promise.all(trackIds.map((tid: TrackId) => deps.acceptor.close(session, tid)))
        }
    },
    recording: (): number => doors.size,
  }
}
