// What is blacked out on the picture of a document before it leaves the machine (P-27, TR-53): all but the name and the photo.

/** Shares of the picture, 0 to 1000. */
export type Band = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

export const WHOLE = 1000
export const SMALLEST = 30

/** The frame a document is held in; what lies outside it is blacked out always. */
export const documentFrame: Band = { x: 100, y: 120, w: 800, h: 760 }

/** Where a document lies in the frame, as shares of the frame, and what of it is hidden. */
const places: Readonly<Record<string, readonly Band[]>> = {
  // The page with the photo, held level: series and number up its right side, sex and birth below the name, the code at the bottom.
  passport_rf: [
    { x: 900, y: 0, w: 100, h: 1000 },
    { x: 350, y: 560, w: 550, h: 240 },
    { x: 0, y: 800, w: 900, h: 200 },
  ],
  passport_abroad: [
    { x: 650, y: 0, w: 350, h: 180 },
    { x: 330, y: 480, w: 670, h: 320 },
    { x: 0, y: 800, w: 1000, h: 200 },
  ],
  passport_foreign: [
    { x: 650, y: 0, w: 350, h: 180 },
    { x: 330, y: 480, w: 670, h: 320 },
    { x: 0, y: 800, w: 1000, h: 200 },
  ],
  driving_licence: [
    { x: 350, y: 380, w: 650, h: 620 },
    { x: 0, y: 820, w: 350, h: 180 },
  ],
  student_card: [{ x: 0, y: 0, w: 1000, h: 160 }],
}

const within = ({ x, y, w, h }: Band): Band => ({
  x: documentFrame.x + (x * documentFrame.w) / WHOLE,
  y: documentFrame.y + (y * documentFrame.h) / WHOLE,
  w: (w * documentFrame.w) / WHOLE,
  h: (h * documentFrame.h) / WHOLE,
})

/** Bands to begin with: the person moves them to where the document really lies, adds and takes away. */
export const firstBands = (document: string): readonly Band[] => (places[document] ?? []).map(within)

/** Four bands around the frame: a room, papers, other people beside the document. */
export const outside: readonly Band[] = [
  { x: 0, y: 0, w: WHOLE, h: documentFrame.y },
  { x: 0, y: documentFrame.y + documentFrame.h, w: WHOLE, h: WHOLE - documentFrame.y - documentFrame.h },
  { x: 0, y: documentFrame.y, w: documentFrame.x, h: documentFrame.h },
  {
    x: documentFrame.x + documentFrame.w,
    y: documentFrame.y,
    w: WHOLE - documentFrame.x - documentFrame.w,
    h: documentFrame.h,
  },
]

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

export const moved = (band: Band, dx: number, dy: number): Band => ({
  ...band,
  x: between(band.x + dx, 0, WHOLE - band.w),
  y: between(band.y + dy, 0, WHOLE - band.h),
})

export const resized = (band: Band, dw: number, dh: number): Band => ({
  ...band,
  w: between(band.w + dw, SMALLEST, WHOLE - band.x),
  h: between(band.h + dh, SMALLEST, WHOLE - band.y),
})

/** In the middle, where it is seen at once. */
export const newBand: Band = { x: 400, y: 450, w: 200, h: 100 }

export type Pixels = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Whole pixels, never less than the band says. */
export const pixelsOf = (band: Band, width: number, height: number): Pixels => {
  const [left, top] = [Math.floor((band.x * width) / WHOLE), Math.floor((band.y * height) / WHOLE)]
  return {
    x: left,
    y: top,
    w: Math.ceil(((band.x + band.w) * width) / WHOLE) - left,
    h: Math.ceil(((band.y + band.h) * height) / WHOLE) - top,
  }
}

/** Blackens the bands in RGBA pixels, in place: after this the picture holds nothing of what was there. */
export function blackOut(
  rgba: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
  bands: readonly Band[],
): void {
  for (const band of bands) {
    const { x, y, w, h } = pixelsOf(band, width, height)
    for (let row = Math.max(0, y); row < Math.min(height, y + h); row++) {
      const from = (row * width + Math.max(0, x)) * 4
      const to = (row * width + Math.min(width, x + w)) * 4
      for (let i = from; i < to; i += 4) {
        rgba[i] = 0
        rgba[i + 1] = 0
        rgba[i + 2] = 0
        rgba[i + 3] = 255
      }
    }
  }
}
