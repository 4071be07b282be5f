import { Ear } from '../hear/ear.ts'
import { voiceNetwork } from '../models.ts'
import type { Voice, VoiceSense } from '../sense/voice-sense.ts'
import type { FrameSource } from './frame-source.ts'

const VOICE_MS = 200

/** Whether somebody speaks, five times a second, as long as sound comes. Without the network nothing is said of voices. */
export async function listen(
  source: FrameSource,
  voice: VoiceSense,
  now: () => number,
  say: (voice: Voice | null, heldMs: number) => void,
): Promise<void> {
  const response = await fetch(voiceNetwork)
  if (!response.ok) return
  const ear = new Ear(await response.arrayBuffer())
  let [speech, told] = [0, 0]
  source.listen((sound) => {
    speech += ear.hear(sound)
    const at = now()
    if (at - told < VOICE_MS) return
    told = at
    const heard = voice.heard(at, speech)
    say(heard, voice.heldMs(at))
    speech = 0
  })
}
