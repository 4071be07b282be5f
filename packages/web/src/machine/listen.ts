import { microphoneLevel } from '@ochno/capture'
import type { CheckFacts } from '@ochno/contract/equipment'

type Hearing = 'silence' | 'speech'

const SILENCE_MS = 2_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const middle = (peaks: readonly number[]) => peaks.toSorted((a, b) => a - b)[peaks.length >> 1] ?? 0

/** Silence first, then speech, without automatic gain: the difference is what a listener will hear. Null: no sound engine. */
export async function listen(
  stream: MediaStream,
  onPhase: (phase: Hearing) => void,
  onLevel: (level: number) => void = () => {},
  speechMs = 4_000,
): Promise<CheckFacts['microphone']> {
  const silence: number[] = []
  let speech = 0
  let talking = false
  const stop = await microphoneLevel(stream, (peak) => {
    onLevel(Math.sqrt(peak))
    if (talking) speech = Math.max(speech, peak)
    else silence.push(peak)
  })
  if (!stop) return null
  onPhase('silence')
  await pause(SILENCE_MS)
  talking = true
  onPhase('speech')
  await pause(speechMs)
  stop()
  const autoGain = stream.getAudioTracks()[0]?.getSettings().autoGainControl ?? null
  return { speech: Math.min(1, speech), silence: Math.min(1, middle(silence)), autoGain }
}
