import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from './state-mark.tsx'
import classes from './seat-coach.module.css'

type SeatWord =
  | 'black'
  | 'dark'
  | 'nobody'
  | 'several'
  | 'backlight'
  | 'closer'
  | 'farther'
  | 'middle'
  | 'fine'

/** Tells how one sits as it changes, and answers how to end it. */
export type CoachSeat = (
  stream: MediaStream,
  least: number | null,
  onWord: (word: SeatWord | null) => void,
) => () => void

/** A warm word about light and place, while one settles down. It holds nobody back, and is read out politely when it changes. */
export function SeatCoach({
  stream,
  coach,
  least = null,
}: {
  readonly stream: MediaStream | null
  readonly coach: CoachSeat
  /** The part of the picture the act asks of a face. */
  readonly least?: number | null
}) {
  const { t } = useTranslation()
  const [word, setWord] = useState<SeatWord | null>(null)
  useEffect(() => {
    setWord(null)
    return stream ? coach(stream, least, setWord) : undefined
  }, [stream, coach, least])
  return (
    <div className={classes.say} aria-live="polite">
      {stream && word ? (
        <StateMark quiet tone={word === 'fine' ? 'ok' : 'info'} word={t(`equipment.seat.${word}`)} />
      ) : null}
    </div>
  )
}
