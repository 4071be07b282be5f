import { counts, type Observation, type Verdict } from '../incident/observation.ts'
import { type ExamPermissions, judge } from '../incident/permitted.ts'
import { type Accommodation, coveredBy } from './accommodation.ts'

/** The one question before a hint becomes anything: the rules of the exam first, then the conditions of this examinee. */
export function assess(
  seen: Observation,
  rules: ExamPermissions,
  conditions: readonly Accommodation[],
): Verdict {
  const both = [judge(seen, rules), coveredBy(seen, conditions)]
  const of = (verdict: Verdict['verdict']) =>
    both.filter((one) => one.verdict === verdict).flatMap((one) => one.because)
  const permitted = of('permitted')
  if (permitted.length > 0) return { verdict: 'permitted', because: permitted }
  const unsure = of('unsure')
  return unsure.length > 0 ? { verdict: 'unsure', because: unsure } : counts
}
