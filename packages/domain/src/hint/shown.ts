// What a person is shown: every hint, with what the exam's rules and the examinee's conditions say of it. Nothing is dropped.
import { type Accommodation, coveredBy } from '../accommodation/accommodation.ts'
import { counts, type Observation, type Verdict } from '../incident/observation.ts'
import { type ExamPermissions, judge } from '../incident/permitted.ts'
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

function verdictOf(hint: Hint, rules: ExamPermissions, conditions: readonly Accommodation[]): Verdict {
  const seen = observed(hint)
  const both = [judge(seen, rules), coveredBy(seen, conditions)]
  const highest = Math.max(...both.map(({ verdict }) => RANK[verdict]))
  if (highest === 0) return counts
  const speaking = both.filter(({ verdict }) => RANK[verdict] === highest)
  return { verdict: highest === 2 ? 'permitted' : 'unsure', because: speaking.flatMap((one) => one.because) }
}

export function shownHints(
  hints: readonly Hint[],
  rules: ExamPermissions,
  conditions: readonly Accommodation[],
  settings: HintSettings,
): readonly ShownHint[] {
  const show = (hint: Hint): ShownHint => ({ ...hint, verdict: verdictOf(hint, rules, conditions) })
  const shown = hints.map(show)
  const counting = shown.filter(({ verdict }) => verdict.verdict === 'counts')
  return [...shown, ...gazeEpisodes(counting, settings).map(show)]
}
