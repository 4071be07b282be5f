import { microphoneLevel } from '@ochno/capture'
import { useEffect, useRef, useState } from 'react'

/** What no bar of the meter would show is no news: the page is drawn anew for each. */
const STEPS = 12

/** The loudness of a stream's microphone for the meter, 0…1 on a scale the eye reads (quiet speech is about a half). */
export function useLevel(stream: MediaStream | null, onPeak?: (peak: number) => void): number {
  const [level, setLevel] = useState(0)
  const heard = useRef(onPeak)
  heard.current = onPeak
  useEffect(() => {
    setLevel(0)
    if (!stream?.getAudioTracks().length) return
    let stop: (() => void) | null = null
    let gone = false
    void microphoneLevel(stream, (peak) => {
      setLevel(Math.round(Math.sqrt(peak) * STEPS) / STEPS)
      heard.current?.(peak)
    }).then((ended) => {
      if (gone) ended?.()
      else stop = ended
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [stream])
  return level
}
