// Keys of the wall as data, so that the help shows what the keyboard does.
export type WallAct =
  | { readonly do: 'person'; readonly index: number }
  | { readonly do: 'all' | 'back' | 'live' | 'sound' | 'swap' | 'actual' | 'pause' | 'talk' | 'help' }

type Key = { readonly codes: readonly string[]; readonly shown: string; readonly act: WallAct['do'] }

export const wallKeys: readonly Key[] = [
  { codes: [], shown: '1 – 6', act: 'person' },
  { codes: ['Escape'], shown: 'Esc', act: 'all' },
  { codes: ['ArrowLeft', 'KeyJ'], shown: '←', act: 'back' },
  { codes: ['ArrowRight', 'KeyL'], shown: '→', act: 'live' },
  { codes: ['KeyM'], shown: 'M', act: 'sound' },
  { codes: ['KeyV'], shown: 'V', act: 'swap' },
  { codes: ['KeyZ'], shown: 'Z', act: 'actual' },
  { codes: ['Space', 'KeyK'], shown: 'Space', act: 'pause' },
  { codes: ['KeyT'], shown: 'T', act: 'talk' },
  { codes: ['Slash', 'F1'], shown: '?', act: 'help' },
]

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** By the key's place, so that a Russian layout works. */
export function actOf(event: Pressed): WallAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const digit = event.code.match(/^(?:Digit|Numpad)([1-6])$/)?.[1]
  if (digit) return { do: 'person', index: Number(digit) - 1 }
  const key = wallKeys.find(({ codes }) => codes.includes(event.code))
  return key && key.act !== 'person' ? { do: key.act } : null
}
