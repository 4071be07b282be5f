// ING-15: one device at a time may record for a session (T-05).
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { LeaseRows } from '../../ports/leases.ts'
import { same } from './track.ts'

type Held = { readonly device: Uint8Array; lease: string; untilMs: number }

export type Leases = ReturnType<typeof makeLeases>

export type Taken =
  | { readonly ok: true; readonly lease: string; readonly changedDevice: boolean }
  | { readonly ok: false; readonly retryAfterS: number }

export function makeLeases(deps: {
  readonly rows: LeaseRows
  readonly nowMs: () => number
  readonly leaseMs: number
  readonly makeLease: () => string
}) {
  const held = new Map<SessionId, Held>()
  const turns = new Map<SessionId, Promise<unknown>>()

  /** Fifty parallel requests take turns per session: exactly one device wins. */
  function inTurn<T>(session: SessionId, work: () => Promise<T>): Promise<T> {
    const before = turns.get(session) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => {})
    turns.set(session, settled)
    void settled.then(() => {
      if (turns.get(session) === settled) turns.delete(session)
    })
    return mine
  }

  async function known(session: SessionId): Promise<Held | null> {
    const found = held.get(session)
    if (found) return found
    const row = await deps.rows.find(session)
    if (!row) return null
    // After a restart the device that held it keeps its right for one lease, whoever asks first.
    const restored = { device: row.device, lease: '', untilMs: deps.nowMs() + deps.leaseMs }
    held.set(session, restored)
    return restored
  }

  return {
    take: (tenant: TenantId, session: SessionId, device: Uint8Array): Promise<Taken> =>
      inTurn(session, async () => {
        const now = deps.nowMs()
        const before = await known(session)
        const own = before !== null && same(before.device, device)
        if (before && !own && before.untilMs > now)
          return { ok: false, retryAfterS: Math.ceil((before.untilMs - now) / 1000) }
        if (!own) await deps.rows.take(tenant, session, device)
        const lease = deps.makeLease()
        held.set(session, { device, lease, untilMs: now + deps.leaseMs })
        return { ok: true, lease, changedDevice: before !== null && !own }
      }),
    /** Any traffic renews it; false when another device or a newer lease of the same one took over. */
    renew: (session: SessionId, lease: string): boolean => {
      const mine = held.get(session)
      if (!mine || mine.lease === '' || mine.lease !== lease) return false
      mine.untilMs = deps.nowMs() + deps.leaseMs
      return true
    },
    forget: (session: SessionId): void => void held.delete(session),
  }
}
