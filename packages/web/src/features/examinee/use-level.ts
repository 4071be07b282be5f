import { microphoneLevel } from '@ochno/capture'
import { useEffect, useRef, useState } from 'react'
import { type Loudness, Meter } from '../../ui/loudness.ts'

/** What no bar of the meter would show is no news. */
const STEPS = 12

/** The loudness of a stream's microphone for the meter, 0…1 on a scale the eye reads (quiet speech is about a half). */
export function useLevel(stream: MediaStream | null, onPeak?: (peak: number) => void): Loudness {
  const [meter] = useState(() => new Meter())
  const heard = useRef(onPeak)
  heard.current = onPeak
  useEffect(() => {
    meter.say(0)
    if (!stream?.getAudioTracks().length) return
    let stop: (() => void) | null = null
    let gone = false
    void microphoneLevel(stream, (peak) => {
      meter.say(Math.round(Math.sqrt(peak) * STEPS) / STEPS)
      heard.current?.(peak)
    }).then((ended) => {
      if (gone) ended?.()
      else stop = ended
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [stream, meter])
  return meter
}
