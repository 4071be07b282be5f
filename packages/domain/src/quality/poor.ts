// Which stretches of a recording a person may find too poor to judge. The machine points at them; that they can not be judged is said by a person.
import type { MinuteFigures, PictureTrack } from './figures.ts'

/** No act names a number. These are this system's own, versioned, and decide nothing: they only choose what is pointed at. */
export const qualityLimits1 = {
  version: 'quality-1',
  /** Clips of the benchmark are 0.2 to 0.4, before a window 0.07; out of focus 0.03 to 0.05. */
  cam: { fps: 5, kbps: 40, sharpness: 0.05 },
  screen: { fps: 0.2, kbps: 4, sharpness: 0 },
  /** Of a minute: a camera never gives the same picture for so long. A screen stands still while somebody reads. */
  frozenMs: 10_000,
  /** Less of a minute than this was recorded. */
  coveredMs: 30_000,
} as const

export const poorReasons = ['missing', 'frozen', 'few_frames', 'low_bitrate', 'blurred'] as const
export type PoorReason = (typeof poorReasons)[number]

export type PoorSpan = {
  readonly track: PictureTrack
  readonly from: number
  readonly to: number
  readonly why: readonly PoorReason[]
}

/** A last minute that is shorter is measured by its own length. */
export function reasonsOf(minute: MinuteFigures): readonly PoorReason[] {
  const limits = qualityLimits1[minute.track]
  const share = Math.min(1, (minute.to - minute.from) / 60_000)
  const short = minute.coveredMs < qualityLimits1.coveredMs * share
  const low = (value: number | null, limit: number) => value !== null && value < limit
  return poorReasons.filter((why) => {
    if (why === 'missing') return short
    if (why === 'frozen')
      return minute.track === 'cam' && (minute.frozenMs ?? 0) >= qualityLimits1.frozenMs * share
    if (short) return false
    if (why === 'few_frames') return low(minute.fps, limits.fps)
    if (why === 'low_bitrate') return low(minute.kbps, limits.kbps)
    return low(minute.sharpness, limits.sharpness)
  })
}

/** Neighbouring minutes with the same reasons are one stretch. */
export function poorSpans(minutes: readonly MinuteFigures[]): readonly PoorSpan[] {
  const found: PoorSpan[] = []
  for (const minute of minutes) {
    const why = reasonsOf(minute)
    if (why.length === 0) continue
    const before = found.at(-1)
    if (before?.track === minute.track && before.to === minute.from && String(before.why) === String(why))
      found[found.length - 1] = { ...before, to: minute.to }
    else found.push({ track: minute.track, from: minute.from, to: minute.to, why })
  }
  return found
}

export type TrackSummary = {
  readonly track: PictureTrack
  readonly fps: number | null
  readonly kbps: number | null
  readonly sharpness: number | null
  readonly frozenMs: number | null
}

const middle = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((one): one is number => one !== null).toSorted((a, b) => a - b)
  return known[known.length >> 1] ?? null
}

/** One line of figures for a whole track: its usual minute, and how long it stood still in all. */
export const summaryOf = (minutes: readonly MinuteFigures[], track: PictureTrack): TrackSummary | null => {
  const mine = minutes.filter((one) => one.track === track)
  if (mine.length === 0) return null
  const frozen = mine.flatMap(({ frozenMs }) => (frozenMs === null ? [] : [frozenMs]))
  return {
    track,
    fps: middle(mine.map(({ fps }) => fps)),
    kbps: middle(mine.map(({ kbps }) => kbps)),
    sharpness: middle(mine.map(({ sharpness }) => sharpness)),
    frozenMs: frozen.length === 0 ? null : frozen.reduce((sum, one) => sum + one, 0),
  }
}
