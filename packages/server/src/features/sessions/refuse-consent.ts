// Whoever said no to proctoring is not watched (000 2.2.1, SM-7): the exam is taken in another way.
import { demandOf, saidNo } from '@ochno/domain/consent/demand'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

export async function refuseConsent(
  tx: Tx,
  { examinee }: Pick<SessionFacts, 'examinee'>,
  policy: EffectivePolicy,
): Promise<'consent_refused' | null> {
  const demand = demandOf((key) => policy[key].value)
  if (demand.kinds.length === 0) return null
  const lives = await tx.consents.lives(examinee)
  const stateOf = (kind: string) => lives.findLast((life) => life.kind === kind)?.state ?? 'none'
  return saidNo(demand, stateOf) ? 'consent_refused' : null
}
