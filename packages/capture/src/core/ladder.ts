// What is given up, and in which order, when the network is slow: picture quality first, then motion; sound last.

export type VideoMode = {
  readonly width: number
  readonly height: number
  readonly fps: number
  readonly kbps: number
  readonly keySeconds: number
}
export type Level = { readonly cam: VideoMode; readonly screen: VideoMode; readonly audioKbps: number }

const cam = (kbps: number, fps: number, height: 480 | 240 | 180, keySeconds = 2): VideoMode => ({
  width: (height * 4) / 3,
  height,
  fps,
  kbps,
  keySeconds,
})
const screen = (kbps: number, fps: number, height: 720 | 540, keySeconds = 4): VideoMode => ({
  width: (height * 16) / 9,
  height,
  fps,
  kbps,
  keySeconds,
})

/** Level 0 is the mode the acts are met with; the last one fits a line of about 64 kbit/s. */
export const levels: readonly Level[] = [
  { cam: cam(400, 15, 480), screen: screen(300, 5, 720), audioKbps: 32 },
  { cam: cam(250, 15, 480), screen: screen(180, 4, 720), audioKbps: 32 },
  { cam: cam(140, 10, 480), screen: screen(90, 2, 720), audioKbps: 24 },
  { cam: cam(70, 7, 240, 4), screen: screen(40, 1, 720, 8), audioKbps: 20 },
  { cam: cam(24, 5, 180, 8), screen: screen(16, 1, 540, 16), audioKbps: 12 },
]

/** A face that talks needs less than an exam: the caller's picture never takes more than a third of the line. */
export const modeOf = (level: Level, track: 'cam' | 'screen' | 'call'): VideoMode =>
  track === 'call'
    ? { ...level.cam, fps: Math.min(level.cam.fps, 10), kbps: Math.round(level.cam.kbps / 2) }
    : level[track]

export type LadderSample = {
  readonly now: number
  readonly connected: boolean
  /** Age of the oldest record the server has not confirmed. */
  readonly backlogSeconds: number
  /** Bytes confirmed since the last sample. */
  readonly confirmedBytes: number
  /** Bytes recorded since the last sample. */
  readonly recordedBytes: number
}

export type Ladder = {
  readonly level: number
  readonly slowSince: number | null
  /** Bytes confirmed since then: a line that confirms nothing is not slow but dead, and the uploader finds that out. */
  readonly slowBytes: number
  readonly calmSince: number | null
  /** Doubles after each climb that had to be taken back, so the mode does not swing. */
  readonly patienceMs: number
  readonly climbedAt: number | null
  /** Bytes a sample, smoothed: whole fragments are recorded and confirmed at once, so single samples say nothing. */
  readonly confirmedRate: number
  readonly recordedRate: number
}

export const SLOW_SECONDS = 8
export const SLOW_FOR_MS = 6_000
export const CALM_SECONDS = 5
export const CALM_FOR_MS = 30_000
const MAX_PATIENCE_MS = 300_000

export const startLadder: Ladder = {
  level: 0,
  slowSince: null,
  slowBytes: 0,
  calmSince: null,
  patienceMs: CALM_FOR_MS,
  climbedAt: null,
  confirmedRate: 0,
  recordedRate: 0,
}
const SMOOTH = 0.15

/** Being offline is not being slow: the disk holds the full quality, and a backlog that drains is no reason to step down. */
export function stepLadder(ladder: Ladder, sample: LadderSample, lowest = levels.length - 1): Ladder {
  if (!sample.connected) return { ...ladder, slowSince: null, calmSince: null }
  const confirmedRate = ladder.confirmedRate + SMOOTH * (sample.confirmedBytes - ladder.confirmedRate)
  const recordedRate = ladder.recordedRate + SMOOTH * (sample.recordedBytes - ladder.recordedRate)
  const draining = confirmedRate > recordedRate * 1.2
  const slow = sample.backlogSeconds > SLOW_SECONDS && !draining
  const calm = sample.backlogSeconds <= CALM_SECONDS
  const slowSince = slow ? (ladder.slowSince ?? sample.now) : null
  const slowBytes = slow ? ladder.slowBytes + sample.confirmedBytes : 0
  const calmSince = calm ? (ladder.calmSince ?? sample.now) : null
  const next = { ...ladder, slowSince, slowBytes, calmSince, confirmedRate, recordedRate }
  if (slowSince !== null && slowBytes > 0 && sample.now - slowSince >= SLOW_FOR_MS && ladder.level < lowest) {
    const failedClimb = ladder.climbedAt !== null && sample.now - ladder.climbedAt < 60_000
    const patienceMs = failedClimb ? Math.min(MAX_PATIENCE_MS, ladder.patienceMs * 2) : ladder.patienceMs
    const level = ladder.level + 1
    return {
      ...next,
      level,
      slowSince: sample.now,
      slowBytes: 0,
      calmSince: null,
      patienceMs,
      climbedAt: null,
    }
  }
  if (calmSince !== null && sample.now - calmSince >= ladder.patienceMs && ladder.level > 0)
    return { ...next, level: ladder.level - 1, slowSince: null, calmSince: sample.now, climbedAt: sample.now }
  return next
}
