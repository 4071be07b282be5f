import type { AppealView } from '@ochno/contract/appeals'
import type { Tone } from '../../ui/tone.ts'

type Standing = Pick<AppealView, 'state' | 'outcome'>

export const toneOf = ({ state, outcome }: Standing): Tone =>
  state !== 'closed' ? 'warn' : outcome === 'satisfied' ? 'ok' : 'idle'

/** What became of a closed one says more than that it is closed. */
export const wordOf = ({ state, outcome }: Standing) =>
  state === 'closed' && outcome
    ? (`appeals.outcomes.${outcome}` as const)
    : (`appeals.states.${state}` as const)
