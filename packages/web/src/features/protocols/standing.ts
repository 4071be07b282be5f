import type { ProtocolLine } from '@ochno/contract/protocols'
import type { Tone } from '../../ui/tone.ts'

export const waitsForMe = ({ mine, state }: ProtocolLine): boolean => mine && state !== 'handed_over'

export const stateTones = {
  none: 'warn',
  draft: 'warn',
  signed: 'info',
  correcting: 'warn',
  handed_over: 'ok',
} as const satisfies Record<NonNullable<ProtocolLine['state']> | 'none', Tone>
