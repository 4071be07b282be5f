// What a person and the rules made of a hint, in the words of the trust score.
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Verdict } from '../incident/observation.ts'
import type { Interval, Standing } from '../trust/score.ts'

export type HintState = 'open' | 'answered' | 'dismissed' | 'marked'

export type Judged = {
  readonly no: number
  readonly code: ViolationCode
  readonly from: number
  readonly to: number
  readonly verdict: Verdict['verdict']
  readonly technical: boolean
  readonly state: HintState
}

/** A person's word is stronger than a permission and a permission stronger than the machine. */
export function standingOf({ verdict, technical, state }: Judged): Standing {
  if (state === 'marked') return 'confirmed'
  if (state === 'dismissed') return 'dismissed'
  if (technical) return 'technical'
  return verdict === 'permitted' ? 'permitted' : 'hint'
}

export const intervalsOf = (hints: readonly Judged[]): readonly Interval[] =>
  hints.map((hint) => ({
    id: String(hint.no),
    code: hint.code,
    fromMs: hint.from,
    toMs: hint.to,
    standing: standingOf(hint),
  }))
