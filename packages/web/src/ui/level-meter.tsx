import { useSyncExternalStore } from 'react'
import classes from './level-meter.module.css'
import type { Loudness } from './loudness.ts'

const BARS = 12

/** The loudness of the microphone, 0…1. A picture for the eye; the words beside it carry the meaning. */
export function LevelMeter({ level, label }: { level: number; label: string }) {
  const lit = Math.round(Math.min(1, Math.max(0, level)) * BARS)
  return (
    <div className={classes.meter} role="img" aria-label={label}>
      {Array.from({ length: BARS }, (_, bar) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike
        <span key={bar} className={classes.bar} data-lit={bar < lit || undefined} />
      ))}
    </div>
  )
}

/** Of what goes on: the meter alone is drawn as it changes. */
export function LiveLevel({ of, label }: { of: Loudness; label: string }) {
  return <LevelMeter level={useSyncExternalStore(of.subscribe, of.now)} label={label} />
}
