import { describe, expect, test } from 'vitest'
import { type MinuteFigures, minutesOf, type Piece, type Told } from './figures.ts'
import { figuresOf, type Look } from './minute.ts'
import { poorSpans, reasonsOf, summaryOf } from './poor.ts'
import { instant } from '../time.ts'
import { sharpnessOf } from './sharpness.ts'

const MINUTE = 60_000
const began = instant('2026-06-08T07:00:00Z').epochMilliseconds
const window = { from: began, to: began + 3 * MINUTE }
/** Fragments of two seconds at so many kbit/s. */
const pieces = (from: number, to: number, kbps: number, track: Piece['track'] = 'cam'): Piece[] =>
  Array.from({ length: (to - from) / 2_000 }, (_, i) => ({
    track,
    from: began + from + i * 2_000,
    to: began + from + (i + 1) * 2_000,
    bytes: (kbps * 2_000) / 8,
  }))
const told = (from: number, more: Partial<Told> = {}): Told => ({
  track: 'cam',
  from: began + from,
  to: began + from + MINUTE,
  frames: 900,
  frozenMs: 0,
  sharpness: 0.4,
  ...more,
})

describe('R1-4.1k R3-4.2.4.1 R4-6.3.4 figures of a recording', () => {
  test('pictures a second, bits, standing still and blur of every minute', () => {
    const minutes = minutesOf(window, pieces(0, 3 * MINUTE, 400), [
      told(0),
      told(MINUTE, { frames: 180, frozenMs: 30_000, sharpness: 0.03 }),
    ])
    expect(minutes.map(({ fps, kbps, frozenMs, sharpness }) => [fps, kbps, frozenMs, sharpness])).toEqual([
      [15, 400, 0, 0.4],
      [3, 400, 30_000, 0.03],
      [null, 400, null, null],
    ])
    expect(minutes.map(reasonsOf)).toEqual([[], ['frozen', 'few_frames', 'blurred'], []])
  })

  test('what a browser told of two minutes is shared between them', () => {
    const minutes = minutesOf(window, [], [told(MINUTE / 2, { frames: 600, frozenMs: 20_000 })])
    expect(minutes.map(({ fps, frozenMs }) => [fps, frozenMs])).toEqual([
      [10, 10_000],
      [10, 10_000],
      [null, null],
    ])
  })

  test('a hole is a stretch that is missing and nothing is said of its bits; a track nobody recorded has no figures', () => {
    const minutes = minutesOf(window, [...pieces(0, MINUTE, 400), ...pieces(2 * MINUTE, 3 * MINUTE, 20)], [])
    expect(new Set(minutes.map(({ track }) => track))).toEqual(new Set(['cam']))
    expect(minutes.map(reasonsOf)).toEqual([[], ['missing'], ['low_bitrate']])
  })

  test('neighbouring minutes with the same reasons are one stretch, and the usual minute is the middle one', () => {
    const minutes = minutesOf(window, pieces(0, 3 * MINUTE, 400), [
      told(0),
      told(MINUTE, { frames: 60 }),
      told(2 * MINUTE, { frames: 120 }),
    ])
    expect(poorSpans(minutes)).toEqual([
      { track: 'cam', from: began + MINUTE, to: window.to, why: ['few_frames'] },
    ])
    expect(summaryOf(minutes, 'cam')).toMatchObject({ fps: 2, kbps: 400, frozenMs: 0 })
    expect(summaryOf(minutes, 'screen')).toBeNull()
  })

  test('a screen stands still while somebody reads: that is no poor picture', () => {
    const still: MinuteFigures = {
      track: 'screen',
      from: began,
      to: began + MINUTE,
      fps: 1,
      kbps: 8,
      coveredMs: MINUTE,
      frozenMs: MINUTE,
      sharpness: null,
    }
    expect(reasonsOf(still)).toEqual([])
    expect(reasonsOf({ ...still, track: 'cam', fps: 15, kbps: 400 })).toEqual(['frozen'])
  })
})

describe('a minute as the recording browser sees it', () => {
  const look = (at: number, frames: number | null, more: Partial<Look> = {}): Look => ({
    at,
    frames,
    still: false,
    sharpness: 0.3,
    ...more,
  })

  test('pictures are counted between the first look and the last, still looks are added up', () => {
    expect(
      figuresOf([look(0, 100), look(5_000, 175, { still: true }), look(10_000, 250, { sharpness: 0.1 })]),
    ).toEqual({ from: 0, to: 10_000, frames: 150, frozenMs: 5_000, sharpness: 0.3 })
  })

  test('where nobody could count or look, nothing is said instead of nought', () => {
    const blind = { still: null, sharpness: null }
    expect(figuresOf([look(0, null, blind), look(5_000, null, blind)])).toEqual({
      from: 0,
      to: 5_000,
      frames: null,
      frozenMs: null,
      sharpness: null,
    })
    expect(figuresOf([look(0, 900), look(5_000, 12)])?.frames, 'a recorder that began anew').toBeNull()
    expect(figuresOf([look(0, 1)])).toBeNull()
  })
})

/** Stripes as wide as `width` pixels, between two lights. */
const stripes = (width: number, dark: number, light: number) => ({
  width: 64,
  height: 48,
  pixels: Uint8Array.from({ length: 64 * 48 }, (_, i) =>
    Math.floor((i % 64) / width) % 2 === 0 ? dark : light,
  ),
})

/** Each pixel the mean of its row's neighbours. */
const smeared = ({ width, height, pixels }: ReturnType<typeof stripes>, over: number) => ({
  width,
  height,
  pixels: pixels.map((_, i) => {
    const row = i - (i % width)
    const near = Array.from(
      { length: 2 * over + 1 },
      (_, k) => pixels[row + Math.min(width - 1, Math.max(0, (i % width) + k - over))] ?? 0,
    )
    return near.reduce((sum, one) => sum + one, 0) / near.length
  }),
})

test('R1-4.1k blur is told from sharpness, whatever the light', () => {
  const sharp = sharpnessOf(stripes(8, 20, 220)) ?? 0
  const darker = sharpnessOf(stripes(8, 20, 70)) ?? 0
  const blurred = sharpnessOf(smeared(stripes(8, 20, 220), 6)) ?? 0
  expect(Math.abs(sharp - darker)).toBeLessThan(0.02)
  expect(blurred).toBeLessThan(sharp / 2)
  expect(sharpnessOf(stripes(8, 90, 92)), 'a picture without contrast may be sharp or not').toBeNull()
})
