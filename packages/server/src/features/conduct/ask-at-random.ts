// The look around that the system asks for at a moment drawn beforehand: no proctor chose it, no examinee knows it (TR-39, TR-47).
import { refuseConduct } from '@ochno/domain/conduct/refuse'
import { scanSeconds } from '@ochno/domain/conduct/rules'
import { scansOf, standing } from '@ochno/domain/conduct/standing'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { isScanDue } from '@ochno/domain/wall/scan-schedule'
import { type ConductDeps, rulesOf } from './deps.ts'

/** Null: nothing more to ask. Otherwise when to look again: somebody who is away is not asked to show the room. */
export async function askAtRandom(
  deps: Pick<ConductDeps, 'store' | 'bell'>,
  tenant: TenantId,
  id: SessionId,
  now: Instant,
): Promise<boolean> {
  const asked = await deps.store.inTenant(tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    const plan = await tx.conduct.scanPlan(id)
    const rules = await rulesOf(tx, id)
    if (!session || !plan || !rules) return false
    const log = await tx.conduct.read(id, 0)
    const bySystem = scansOf(log).filter(({ askedBy }) => askedBy === 'system').length
    const at = standing(log, rules, session.lengthMinutes, now)
    if (!isScanDue(plan.moments, bySystem, at.scan?.stands === 'waiting', now)) return false
    const entry = {
      kind: 'scan',
      reason: '',
      answerUntil: now.add({ seconds: scanSeconds(rules) ?? 0 }).toString(),
    } as const
    const why = refuseConduct(entry, 'system', { ...session, log }, rules, now)
    if (why === 'not_running') return false
    if (why || at.absence || at.pause) {
      await tx.enqueue(scanTask(tenant, id, now.add({ minutes: 1 })))
      return false
    }
    const seq = await tx.conduct.add(id, { at: now, party: 'system', by: null, entry })
    await tx.audit({
      at: now,
      tenant,
      actor: 'system',
      role: 'system',
      action: 'conduct.scan',
      object: id,
      purpose: 'violations',
      result: 'ok',
      details: { seq },
    })
    return true
  })
  if (asked) deps.bell.ring(id)
  return asked
}

const scanTask = (tenant: TenantId, session: SessionId, runAt: Instant) => ({
  task: 'room_scan',
  key: `scan:${session}:${runAt.epochMilliseconds}`,
  runAt,
  payload: { tenant, session },
})
