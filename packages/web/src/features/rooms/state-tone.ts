import type { MyRoomRow } from '@ochno/contract/rooms'
import type { Tone } from '../../ui/tone.ts'

export const stateTone = {
  planned: 'info',
  open: 'ok',
  over: 'idle',
  cancelled: 'warn',
} as const satisfies Record<MyRoomRow['state'], Tone>
