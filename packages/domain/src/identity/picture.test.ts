import { describe, expect, test } from 'vitest'
import { blackOut, documentFrame, firstBands, moved, outside, pixelsOf, resized, WHOLE } from './mask.ts'
import { cleanPicture, PICTURE_BYTES, soundKind } from './picture.ts'
import { clarityOf, edges, grayOf } from './sharpness.ts'

const text = (words: string) => [...new TextEncoder().encode(words)]
const segment = (kind: number, body: readonly number[]) => [
  0xff,
  kind,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]
const frame = (width = 640, height = 480) =>
  segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
const jpeg = (...middle: readonly (readonly number[])[]) =>
  Uint8Array.from([0xff, 0xd8, ...middle.flat(), 0xff, 0xd9])
const holds = (bytes: Uint8Array, words: string) => new TextDecoder('latin1').decode(bytes).includes(words)

describe('a picture is kept as pixels and nothing else', () => {
  const canary = 'CANARY-4509-123456'

  test('P-27 TR-53 a secret in remarks or behind the end of the file is in no kept byte', () => {
    const dirty = Uint8Array.from([
      ...jpeg(
        segment(0xe1, text(canary)),
        segment(0xfe, text(canary)),
        segment(0xe0, text('JFIF')),
        frame(),
        scan,
      ),
      ...text(canary),
    ])
    const clean = cleanPicture(dirty)
    if (!clean.ok) throw new Error(clean.why)
    expect(holds(dirty, canary)).toBe(true)
    expect(holds(clean.bytes, canary)).toBe(false)
    expect(clean.bytes).toEqual(jpeg(segment(0xe0, text('JFIF')), frame(), scan))
    expect([clean.width, clean.height]).toEqual([640, 480])
  })

  test('what is no picture of a webcam is refused', () => {
    const why = (bytes: Uint8Array) => {
      const outcome = cleanPicture(bytes)
      return outcome.ok ? 'taken' : outcome.why
    }
    expect(why(Uint8Array.from(text('<svg/>')))).toBe('not_a_picture')
    expect(why(jpeg(scan))).toBe('not_a_picture')
    expect(why(jpeg(frame(), scan).slice(0, -2))).toBe('not_a_picture')
    expect(why(jpeg(frame(4000, 3000), scan))).toBe('too_large')
    expect(why(jpeg(frame(0, 480), scan))).toBe('not_a_picture')
    expect(why(new Uint8Array(PICTURE_BYTES + 1))).toBe('too_large')
    expect(why(new Uint8Array(0))).toBe('not_a_picture')
    // A second picture hidden behind the first scan.
    expect(why(jpeg(frame(), scan, segment(0xe1, text(canary)), scan))).toBe('not_a_picture')
  })

  test('speech is WebM or Ogg', () => {
    expect(soundKind(Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 0]))).toBe('audio/webm')
    expect(soundKind(Uint8Array.from(text('OggS')))).toBe('audio/ogg')
    expect(soundKind(Uint8Array.from(text('RIFF')))).toBeNull()
    expect(soundKind(new Uint8Array(0))).toBeNull()
  })
})

describe('the mask', () => {
  test('P-27 blackened pixels hold nothing of what was there, the others are as they were', () => {
    const [width, height] = [40, 30]
    const rgba = new Uint8ClampedArray(width * height * 4).fill(200)
    blackOut(rgba, width, height, outside)
    const at = (x: number, y: number) => [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]
    const inside = pixelsOf(documentFrame, width, height)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const kept =
          x >= inside.x &&
          x < inside.x + inside.w &&
          y >= Math.ceil((documentFrame.y * height) / WHOLE) &&
          y < Math.floor(((documentFrame.y + documentFrame.h) * height) / WHOLE)
        if (kept) expect(at(x, y)).toEqual([200, 200, 200, 200])
        else if (x < 3 || x > 36 || y < 3 || y > 26) expect(at(x, y)).toEqual([0, 0, 0, 255])
      }
  })

  test('TR-53 R3-4.2.3.3a R3-4.2.3.3b R4-6.3.3c every kind of document begins with its numbers covered; the name and the photo stay open', () => {
    const covers = (kind: string, x: number, y: number) =>
      firstBands(kind).some(
        (band) => x >= band.x && x <= band.x + band.w && y >= band.y && y <= band.y + band.h,
      )
    const inFrame = (x: number, y: number): readonly [number, number] => [
      documentFrame.x + x * documentFrame.w,
      documentFrame.y + y * documentFrame.h,
    ]
    // Series and number, then the machine-readable lines, then the photo.
    expect(covers('passport_rf', ...inFrame(0.95, 0.5))).toBe(true)
    expect(covers('passport_rf', ...inFrame(0.5, 0.9))).toBe(true)
    expect(covers('passport_rf', ...inFrame(0.15, 0.4))).toBe(false)
    expect(covers('passport_rf', ...inFrame(0.6, 0.2))).toBe(false)
    for (const kind of ['passport_abroad', 'passport_foreign']) {
      expect(covers(kind, ...inFrame(0.9, 0.1))).toBe(true)
      expect(covers(kind, ...inFrame(0.5, 0.9))).toBe(true)
      expect(covers(kind, ...inFrame(0.15, 0.5))).toBe(false)
    }
    expect(covers('driving_licence', ...inFrame(0.7, 0.7))).toBe(true)
    expect(covers('driving_licence', ...inFrame(0.15, 0.5))).toBe(false)
  })

  test('a band stays on the picture and never grows too small to see', () => {
    const band = { x: 900, y: 10, w: 100, h: 100 }
    expect(moved(band, 50, -50)).toEqual({ ...band, y: 0 })
    expect(resized(band, 50, -500)).toEqual({ ...band, h: 30 })
  })
})

describe('R3-4.2.3.2 R4-6.3.3b how clear a document is', () => {
  const picture = (of: (x: number, y: number) => number, size = 48) =>
    grayOf(
      Uint8ClampedArray.from({ length: size * size * 4 }, (_, i) =>
        i % 4 === 3 ? 255 : of((i >> 2) % size, Math.floor((i >> 2) / size)),
      ),
      size,
      size,
    )
  const letters = (x: number, y: number) => (x % 6 < 3 && y % 4 < 2 ? 60 : 190)
  const smooth = (x: number, y: number) => 120 + 40 * Math.sin(x / 16) + 30 * Math.cos(y / 16)

  test('R3-4.2.3.2 R4-6.3.3b letters are clear; the same out of focus, in the dark or under a glare are not', () => {
    expect(clarityOf(picture(letters))).toBe('clear')
    expect(clarityOf(picture(smooth))).toBe('blurred')
    expect(clarityOf(picture((x, y) => letters(x, y) / 6))).toBe('dark')
    expect(clarityOf(picture((x, y) => (x < 24 ? 255 : letters(x, y))))).toBe('glare')
    expect(edges(picture(letters))).toBeGreaterThan(20 * edges(picture(smooth)))
  })
})
