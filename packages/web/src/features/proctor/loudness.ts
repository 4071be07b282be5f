// Loudness as a meter shows it.

const QUIETEST_DB = -60
const LOUDEST_DB = -6

/** 0…1: from what is no sound at all to a shout. */
export function loudnessOf(samples: Float32Array): number {
  const power = samples.reduce((sum, x) => sum + x * x, 0) / Math.max(1, samples.length)
  const db = 10 * Math.log10(power + 1e-9)
  return Math.max(0, Math.min(1, (db - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)))
}

export const METER_STEPS = 5

/** How many bars of a small meter are lit. */
export const barsOf = (level: number): number => Math.round(Math.min(1, Math.max(0, level)) * METER_STEPS)

type SoundWord = 'none' | 'quiet' | 'audible' | 'loud'

/** The same for whoever does not see the bars. */
export function soundWord(level: number | null): SoundWord {
  if (level === null) return 'none'
  const bars = barsOf(level)
  return bars <= 1 ? 'quiet' : bars <= 3 ? 'audible' : 'loud'
}
