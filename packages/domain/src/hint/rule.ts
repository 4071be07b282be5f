import type { ViolationCode } from '../incident/catalogue.ts'
import type { About } from '../incident/observation.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { HintSettings, Least } from './settings.ts'
import type { Measured, Sensor } from './signal.ts'

/** What one signal means to one rule. `still`: enough for a hint that goes on, too little for one to begin. */
export type Sight =
  | {
      readonly sees: 'yes' | 'still'
      readonly strength: number
      readonly about?: About
      readonly name?: string
      /** It was so for this long already: a sensor that has to hear for a while knows since when. */
      readonly forMs?: number
    }
  | { readonly sees: 'no' }
  | { readonly sees: 'cannot' }

export const yes: Sight = { sees: 'yes', strength: 1 }
export const no: Sight = { sees: 'no' }
export const cannot: Sight = { sees: 'cannot' }
export const when = (seen: boolean | null): Sight => (seen === null ? cannot : seen ? yes : no)

export type Rule<S extends Sensor = Sensor> = {
  readonly rule: string
  readonly on: S
  readonly code: ViolationCode
  readonly least: Least
  /** Only where the policy says yes. */
  readonly asked?: PolicyKey
  readonly look: (seen: Extract<Measured, { on: S }>, settings: HintSettings) => Sight
}

/** A table of one sensor's rules. */
export const rulesOn =
  <S extends Sensor>(on: S) =>
  (rows: Readonly<Record<string, Omit<Rule<S>, 'on' | 'rule'>>>): readonly Rule<S>[] =>
    Object.entries(rows).map(([rule, row]) => ({ rule, on, ...row }))

/** At the value or above it; a hint goes on down to `slack` below. */
export function atLeast(value: number | null, limit: number | null, slack: number): Sight {
  if (value === null || limit === null) return cannot
  if (value >= limit) return { sees: 'yes', strength: 1 }
  return value > limit - slack ? { sees: 'still', strength: 0 } : no
}

/** Below the value; the value itself is enough for the examinee. */
export function below(value: number | null, limit: number | null, slack: number): Sight {
  if (value === null || limit === null) return cannot
  if (value < limit) return { sees: 'yes', strength: 1 }
  return value < limit + slack ? { sees: 'still', strength: 0 } : no
}
