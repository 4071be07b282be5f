import { scanSchedule } from '@ochno/domain/wall/scan-schedule'
import type { Instant } from '@ochno/domain/time'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { Asker, SessionDeps } from './deps.ts'

/** R1-5.2d: drawn when the control window opens, from a seed that nobody types in; kept, and never shown to a proctor. */
export async function planScans(
  { ids }: Pick<SessionDeps, 'ids'>,
  tx: Tx,
  { tenant }: Asker,
  session: Pick<SessionFacts, 'id' | 'lengthMinutes'>,
  now: Instant,
): Promise<void> {
  const rules = await tx.rules.ofSession(session.id)
  if (!rules) return
  const seed = ids.random(16)
  const moments = scanSchedule(rules.policy, { from: now, lengthMinutes: session.lengthMinutes }, seed) ?? []
  if (moments.length === 0) return
  await tx.conduct.planScans(session.id, { seed, moments }, now)
  for (const moment of moments)
    await tx.enqueue({
      task: 'room_scan',
      key: `scan:${session.id}:${moment.epochMilliseconds}`,
      runAt: moment,
      payload: { tenant, session: session.id },
    })
}
