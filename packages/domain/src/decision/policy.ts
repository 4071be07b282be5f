import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import { type DecisionPolicy, defaultDecisionPolicy } from './findings.ts'

/** The numbers of the rules out of the policy of the exam. Rows are counted once each unless the institution said otherwise (TR-03). */
export const decisionPolicy = (policy: EffectivePolicy): DecisionPolicy => ({
  starredThreshold: numberOf(policy, 'decision.starred_threshold'),
  starredCounting:
    policy['decision.starred_counting'].value === 'occurrences' ? 'occurrences' : 'distinct_rows',
  statusPrecedence: defaultDecisionPolicy.statusPrecedence,
})
