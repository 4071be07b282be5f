// A person at a desk as numbers: what `drawScene` paints. Nobody posed for it.
export type Tone = readonly [red: number, green: number, blue: number]

/** Skins from light to dark; which band of ITA each belongs to is computed, not said (`tone.ts`). */
export const tones = {
  very_light: [244, 214, 190],
  light: [229, 184, 148],
  middle: [198, 142, 103],
  brown: [141, 90, 62],
  dark: [86, 54, 38],
} as const satisfies Readonly<Record<string, Tone>>
export type ToneName = keyof typeof tones

export type Held = {
  readonly what: 'hand' | 'cup'
  /** Pixels from the middle of the face. */
  readonly x: number
  readonly y: number
}

export type Scene = {
  readonly tone: Tone
  readonly hair: string
  readonly clothes: string
  /** Which wall stands behind: 0 plain, 1 a shelf of books, 2 a window, 3 a poster. */
  readonly room: 0 | 1 | 2 | 3
  readonly present: boolean
  /** Middle of the face and its size; 1 is a fifth of the frame and a little more. */
  readonly x: number
  readonly y: number
  readonly size: number
  /** Degrees: aside, up, towards the shoulder. */
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
  /** Where the irises stand, -1 to 1. */
  readonly across: number
  readonly down: number
  /** 1: shut. */
  readonly blink: number
  readonly mouth: number
  readonly glasses: 'none' | 'clear' | 'dark'
  readonly held: Held | null
  /** Another face in the room: its middle and size. */
  readonly second: { readonly x: number; readonly y: number; readonly size: number } | null
  readonly covered: boolean
  /** Of everything, 1 as it is; `lamp` lights one side, -1 to 1; `window` shines from behind, 0 to 1. */
  readonly light: number
  readonly lamp: number
  readonly window: number
  /** Of the camera. */
  readonly noise: number
  readonly blur: number
  readonly seed: number
  /** Number of the photograph that takes the place of room and person, where there are photographs. */
  readonly photo: number | null
}

export const sitting: Scene = {
  tone: tones.light,
  hair: '#2b1f18',
  clothes: '#34465c',
  room: 0,
  present: true,
  x: 325,
  y: 240,
  size: 1.1,
  yaw: 0,
  pitch: 0,
  roll: 0,
  across: 0,
  down: 0,
  blink: 0,
  mouth: 0,
  glasses: 'none',
  held: null,
  second: null,
  covered: false,
  light: 1,
  lamp: 0,
  window: 0,
  noise: 8,
  blur: 0,
  seed: 1,
  photo: null,
}
