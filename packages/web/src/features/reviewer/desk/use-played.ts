import { reportPlayed } from '@ochno/contract/review'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../api/client.ts'
import type { SessionPlayer } from '../../../player/session-player.ts'
import { PlayedMeter, type PlayedSpan } from './played-meter.ts'

const LOOK_MS = 250
const SEND_MS = 5_000

export type Played = {
  /** Of the server's clock, for the lane: what this page has shown since it was opened. */
  readonly spans: readonly PlayedSpan[]
  readonly percent: number | null
  readonly unsaved: boolean
  /** Sends at once: an answer to a hint needs its moment to be known as seen. */
  readonly flush: () => Promise<void>
}

/** R1-5.2c: measures what is really shown and keeps it on the server; a lost line loses nothing. */
export function usePlayed(review: string, player: SessionPlayer | null, zeroMs: number): Played {
  const meter = useRef(new PlayedMeter())
  const sending = useRef<Promise<void> | null>(null)
  const [spans, setSpans] = useState<readonly PlayedSpan[]>([])
  const [percent, setPercent] = useState<number | null>(null)
  const [unsaved, setUnsaved] = useState(false)

  const flush = useCallback(async () => {
    await sending.current
    const taken = meter.current.take()
    if (taken.length === 0) return
    const send = async () => {
      const asked = taken.map(({ fromMs, toMs, speed }) => ({
        fromMs: Math.round(zeroMs + fromMs),
        toMs: Math.round(zeroMs + toMs),
        speed,
      }))
      const answer = await call(reportPlayed, { params: { rid: review }, body: { spans: asked } })
      if (answer.ok) {
        setPercent(answer.body.watchedPercent)
        setSpans((before) => [...before, ...asked])
        setUnsaved(false)
      } else if (answer.failure.status === 0 || answer.failure.status >= 500) {
        meter.current.giveBack(taken)
        setUnsaved(true)
      }
    }
    sending.current = send()
    await sending.current
  }, [review, zeroMs])

  useEffect(() => {
    if (!player) return
    const looking = setInterval(
      () => meter.current.look(player.state(), document.visibilityState === 'visible', performance.now()),
      LOOK_MS,
    )
    const reporting = setInterval(() => void flush(), SEND_MS)
    return () => {
      clearInterval(looking)
      clearInterval(reporting)
      void flush()
    }
  }, [player, flush])
  return { spans, percent, unsaved, flush }
}
