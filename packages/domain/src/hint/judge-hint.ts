// One hint with everything that is known of it beside the picture: the rules, the examinee's conditions, the network.
import type { Verdict } from '../incident/observation.ts'
import type { ExamPermissions } from '../incident/permitted.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import type { Hint } from './hint.ts'
import { isTechnical, type Unseen } from './outage.ts'
import { type Granted, verdictOf } from './shown.ts'

export type Around = {
  readonly rules: ExamPermissions
  readonly policy: EffectivePolicy
  readonly granted: Granted
  readonly blind: readonly Unseen[]
}

export const judgeHint = (
  hint: Omit<Hint, 'id'>,
  { rules, policy, granted, blind }: Around,
): { readonly verdict: Verdict; readonly technical: boolean } => ({
  verdict: verdictOf({ ...hint, id: '' }, rules, granted, policy),
  technical: isTechnical(hint, blind),
})
