// The run of what the server itself found; its clock is the server's.
import { type Span, unheard } from '@ochno/domain/hint/outage'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ToldHint } from '../../ports/hints.ts'
import type { Tx } from '../../ports/store.ts'

const SERVER = 'server'

/** False: it was known already. */
export async function putFound(
  tx: Tx,
  id: SessionId,
  hint: Omit<ToldHint, 'seq'>,
  now: Instant,
): Promise<boolean> {
  await tx.hints.hear(id, SERVER, 0, now, null, null)
  return tx.hints.put(id, SERVER, { ...hint, seq: Math.max(0, hint.to) }, now)
}

/** TR-36: a page that is back after a silence in which no fragment came either was without a network, whether or not it says so. */
export async function putSilence(
  tx: Tx,
  id: SessionId,
  lastHeard: readonly Instant[],
  until: Instant,
  now: Instant,
): Promise<readonly Span[]> {
  const to = until.epochMilliseconds
  const from = lastHeard.reduce((latest, at) => Math.max(latest, at.epochMilliseconds), 0)
  if (from === 0 || unheard([from, to]).length === 0) return []
  const silences = unheard([from, ...(await tx.replays.acceptedBetween(id, from, to)), to])
  if (silences.length > 0) await tx.hints.hear(id, SERVER, 0, now, null, null)
  for (const silence of silences)
    await tx.hints.putBlind(id, SERVER, { ...silence, sensor: 'link', why: 'unheard', ongoing: false })
  return silences
}
