import type { Instant } from '@ochno/domain/time'
import type { AppealId } from '../../ports/appeals.ts'
import type { PaperId } from '../../ports/protocols.ts'
import { type AppealDeps, type Asker, entry, no } from './deps.ts'
import { ownSession } from './own.ts'

/** The row is in the journal before the first byte (E-T9). */
export async function readOwnPaper(deps: AppealDeps, asker: Asker, id: AppealId, pid: PaperId, now: Instant) {
  const paper = await deps.store.inTenant(asker.tenant, async (tx) => {
    const appeal = await tx.appeals.find(id)
    if (!appeal?.papers.includes(pid)) return undefined
    if (!(await ownSession(deps, tx, asker, await tx.sessions.find(appeal.session), now))) return undefined
    return (await tx.protocols.papers(appeal.session)).find((one) => one.id === pid)
  })
  if (!paper) return no('not_found')
  try {
    await deps.audit.record(entry(asker, now, 'read', id, { paper: pid, form: paper.form }))
  } catch {
    return no('journal_unavailable')
  }
  const stored = await deps.objects.get(`p/${asker.tenant}/${pid}`)
  if (!stored) return no('not_found')
  return { ok: true as const, paper, bytes: deps.seal.open(pid, paper.key, stored) }
}
