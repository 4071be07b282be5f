// How loud the microphone is, ten times a second -> what is wrong with the sound. Nothing that was said is kept.
import type { SoundHeld, SoundSignal } from './signal.ts'

/** The loudest 0…1 of each tenth of a second. */
export type SoundWatch = {
  readonly recent: readonly number[]
  /** Exact zeros in a row: no microphone is that quiet. */
  readonly zeros: number
  /** In a row under the limit of what is low. */
  readonly quiet: number
}

export const nothingHeard: SoundWatch = { recent: [], zeros: 0, quiet: 0 }

/** Tenths of a second that are kept: five seconds. */
const KEPT = 50
/** What is judged of them: two seconds that do not pause are a noise, two that are quiet a silence. */
const NOISE = 20
const QUIET = 20
/** A room that became louder is told from a word said in it by two and a half seconds without a pause. */
const LOUDER = 25
const BEAT_MS = 100

export const soundLimits = {
  /** −60 dB: a microphone far from anything, or turned down. */
  low: 0.001,
  /** −20 dB over all of the time: speech or machines that do not pause. */
  noisy: 0.1,
  /** 12 dB more or less than the room had in the first half minute. */
  drift: 4,
  zeros: 10,
} as const

export const hear = (watch: SoundWatch, loudness: number): SoundWatch => ({
  recent: [...watch.recent, loudness].slice(-KEPT),
  zeros: loudness === 0 ? watch.zeros + 1 : 0,
  quiet: loudness < soundLimits.low ? watch.quiet + 1 : 0,
})

/** The room itself: what is left when nobody speaks. */
export const floorOf = ({ recent }: Pick<SoundWatch, 'recent'>): number =>
  recent.length === 0 ? 0 : ([...recent].sort((a, b) => a - b)[Math.floor(recent.length / 10)] ?? 0)

const lately = ({ recent }: SoundWatch, beats: number): number =>
  recent.length < beats ? 0 : floorOf({ recent: recent.slice(-beats) })

/** Milliseconds at the end that were at least so loud, but for one beat in ten. */
function loudFor({ recent }: SoundWatch, limit: number): number {
  let [beats, quiet, so] = [0, 0, 0]
  for (const one of recent.toReversed()) {
    beats++
    if (one < limit) quiet++
    else if (quiet * 10 <= beats) so = beats
  }
  return so * BEAT_MS
}

type Measured = Pick<SoundSignal, 'digitalSilence' | 'level' | 'gainChanged'> & {
  readonly heldMs: Omit<SoundHeld, 'voice'>
}

/**
 * `usual`: the loudest of the silence at the equipment check, `began`: the noise of the room when the recording began. Null where
 * it was not measured, and then nothing can have changed. A room that was noisy at the check is as it was.
 */
export function judgeSound(watch: SoundWatch, usual: number | null, began: number | null): Measured {
  const noisy = Math.max(soundLimits.noisy, (usual ?? 0) * 2)
  const known = began ?? 0
  const louder = known > 0 && lately(watch, LOUDER) >= known * soundLimits.drift
  const floor = lately(watch, KEPT)
  const quieter = floor > 0 && known >= floor * soundLimits.drift
  const level =
    watch.quiet >= QUIET
      ? ('low' as const)
      : lately(watch, NOISE) >= noisy
        ? ('noisy' as const)
        : ('usual' as const)
  return {
    digitalSilence: watch.zeros >= soundLimits.zeros,
    level,
    gainChanged: louder || quieter,
    heldMs: {
      silence: watch.zeros * BEAT_MS,
      level: level === 'low' ? watch.quiet * BEAT_MS : level === 'noisy' ? loudFor(watch, noisy) : 0,
      gain: louder ? loudFor(watch, known * soundLimits.drift) : 0,
    },
  }
}
