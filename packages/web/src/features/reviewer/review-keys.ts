// Keys of the review as data, so that the help shows what the keyboard does.
import { SPEEDS } from '../../player/player-state.ts'

export type ReviewAct =
  | { readonly do: 'play' | 'sound' | 'gap' | 'help' | 'start' | 'end' }
  | { readonly do: 'move'; readonly seconds: number }
  | { readonly do: 'speed'; readonly step: 1 | -1 }

export const reviewKeys = [
  ['Space', 'play'],
  ['← →', 'ten'],
  ['Shift ← →', 'minute'],
  ['− +', 'speed'],
  ['Home End', 'ends'],
  ['M', 'sound'],
  ['G', 'gap'],
  ['?', 'help'],
] as const

type Pressed = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const plain: Readonly<Record<string, ReviewAct>> = {
  Space: { do: 'play' },
  KeyK: { do: 'play' },
  KeyM: { do: 'sound' },
  KeyG: { do: 'gap' },
  Slash: { do: 'help' },
  F1: { do: 'help' },
  Home: { do: 'start' },
  End: { do: 'end' },
  Minus: { do: 'speed', step: -1 },
  NumpadSubtract: { do: 'speed', step: -1 },
  Equal: { do: 'speed', step: 1 },
  NumpadAdd: { do: 'speed', step: 1 },
}

/** By the key's place, so that a Russian layout works. */
export function actOf(event: Pressed): ReviewAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const seconds = event.shiftKey ? 60 : 10
  if (event.code === 'ArrowLeft' || event.code === 'KeyJ') return { do: 'move', seconds: -seconds }
  if (event.code === 'ArrowRight' || event.code === 'KeyL') return { do: 'move', seconds }
  return plain[event.code] ?? null
}

export function nextSpeed(now: number, step: 1 | -1): number {
  const at = (SPEEDS as readonly number[]).indexOf(now)
  return SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + step))] ?? 1
}
