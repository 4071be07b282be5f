// Photographs of the whole procedure, where the act names them: small JPEGs of the recorded camera, sealed as events of the recording.
import type { Recorder } from '@ochno/capture'
import { readPhotoPlan } from '@ochno/contract/photos'
import type { SessionView } from '@ochno/contract/sessions'
import { PHOTO_BYTES } from '@ochno/domain/recording/photos'
import { useEffect, useState } from 'react'
import { call } from '../../api/client.ts'
import { onlyPicture } from '../../ui/only-picture.ts'
import { grab, jpegOf } from './take-picture.ts'

const AGAIN_MS = 5_000
/** From the best to what surely fits. */
const TRIES = [
  [400, 0.7],
  [400, 0.45],
  [320, 0.45],
  [240, 0.35],
] as const

export function usePhotos(session: SessionView['id'], recorder: Recorder | null, recording: boolean): void {
  const everyS = usePlan(session)
  useEffect(() => {
    if (!recorder || !recording || everyS === null) return
    const video = document.createElement('video')
    video.muted = true
    video.playsInline = true
    let taken: ReturnType<typeof setTimeout> | null = null
    let over = false
    let showing: MediaStream | null = null
    const take = async () => {
      const stream = recorder.preview()
      if (showing !== stream) {
        showing = stream
        video.srcObject = onlyPicture(stream)
        await video.play().catch(() => undefined)
      }
      const jpeg = over || !stream ? null : await photo(video)
      if (over) return
      if (jpeg) recorder.note('photo', jpeg)
      // A camera that gives no picture yet is asked again soon, and not only at the next step.
      taken = setTimeout(() => void take(), jpeg ? everyS * 1000 : AGAIN_MS)
    }
    void take()
    return () => {
      over = true
      if (taken) clearTimeout(taken)
      video.srcObject = null
    }
  }, [recorder, recording, everyS])
}

function usePlan(session: SessionView['id']): number | null {
  const [everyS, setEveryS] = useState<number | null>(null)
  useEffect(() => {
    let gone = false
    const ask = async () => {
      const answer = await call(readPhotoPlan, { params: { sid: session } }).catch(() => null)
      if (gone) return
      if (answer?.ok) setEveryS(answer.body.everyS)
      else setTimeout(() => void ask(), AGAIN_MS)
    }
    void ask()
    return () => {
      gone = true
    }
  }, [session])
  return everyS
}

async function photo(video: HTMLVideoElement) {
  for (const [width, quality] of TRIES) {
    const frame = grab(video, width)
    if (!frame) return null
    const bytes = await jpegOf(frame, quality)
    if (bytes.length <= PHOTO_BYTES) return { jpeg: base64(bytes), width: frame.width, height: frame.height }
  }
  return null
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
