import type { DecisionView } from '@ochno/contract/decisions'
import type { Tone } from '../../ui/tone.ts'

type State = DecisionView['state']

export const stateTones = {
  pending: 'warn',
  recommended: 'warn',
  decided: 'info',
  published: 'ok',
  under_appeal: 'warn',
  upheld: 'ok',
  changed: 'info',
  final: 'ok',
} as const satisfies Record<State, Tone>

export const isOpen = (state: State): boolean => state === 'pending' || state === 'recommended'
