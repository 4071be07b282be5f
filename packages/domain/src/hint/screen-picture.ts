// Whether a shared screen shows anything. A screen that stands still says nothing: so it is while somebody reads.

/** Of 255. Letters on the darkest of themes are brighter in some pixel, and a mouse pointer is. */
const BLACK = 20
/** Looks running: a screen that wakes, or switches its resolution, is black for a moment. */
const RUN = 4

/** Looks in a row that were black. */
export type ScreenWatch = { readonly black: number }
export const nothingShown: ScreenWatch = { black: 0 }

/** `pixels`: red, green, blue and alpha of a small copy; null where there was no picture to take, which says nothing. */
export function lookAtScreen(watch: ScreenWatch, pixels: ArrayLike<number> | null): ScreenWatch {
  if (pixels === null) return watch
  for (let i = 0; i < pixels.length; i += 4)
    for (let channel = 0; channel < 3; channel++)
      if ((pixels[i + channel] as number) > BLACK) return nothingShown
  return { black: watch.black + 1 }
}

export const isBlackScreen = ({ black }: ScreenWatch): boolean => black >= RUN

/** Of the picture as it was, for how long, and what the examinee did in the page meanwhile. */
export type StillScreen = {
  readonly pixels: ArrayLike<number> | null
  readonly since: number
  readonly at: number
  /** Looks before which a key or a button was pressed in the page. */
  readonly acted: number
}
export const neverStill: StillScreen = { pixels: null, since: 0, at: 0, acted: 0 }

/**
 * The clock of the exam page ticks on the shared monitor and what is typed shows there. `pixels` is null where that can not be said: the page
 * is not in front, there may be a second monitor, or there was no picture to take.
 */
export function lookForStill(
  before: StillScreen,
  pixels: ArrayLike<number> | null,
  acted: boolean,
  at: number,
): StillScreen {
  if (pixels === null) return neverStill
  if (before.pixels === null || !isSame(before.pixels, pixels)) return { pixels, since: at, at, acted: 0 }
  return { ...before, at, acted: before.acted + (acted ? 1 : 0) }
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** A picture without a single changed pixel for so long, while the clock ticked twenty times. */
const STILL_MS = 20_000
/** And while something was done in the page before so many looks: a person who only reads is left alone. */
const ACTED = 3

export const isFrozenShare = ({ pixels, since, at, acted }: StillScreen): boolean =>
  pixels !== null && at - since >= STILL_MS && acted >= ACTED
