// How somebody sits before the camera, in one word of advice. It holds nobody back: the equipment check and the door judge by their own rules.

/** All in parts of the picture; the light 0…255. */
export type SeatSeen = {
  /** Null until faces were looked for. */
  readonly faces: number | null
  /** The oval of the largest face, without hair and ears. */
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
  readonly light: {
    readonly mean: number
    readonly face: number | null
    readonly around: number | null
  } | null
}

export const seatWords = [
  'black',
  'dark',
  'nobody',
  'several',
  'backlight',
  'closer',
  'farther',
  'middle',
  'fine',
] as const
export type SeatWord = (typeof seatWords)[number]

/** Engineering proposals for what the act leaves open; its own part of the picture comes with the question. */
export const seatLimits = {
  black: 8,
  dark: 45,
  behind: 60,
  faceBehind: 100,
  /** Where no act says how large a face must be, and how much above what an act says is comfortable. */
  leastShare: 0.08,
  spare: 0.02,
  mostShare: 0.5,
  /** The middle of the face no farther from the middle of the picture. */
  aside: 0.2,
  aslant: 0.22,
} as const

const isBehind = ({ face, around }: NonNullable<SeatSeen['light']>): boolean =>
  face !== null && around !== null && face < seatLimits.faceBehind && around - face > seatLimits.behind

/** What to mend first; null while nothing is known. `least`: the act's part of the picture, null where it says none. */
export function seatWord({ faces, box, light }: SeatSeen, least: number | null): SeatWord | null {
  if (light && light.mean < seatLimits.black) return 'black'
  if (faces === 0) return light && light.mean < seatLimits.dark ? 'dark' : 'nobody'
  if (faces === null || !box) return null
  if (faces > 1) return 'several'
  if (light && isBehind(light)) return 'backlight'
  if (light && light.mean < seatLimits.dark) return 'dark'
  const share = box.width * box.height
  if (share > seatLimits.mostShare) return 'farther'
  const across = Math.abs(box.x + box.width / 2 - 0.5)
  const down = Math.abs(box.y + box.height / 2 - 0.5)
  if (across > seatLimits.aside || down > seatLimits.aslant) return 'middle'
  return share < (least === null ? seatLimits.leastShare : least + seatLimits.spare) ? 'closer' : 'fine'
}

/** A word is said once it was meant twice running: who moves is not talked to all the time. */
export type SeatSaid = { readonly said: SeatWord | null; readonly meant: SeatWord | null }
export const nothingSaid: SeatSaid = { said: null, meant: null }

export const sayNext = ({ said, meant }: SeatSaid, word: SeatWord | null): SeatSaid =>
  word !== null && word === meant ? { said: word, meant } : { said, meant: word ?? meant }
