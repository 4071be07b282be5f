// Keys of the desk, beside those of the player.
import type { ReviewAct } from '../review-keys.ts'

export type DeskAct = { readonly do: 'next' | 'previous' | 'mark' | 'dismiss' | 'skim' | 'call' }

export const deskKeys = [
  ['N', 'next'],
  ['P', 'previous'],
  ['V', 'mark'],
  ['X', 'dismiss'],
  ['S', 'skim'],
  ['C', 'call'],
] as const

const plain: Readonly<Record<string, DeskAct>> = {
  KeyN: { do: 'next' },
  KeyP: { do: 'previous' },
  KeyV: { do: 'mark' },
  KeyX: { do: 'dismiss' },
  KeyS: { do: 'skim' },
  KeyC: { do: 'call' },
}

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** By the key's place, so that a Russian layout works. */
export const deskActOf = (event: Pressed): DeskAct | null =>
  event.ctrlKey || event.metaKey || event.altKey ? null : (plain[event.code] ?? null)

export const isDeskAct = (act: DeskAct | ReviewAct): act is DeskAct =>
  deskKeys.some(([, name]) => name === act.do)
