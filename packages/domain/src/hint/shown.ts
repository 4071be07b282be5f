// What a person is shown: every hint, with what the exam's rules and the examinee's conditions say of it. Nothing is dropped.
import { type Accommodation, coveredBy } from '../accommodation/accommodation.ts'
import { counts, type Observation, type Verdict } from '../incident/observation.ts'
import { type ExamPermissions, judge } from '../incident/permitted.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import { type DeclaredAbsence, declaredVerdict } from './absence.ts'
import { gazeEpisodes } from './episodes.ts'
import type { Hint } from './hint.ts'
import type { HintSettings } from './settings.ts'

export type ShownHint = Hint & { readonly verdict: Verdict }

const observed = ({ code, from, to, about, name }: Hint): Observation => ({
  code,
  seconds: (to - from) / 1_000,
  ...(about !== undefined && { about }),
  ...(name !== undefined && { name }),
})

const RANK = { permitted: 2, unsure: 1, counts: 0 } as const

/** What one examinee has: the conditions granted and the absences declared. */
export type Granted = {
  readonly conditions: readonly Accommodation[]
  readonly absences: readonly DeclaredAbsence[]
}

export const nothingGranted: Granted = { conditions: [], absences: [] }

/** What the exam's rules and the examinee's conditions say of one hint. */
export function verdictOf(
  hint: Hint,
  rules: ExamPermissions,
  granted: Granted,
  policy: EffectivePolicy,
): Verdict {
  const seen = observed(hint)
  const all = [
    judge(seen, rules),
    coveredBy(seen, granted.conditions),
    declaredVerdict(hint, granted.absences, policy),
  ]
  const highest = Math.max(...all.map(({ verdict }) => RANK[verdict]))
  if (highest === 0) return counts
  const speaking = all.filter(({ verdict }) => RANK[verdict] === highest)
  return { verdict: highest === 2 ? 'permitted' : 'unsure', because: speaking.flatMap((one) => one.because) }
}

export function shownHints(
  hints: readonly Hint[],
  rules: ExamPermissions,
  granted: Granted,
  settings: HintSettings,
): readonly ShownHint[] {
  const show = (hint: Hint): ShownHint => ({
    ...hint,
    verdict: verdictOf(hint, rules, granted, settings.policy),
  })
  const shown = hints.map(show)
  const counting = shown.filter(({ verdict }) => verdict.verdict === 'counts')
  return [...shown, ...gazeEpisodes(counting, settings).map(show)]
}
