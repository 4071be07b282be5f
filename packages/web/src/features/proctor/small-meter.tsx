import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionPlayer } from '../../player/session-player.ts'
import { barsOf, METER_STEPS, soundWord } from './loudness.ts'
import classes from './small-meter.module.css'
import { canHear, joinRound, type Loudness, SoundTap } from './sound-round.ts'

const bars = Array.from({ length: METER_STEPS }, (_, bar) => bar)

/** On a small tile, over a corner of its picture. Nothing moves by itself: bars are lit or not. */
export function SmallMeter({ player }: { player: SessionPlayer | null }) {
  const { t } = useTranslation()
  const level = useLoudness(player)
  if (!canHear()) return null
  const lit = level === null ? 0 : barsOf(level)
  const words = t(`wall.sound.${soundWord(level)}`)
  return (
    <span
      className={classes.meter}
      role="img"
      aria-label={`${t('proctor.tile.level')}: ${words}`}
      data-none={level === null || undefined}
    >
      {bars.map((bar) => (
        <span key={bar} className={classes.bar} data-lit={bar < lit || undefined} />
      ))}
    </span>
  )
}

/** Drawn anew only when another bar is lit. */
function useLoudness(player: SessionPlayer | null): Loudness {
  const [level, setLevel] = useState<Loudness>(null)
  useEffect(() => {
    if (!player || !canHear()) return
    const tap = new SoundTap((heard) => setLevel(heard === null ? null : barsOf(heard) / METER_STEPS))
    const leave = joinRound(tap)
    const deaf = player.hear((frame) => tap.take(frame))
    return () => {
      deaf()
      leave()
    }
  }, [player])
  return level
}
