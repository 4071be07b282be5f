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
