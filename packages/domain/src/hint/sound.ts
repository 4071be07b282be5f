// How loud the microphone is, ten times a second -> what is wrong with the sound. Nothing that was said is kept.
import type { SoundSignal } from './signal.ts'

/** The loudest 0…1 of each tenth of a second. */
export type SoundWatch = {
  readonly recent: readonly number[]
  /** Exact zeros in a row: no microphone is that quiet. */
  readonly zeros: number
}

export const nothingHeard: SoundWatch = { recent: [], zeros: 0 }

/** Tenths of a second that are kept: five seconds. */
const KEPT = 50

export const soundLimits = {
  /** −60 dB: a microphone far from anything, or turned down. */
  low: 0.001,
  /** −20 dB over all five seconds: speech or machines that do not pause. */
  noisy: 0.1,
  /** 12 dB more or less than the room had in the first half minute. */
  drift: 4,
  zeros: 10,
} as const

export const hear = (watch: SoundWatch, loudness: number): SoundWatch => ({
  recent: [...watch.recent, loudness].slice(-KEPT),
  zeros: loudness === 0 ? watch.zeros + 1 : 0,
})

/** The room itself: what is left when nobody speaks. */
export const floorOf = ({ recent }: SoundWatch): number =>
  recent.length === 0 ? 0 : ([...recent].sort((a, b) => a - b)[Math.floor(recent.length / 10)] ?? 0)

type Measured = Pick<SoundSignal, 'digitalSilence' | 'level' | 'gainChanged'>

/**
 * `usual`: the loudest of the silence at the equipment check, `began`: the noise of the room when the recording began. Null where
 * it was not measured, and then nothing can have changed. A room that was noisy at the check is as it was.
 */
export function judgeSound(watch: SoundWatch, usual: number | null, began: number | null): Measured {
  const floor = floorOf(watch)
  const loudest = watch.recent.reduce((most, one) => Math.max(most, one), 0)
  const full = watch.recent.length === KEPT
  const times = began === null || began === 0 || floor === 0 ? 1 : Math.max(floor / began, began / floor)
  return {
    digitalSilence: watch.zeros >= soundLimits.zeros,
    level:
      loudest < soundLimits.low
        ? 'low'
        : full && floor >= Math.max(soundLimits.noisy, (usual ?? 0) * 2)
          ? 'noisy'
          : 'usual',
    gainChanged: full && times >= soundLimits.drift,
  }
}
