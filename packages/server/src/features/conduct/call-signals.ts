// The server carries what two pages write to each other while a call is open; nothing of what is said goes through it.
import type { CallNews, CallSignal } from '@ochno/contract/calls'
import { openCall } from '@ochno/domain/call/call'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { CallSide, IceWays } from '../../ports/calls.ts'
import type { Tx } from '../../ports/store.ts'
import { type ConductDeps, no, partyOf, rulesOf, type Speaker } from './deps.ts'

export type CallDeps = Pick<ConductDeps, 'store' | 'bell' | 'clock'> & { readonly ice: IceWays }
type Asked = { readonly session: SessionId; readonly seq: number; readonly as: CallSide }

/** T-10: of one's own session or of one assigned; of a call that was made in it. */
async function find(tx: Tx, speaker: Speaker, { session: id, seq, as }: Asked, now: Instant, hold: boolean) {
  const session = hold ? await tx.sessions.lock(id) : await tx.sessions.find(id)
  if (!session || !partyOf(speaker, session, as)) return null
  const rules = await rulesOf(tx, id)
  const log = await tx.conduct.read(id, 0)
  if (!rules || !log.some((row) => row.seq === seq && row.entry.kind === 'call')) return null
  return { open: openCall({ ...session, log }, rules, now)?.seq === seq }
}

export async function signal(
  deps: CallDeps,
  speaker: Speaker,
  asked: Asked & { readonly signals: readonly CallSignal[] },
  now: Instant,
) {
  const outcome = await deps.store.inTenant(speaker.tenant, async (tx) => {
    const call = await find(tx, speaker, asked, now, true)
    if (!call) return no('not_found')
    if (!call.open) return no('call_over')
    const added = await tx.calls.add(asked, asked.as, asked.signals, now)
    return added ? { ok: true as const, body: undefined } : no('too_many')
  })
  if (outcome.ok) deps.bell.ring(asked.session)
  return outcome
}

export async function readSignals(
  deps: CallDeps,
  speaker: Speaker,
  asked: Asked & { readonly after: number; readonly waitMs: number; readonly gone: AbortSignal },
  now: Instant,
) {
  const other = asked.as === 'proctor' ? 'examinee' : 'proctor'
  const read = (at: Instant) =>
    deps.store.inTenant(speaker.tenant, async (tx) => {
      const call = await find(tx, speaker, asked, at, false)
      if (!call) return no('not_found')
      const rows = call.open ? await tx.calls.read(asked, other, asked.after) : []
      const { servers, relayOnly } = call.open ? deps.ice(at) : { servers: [], relayOnly: true }
      const body: CallNews = { over: !call.open, rows: [...rows], ice: [...servers], relayOnly }
      return { ok: true as const, body }
    })
  // Listening begins before looking: what is said between the two is not missed.
  const rang = deps.bell.wait(asked.session, asked.waitMs, asked.gone)
  const first = await read(now)
  if (!first.ok || first.body.over || first.body.rows.length > 0 || asked.waitMs === 0) return first
  await rang
  return read(deps.clock.now())
}
