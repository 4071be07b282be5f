// Whoever said no to proctoring is not watched, and nobody is before the consent stands (000 2.2.1, SM-2, SM-7).
import { demandOf, notGiven, saidNo } from '@ochno/domain/consent/demand'
import type { ConsentKind } from '@ochno/domain/consent/rules'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

type Of = Pick<SessionFacts, 'examinee'>

async function answers(tx: Tx, { examinee }: Of, policy: EffectivePolicy) {
  const demand = demandOf((key) => policy[key].value)
  const lives = demand.kinds.length === 0 ? [] : await tx.consents.lives(examinee)
  const stateOf = (kind: ConsentKind) => lives.findLast((life) => life.kind === kind)?.state ?? 'none'
  return { demand, stateOf }
}

/** A no, a withdrawal or an end: the exam is taken in another way. */
export async function refuseConsent(
  tx: Tx,
  of: Of,
  policy: EffectivePolicy,
): Promise<'consent_refused' | null> {
  const { demand, stateOf } = await answers(tx, of, policy)
  return saidNo(demand, stateOf) ? 'consent_refused' : null
}

/** Before the control window opens silence holds back too: only a consent that stands lets anybody be recorded. */
export async function awaitConsent(
  tx: Tx,
  of: Of,
  policy: EffectivePolicy,
): Promise<'consent_refused' | 'consent_missing' | null> {
  const { demand, stateOf } = await answers(tx, of, policy)
  if (saidNo(demand, stateOf)) return 'consent_refused'
  return notGiven(demand, stateOf).length > 0 ? 'consent_missing' : null
}
