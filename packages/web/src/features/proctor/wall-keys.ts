// Keys of the wall as data, so that the help shows what the keyboard does.
export const deeds = [
  'chat',
  'warning',
  'instruction',
  'scan',
  'mark',
  'unjudged',
  'call',
  'pause',
  'offer',
  'stop',
] as const
export type Deed = (typeof deeds)[number]

export type WallAct =
  | { readonly do: 'person'; readonly index: number }
  | { readonly do: 'deed'; readonly deed: Deed }
  | {
      readonly do:
        | 'all'
        | 'back'
        | 'live'
        | 'sound'
        | 'swap'
        | 'actual'
        | 'pause'
        | 'next'
        | 'down'
        | 'up'
        | 'turn'
        | 'blur'
        | 'help'
        | 'hintBack'
        | 'hintSeen'
        | 'hintNothing'
    }

type Key = {
  readonly codes: readonly string[]
  readonly shown: string
  readonly act: Exclude<WallAct['do'], 'deed'> | `deed.${Deed}`
}

export const wallKeys: readonly Key[] = [
  { codes: [], shown: '1 – 9', act: 'person' },
  { codes: ['ArrowDown'], shown: '↓', act: 'down' },
  { codes: ['ArrowUp'], shown: '↑', act: 'up' },
  { codes: ['KeyN'], shown: 'N', act: 'next' },
  { codes: ['KeyR'], shown: 'R', act: 'turn' },
  { codes: ['KeyS'], shown: 'S', act: 'blur' },
  { codes: ['Escape'], shown: 'Esc', act: 'all' },
  { codes: ['ArrowLeft', 'KeyJ'], shown: '←', act: 'back' },
  { codes: ['ArrowRight', 'KeyL'], shown: '→', act: 'live' },
  { codes: ['KeyM'], shown: 'M', act: 'sound' },
  { codes: ['KeyV'], shown: 'V', act: 'swap' },
  { codes: ['KeyZ'], shown: 'Z', act: 'actual' },
  { codes: ['Space', 'KeyK'], shown: 'Space', act: 'pause' },
  { codes: ['KeyT'], shown: 'T', act: 'deed.chat' },
  { codes: ['KeyW'], shown: 'W', act: 'deed.warning' },
  { codes: ['KeyI'], shown: 'I', act: 'deed.instruction' },
  { codes: ['KeyO'], shown: 'O', act: 'deed.scan' },
  { codes: ['KeyF'], shown: 'F', act: 'deed.mark' },
  { codes: ['KeyU'], shown: 'U', act: 'deed.unjudged' },
  { codes: ['KeyC'], shown: 'C', act: 'deed.call' },
  { codes: ['KeyP'], shown: 'P', act: 'deed.pause' },
  { codes: ['KeyH'], shown: 'H', act: 'deed.offer' },
  { codes: ['KeyX'], shown: 'X', act: 'deed.stop' },
  { codes: ['KeyB'], shown: 'B', act: 'hintBack' },
  { codes: ['KeyA'], shown: 'A', act: 'hintSeen' },
  { codes: ['KeyD'], shown: 'D', act: 'hintNothing' },
  { codes: ['Slash', 'F1'], shown: '?', act: 'help' },
]

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** By the key's place, so that a Russian layout works. */
export function actOf(event: Pressed): WallAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const digit = event.code.match(/^(?:Digit|Numpad)([1-9])$/)?.[1]
  if (digit) return { do: 'person', index: Number(digit) - 1 }
  const act = wallKeys.find(({ codes }) => codes.includes(event.code))?.act
  if (!act || act === 'person') return null
  const deed = deeds.find((one) => act === `deed.${one}`)
  return deed ? { do: 'deed', deed } : { do: act as Exclude<typeof act, `deed.${Deed}`> }
}
